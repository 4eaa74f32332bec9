package loupe.experiment;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import loupe.token.Token;

/**
 * Says which word each token belongs to. Words end where Unicode says that they end (UAX 29), so
 * that "don't" is one word and a full stop after a word is another.
 */
final class WordCount {
    private final List<BreakIterator> breaks = new ArrayList<>(); // by segment
    private int words;
    private int segment = -1;
    private int wordStart = -1;

    private WordCount(List<Token> tokens) {
        for (int each = 0; each < 2; each++) {
            BreakIterator iterator = BreakIterator.getWordInstance(Locale.ROOT);
            iterator.setText(text(tokens, each));
            breaks.add(iterator);
        }
    }

    static List<Piece> pieces(List<Token> tokens) {
        WordCount count = new WordCount(tokens);
        List<Piece> pieces = new ArrayList<>();
        for (Token token : tokens) {
            pieces.add(Piece.of(token, count.word(token)));
        }
        return pieces;
    }

    /** A segment put together from its tokens; what lies between them is blank. */
    private static String text(List<Token> tokens, int segment) {
        List<Token> own = tokens.stream().filter(t -> t.segment() == segment).toList();
        char[] text = new char[own.stream().mapToInt(Token::end).max().orElse(0)];
        Arrays.fill(text, ' ');
        for (Token token : own) {
            if (token.text().length() == token.end() - token.start()) {
                token.text().getChars(0, token.text().length(), text, token.start());
            }
        }
        return new String(text);
    }

    private int word(Token token) {
        int start = token.start() == token.end() ? -1 : wordStart(token);
        boolean goesOn = start >= 0 && segment == token.segment() && start == wordStart;
        segment = token.segment();
        wordStart = start;
        words += goesOn ? 0 : 1;
        return words - 1;
    }

    /** Where the word begins that the first visible character of a token is in. */
    private int wordStart(Token token) {
        String text = token.text();
        int first = 0;
        while (first < text.length() && Character.isWhitespace(text.charAt(first))) {
            first++;
        }
        int at = token.start() + (first == text.length() ? 0 : first);
        BreakIterator iterator = breaks.get(token.segment());
        return iterator.isBoundary(at) ? at : iterator.preceding(at);
    }
}
