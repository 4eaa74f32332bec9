package loupe.cell;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the code of a cell apart where a semicolon or a closing brace ends a piece. It looks at no
 * more than brackets and first words: whatever it takes for something else is a mistake that the
 * compiler finds.
 */
final class Chunks {
    private static final String NAMED = "(?:[\\w$]+\\s*\\.\\s*)*[\\w$]+";
    private static final String TYPE = NAMED + "(?:\\s*<[^;(){}=]*>)?(?:\\s*\\[\\s*\\])*";
    private static final String MODIFIERS =
            "(?:(?:@\\s*"
                    + NAMED
                    + "(?:\\s*\\([^()]*\\))?|public|protected|private|static|final|abstract|default|volatile|transient"
                    + "|sealed|non-sealed|strictfp|synchronized(?!\\s*\\())\\s+)*";

    private static final Pattern IMPORT = pattern("import(?![\\w$])");
    private static final Pattern TYPE_BEGINS =
            pattern(
                    MODIFIERS
                            + "(?:(?:class|interface|enum|@interface)\\s+[\\w$]+|record\\s+[\\w$]+\\s*[<(])");
    private static final Pattern METHOD_BEGINS =
            pattern(
                    MODIFIERS
                            + "(?:<[^;(){}=]*>\\s*)?"
                            + TYPE
                            + "\\s*(?<=[\\s\\]>])[\\w$]+\\s*\\(");
    private static final Pattern VARIABLE =
            pattern(MODIFIERS + TYPE + "\\s*(?<=[\\s\\]>])[\\w$]+\\s*(?:\\[\\s*\\]\\s*)*[=;,]");
    private static final Pattern VAR = pattern(MODIFIERS + "var\\s+[\\w$]+\\s*=");

    /** Words that begin a statement and could be taken for a type. */
    private static final Pattern DONE =
            pattern(
                    "(?:return|throw|else|new|yield|assert|break|continue|goto|case|package|if|for"
                            + "|while|do|switch|try|catch|finally)(?![\\w$])");

    /** Characters that tell what a piece is. */
    private static final int HEAD = 500;

    private static final String OPENING = "{([";
    private static final String CLOSING = "})]";
    private static final String TEXT_BLOCK = "\"\"\"";

    private final String code;
    private final char[] bare;
    private final String bareCode;
    private final List<Chunk> chunks = new ArrayList<>();
    private Optional<CellMistake> unbalanced = Optional.empty();

    Chunks(String code) {
        this.code = code;
        bare = code.toCharArray();
        blank();
        bareCode = new String(bare);
        if (unbalanced.isEmpty()) {
            split();
        }
    }

    /** The pieces in their order. */
    List<Chunk> all() {
        return List.copyOf(chunks);
    }

    /** A bracket that is never closed, or closes what nobody opened; of cell 0. */
    Optional<CellMistake> unbalanced() {
        return unbalanced;
    }

    /** Letters are those of every language. */
    private static Pattern pattern(String words) {
        return Pattern.compile(words, Pattern.UNICODE_CHARACTER_CLASS);
    }

    /** Where a word stands for the first time from an offset on, outside texts and comments. */
    int word(String word, int from) {
        Matcher found = Pattern.compile("\\b" + word + "\\b").matcher(bareCode);
        return found.find(from) ? found.start() : from;
    }

    /** Puts blanks over comments, texts and characters, so that what is left can be counted. */
    private void blank() {
        int at = 0;
        while (at < bare.length) {
            int end = at;
            if (code.startsWith("//", at)) {
                end = endOfLine(at);
            } else if (code.startsWith("/*", at)) {
                end = behind("*/", at, at + 2, code.length(), "this comment is never closed");
            } else if (code.startsWith(TEXT_BLOCK, at)) {
                end = behind(TEXT_BLOCK, at, at + 3, code.length(), "this text is never closed");
            } else if (bare[at] == '"' || bare[at] == '\'') {
                String quote = String.valueOf(bare[at]);
                end = behind(quote, at, at + 1, endOfLine(at), "this quote is never closed");
            }
            for (int i = at; i < end; i++) {
                bare[i] = bare[i] == '\n' ? '\n' : ' ';
            }
            at = Math.max(end, at + 1);
        }
    }

    private int endOfLine(int from) {
        int end = code.indexOf('\n', from);
        return end < 0 ? code.length() : end;
    }

