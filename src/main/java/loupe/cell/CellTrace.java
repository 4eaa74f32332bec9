package loupe.cell;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stack trace as the one who wrote the cell reads it.
 *
 * @param message the exception and what it says
 * @param places the lines of the cells that were under way, the innermost first
 */
public record CellTrace(String message, List<CellPlace> places) {
    private static final Pattern FRAME =
            Pattern.compile("\\(" + CellSource.CLASS + "\\.java:(\\d{1,9})\\)");

    /** In the name of a class or a method, what nobody wrote. */
    private static final Pattern OURS =
            Pattern.compile("\\b" + CellSource.CLASS + "(?:\\$(?=\\p{L})|\\.(?!java:))");

    /** Reads what Java prints of an exception; of its causes only the first line is kept. */
    public static CellTrace of(String trace, CellLines lines) {
        int frames = trace.indexOf("\n\tat ");
        String head = frames < 0 ? trace : trace.substring(0, frames);
        int cause = trace.indexOf("\nCaused by: ");
        Matcher frame = FRAME.matcher(cause < 0 ? trace : trace.substring(0, cause));
        List<CellPlace> places =
                frame.results()
                        .map(each -> lines.of(Integer.parseInt(each.group(1))))
                        .flatMap(Optional::stream)
                        .distinct()
                        .toList();
        String because =
                cause < 0 ? "" : trace.substring(cause).strip().lines().findFirst().orElse("");
        String message = because.isEmpty() ? head.strip() : head.strip() + "\n" + because;
        return new CellTrace(said(plain(message)), places);
    }

    /** What it means where the process says no. */
    private static String said(String message) {
        if (message.startsWith("java.security.AccessControlException: ")) {
            return "A cell may not do this: it reaches no files, no network and no other program ("
                    + message.substring(message.indexOf(": ") + 2)
                    + ").";
        }
        if (message.startsWith("OutOfMemoryError")) {
            return "There is no more memory: a cell has " + CellRun.MEMORY + " MB.";
        }
        return message;
    }

    /** Names without the packages that everybody knows, and without our class around them. */
    private static String plain(String message) {
        return message.replaceAll("\\b(java\\.lang\\.|" + CellSource.CLASS + "\\$)(?=[A-Z])", "");
    }

    /** The same for what was printed: our class is not named, and its lines are the cell's. */
    public static String lines(String text, CellLines lines) {
        String plain = OURS.matcher(text).replaceAll("");
        return FRAME.matcher(plain)
                .replaceAll(
                        each ->
                                lines.of(Integer.parseInt(each.group(1)))
                                        .map(at -> "(line " + (at.line() + 1) + ")")
                                        .orElse("(Loupe)"));
    }
}
