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
                    + "(?:\\s*\\([^()]*\\))?|public|protected|private|static|final|abstract|default"
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
                end = behind("\n", at, false);
            } else if (code.startsWith("/*", at)) {
                end = behind("*/", at + 2, false);
                if (!code.startsWith("*/", end - 2) || end < at + 4) {
                    unbalanced = Optional.of(mistake(at, at + 2, "this comment is never closed"));
                }
            } else if (code.startsWith("\"\"\"", at)) {
                end = behind("\"\"\"", at + 3, true);
            } else if (bare[at] == '"' || bare[at] == '\'') {
                end = behindQuote(bare[at], at + 1);
            }
            for (int i = at; i < end; i++) {
                bare[i] = bare[i] == '\n' ? '\n' : ' ';
            }
            at = Math.max(end, at + 1);
        }
    }

    private int behind(String mark, int from, boolean escapes) {
        for (int at = from; at < code.length(); at++) {
            if (escapes && code.charAt(at) == '\\') {
                at++;
            } else if (code.startsWith(mark, at)) {
                return at + mark.length();
            }
        }
        return code.length();
    }

    /** A text ends with its line, whether its quote is there or not. */
    private int behindQuote(char quote, int from) {
        int at = from;
        while (at < code.length() && code.charAt(at) != '\n') {
            if (code.charAt(at) == quote) {
                return at + 1;
            }
            at += code.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at, code.length());
    }

    private void split() {
        Deque<Character> open = new ArrayDeque<>();
        boolean assigns = false;
        int from = 0;
        for (int at = 0; at < bare.length; at++) {
            char each = bare[at];
            assigns |= each == '=' && open.isEmpty();
            if ("{([".indexOf(each) >= 0) {
                open.push(each);
            } else if ("})]".indexOf(each) >= 0) {
                if (open.isEmpty() || "{([".indexOf(open.pop()) != "})]".indexOf(each)) {
                    unbalanced = Optional.of(mistake(at, at + 1, "this closes nothing: " + each));
                    return;
                }
            }
            if (open.isEmpty() && (each == ';' || each == '}' && !assigns && !goesOn(at + 1))) {
                add(from, at + 1);
                from = at + 1;
                assigns = false;
            }
        }
        if (!open.isEmpty()) {
            int end = code.stripTrailing().length();
            unbalanced = Optional.of(mistake(end, end + 1, "a brace or bracket is never closed"));
        }
        add(from, bare.length);
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