    /** The end of what begins at a place; where it has none before a limit, that is a mistake. */
    private int behind(String mark, int begins, int from, int limit, String mistake) {
        boolean escapes = !mark.equals("*/");
        for (int at = from; at < limit; at++) {
            if (escapes && code.charAt(at) == '\\') {
                at++;
            } else if (code.startsWith(mark, at)) {
                return at + mark.length();
            }
        }
        unbalanced = unbalanced.or(() -> Optional.of(mistake(begins, from, mistake)));
        return limit;
    }

    private void split() {
        Deque<Integer> open = new ArrayDeque<>();
        boolean assigns = false;
        int from = 0;
        for (int at = 0; at < bare.length && unbalanced.isEmpty(); at++) {
            char each = bare[at];
            assigns |= each == '=' && open.isEmpty();
            if (OPENING.indexOf(each) >= 0) {
                open.push(at);
            } else if (CLOSING.indexOf(each) >= 0) {
                close(open, at);
            }
            if (open.isEmpty() && (each == ';' || each == '}' && !assigns && !goesOn(at + 1))) {
                add(from, at + 1);
                from = at + 1;
                assigns = false;
            }
        }
        if (unbalanced.isEmpty() && !open.isEmpty()) {
            unbalanced = Optional.of(neverClosed(open));
        }
        add(from, bare.length);
    }

    private void close(Deque<Integer> open, int at) {
        if (open.isEmpty() || bare[open.peek()] == '{' && bare[at] != '}') {
            unbalanced = Optional.of(mistake(at, at + 1, "this closes nothing: " + bare[at]));
        } else if (OPENING.indexOf(bare[open.peek()]) != CLOSING.indexOf(bare[at])) {
            unbalanced = Optional.of(neverClosed(open));
        } else {
            open.pop();
        }
    }

    /** A brace is missed at the end, a bracket where it was opened. */
    private CellMistake neverClosed(Deque<Integer> open) {
        int end = code.stripTrailing().length();
        return open.stream()
                .filter(each -> bare[each] != '{')
                .findFirst()
                .map(each -> mistake(each, each + 1, "this is never closed: " + bare[each]))
                .orElseGet(() -> mistake(end, end + 1, "a brace is never closed"));
    }

    /** Whether what follows a closing brace belongs to the same piece. */
    private boolean goesOn(int at) {
        int next = at;
        while (next < bare.length && Character.isWhitespace(bare[next])) {
            next++;
        }
        return next < bare.length && ";.,:?[".indexOf(bare[next]) >= 0;
    }

    private CellMistake mistake(int from, int to, String message) {
        int line = (int) code.substring(0, from).chars().filter(each -> each == '\n').count();
        int start = code.lastIndexOf('\n', from - 1) + 1;
        return new CellMistake(new CellPlace(0, line, from - start, to - start), message);
    }

    private void add(int from, int to) {
        String words = new String(bare, from, to - from).strip();
        if (!words.isEmpty()) {
            chunks.add(new Chunk(kind(words), from, to));
        } else if (!code.substring(from, to).isBlank() && !comments(from, to)) {
            chunks.add(new Chunk(Chunk.Kind.STATEMENT, from, to)); // a text alone
        }
    }

    private boolean comments(int from, int to) {
        String left = code.substring(from, to).strip();
        return left.startsWith("//") || left.startsWith("/*");
    }

    private static Chunk.Kind kind(String words) {
        String head = words.substring(0, Math.min(words.length(), HEAD));
        if (IMPORT.matcher(head).lookingAt()) {
            return Chunk.Kind.IMPORT;
        }
        if (DONE.matcher(head).lookingAt()) {
            return Chunk.Kind.STATEMENT;
        }
        if (hasBody(words)
                && (TYPE_BEGINS.matcher(head).lookingAt()
                        || METHOD_BEGINS.matcher(head).lookingAt())) {
            return Chunk.Kind.MEMBER;
        }
        if (VAR.matcher(head).lookingAt()) {
            return Chunk.Kind.VAR;
        }
        return VARIABLE.matcher(head).lookingAt() ? Chunk.Kind.VARIABLE : Chunk.Kind.STATEMENT;
    }

    private static boolean hasBody(String words) {
        int last = words.length() - 1;
        while (last >= 0
                && (words.charAt(last) == ';' || Character.isWhitespace(words.charAt(last)))) {
            last--;
        }
        return last >= 0 && words.charAt(last) == '}';
    }
}
