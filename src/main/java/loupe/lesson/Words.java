package loupe.lesson;

import java.util.regex.Pattern;

/**
 * Counts the words of an answer as word limits mean them: what stands between blanks and has a
 * letter or a digit in it. Attached views and addresses are no words.
 */
public final class Words {
    private static final Pattern PICTURE = Pattern.compile("!\\[[^\\]\\n]*\\]\\([^)\\n]*\\)");
    private static final Pattern ADDRESS = Pattern.compile("\\]\\([^)\\n]*\\)");
    private static final Pattern WORD =
            Pattern.compile("[^\\s\\u00a0]*[\\p{L}\\p{N}][^\\s\\u00a0]*");

    private Words() {}

    public static int count(String markdown) {
        String text = PICTURE.matcher(markdown).replaceAll(" ");
        return (int) WORD.matcher(ADDRESS.matcher(text).replaceAll("] ")).results().count();
    }
}
