package loupe.sentences;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the marked form of a passage. */
final class Markup {

    private static final Pattern MARK = Pattern.compile("\\{(\\w+) ([^/}]+)(?:/([^}]+))?}");

    private final List<String> sentences = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();
    private int before;

    Markup(String marked) {
        for (String sentence : marked.split("\\s*\\|\\s*")) {
            read(sentence);
        }
    }

    Passage passage() {
        return new Passage(sentences, marks);
    }

    private void read(String marked) {
        StringBuilder text = new StringBuilder();
        Matcher matcher = MARK.matcher(marked);
        while (matcher.find()) {
            matcher.appendReplacement(text, Matcher.quoteReplacement(matcher.group(2)));
            int end = before + text.length();
            marks.add(
                    new Mark(
                            Role.valueOf(matcher.group(1).toUpperCase(Locale.ROOT)),
                            end - matcher.group(2).length(),
                            end,
                            matcher.group(3) == null ? "" : matcher.group(3)));
        }
        matcher.appendTail(text);
        int first = text.charAt(0) == '"' ? 1 : 0;
        text.setCharAt(first, Character.toUpperCase(text.charAt(first)));
        sentences.add(text.toString());
        before += text.length() + 1;
    }
}
