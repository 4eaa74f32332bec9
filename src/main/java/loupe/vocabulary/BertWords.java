package loupe.vocabulary;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Text cut into words as BERT's own tokenizer does it (Devlin et al. 2019, released code): control
 * characters go, letters become small and lose their accents, every punctuation mark and every
 * Chinese character is a word of its own.
 */
final class BertWords {

    private BertWords() {}

    static void each(String text, Consumer<String> taker) {
        String plain =
                Normalizer.normalize(cleaned(text).toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        StringBuilder word = new StringBuilder();
        plain.codePoints()
                .filter(point -> Character.getType(point) != Character.NON_SPACING_MARK)
                .forEach(point -> take(point, word, taker));
        end(word, taker);
    }

    private static void take(int point, StringBuilder word, Consumer<String> taker) {
        if (isSpace(point)) {
            end(word, taker);
        } else if (isPunctuation(point) || isChinese(point)) {
            end(word, taker);
            taker.accept(Character.toString(point));
        } else {
            word.appendCodePoint(point);
        }
    }

    private static void end(StringBuilder word, Consumer<String> taker) {
        if (!word.isEmpty()) {
            taker.accept(word.toString());
            word.setLength(0);
        }
    }

    private static String cleaned(String text) {
        StringBuilder cleaned = new StringBuilder();
        text.codePoints()
                .filter(point -> isSpace(point) || !isControl(point))
                .forEach(cleaned::appendCodePoint);
        return cleaned.toString();
    }

    private static boolean isSpace(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || Character.getType(point) == Character.SPACE_SEPARATOR
                || point == 0x2028
                || point == 0x2029;
    }

    private static boolean isControl(int point) {
        int type = Character.getType(point);
        return point == 0xFFFD
                || type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED
                || type == Character.SURROGATE;
    }

    /** All of ASCII that is no letter or digit counts, too. */
    private static boolean isPunctuation(int point) {
        if (point > ' ' && point < 127 && !Character.isLetterOrDigit(point)) {
            return true;
        }
        return switch (Character.getType(point)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION ->
                    true;
            default -> false;
        };
    }

    /**
     * The blocks of ideographs; Japanese and Korean letters are written with spaces or not split.
     */
    private static boolean isChinese(int point) {
        return point >= 0x4E00 && point <= 0x9FFF
                || point >= 0x3400 && point <= 0x4DBF
                || point >= 0x20000 && point <= 0x2A6DF
                || point >= 0x2A700 && point <= 0x2B73F
                || point >= 0x2B740 && point <= 0x2B81F
                || point >= 0x2B820 && point <= 0x2CEAF
                || point >= 0xF900 && point <= 0xFAFF
                || point >= 0x2F800 && point <= 0x2FA1F;
    }
}
