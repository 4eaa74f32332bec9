package loupe.library;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * How much a course may be, counted while it comes in, and what its files may be called. Sizes that
 * a file states of itself are not believed.
 */
final class Limits {
    static final long LARGEST_ARCHIVE = 100L << 20;
    private static final long LARGEST_FILE = 50L << 20;
    private static final long LARGEST_COURSE = 200L << 20;
    private static final int MOST_FILES = 2_000;
    private static final int DEEPEST = 12;
    private static final int LONGEST = 200;

    /** A text can shrink by a factor of some ten; a thousand is a trap. */
    private static final long MOST_GROWTH = 500;

    private static final long SMALL = 1L << 20;
    private static final Pattern ODD = Pattern.compile("[\\p{Cntrl}:*?\"<>|\\\\]");

    private final Set<String> names = new TreeSet<>();
    private long bytes;

    /** Takes the name of a file, with slashes; a finding in the form of a trouble if it is odd. */
    void name(String name) throws CourseTrouble {
        boolean leadsOut = name.startsWith("/") || List.of(name.split("/", -1)).contains("..");
        if (leadsOut || ODD.matcher(name).find()) {
            throw new CourseTrouble(
                    "The course was not installed: the file \""
                            + printable(name)
                            + "\" in it would lie outside the course, or has a name that not every"
                            + " computer takes.");
        }
        if (name.length() > LONGEST || name.split("/").length > DEEPEST) {
            throw new CourseTrouble(
                    "The course was not installed: a file in it lies too deep, or its name is too"
                            + " long: "
                            + printable(name));
        }
        if (!names.add(name.toLowerCase(Locale.ROOT))) {
            throw new CourseTrouble(
                    "The course was not installed: it has the file \""
                            + printable(name)
                            + "\" twice.");
        }
        if (names.size() > MOST_FILES) {
            throw new CourseTrouble(
                    "The course was not installed: it has more than " + MOST_FILES + " files.");
        }
    }

    /**
     * Counts what came of one file.
     *
     * @param so how much of it came so far, {@code more} the last of it
     * @param packed how large it was packed, 0 if it was not
     */
    void count(String name, long so, long more, long packed) throws CourseTrouble {
        bytes += more;
        if (so > LARGEST_FILE || bytes > LARGEST_COURSE) {
            throw new CourseTrouble(
                    "The course was not installed: it is larger than a course may be (50 MB for a"
                            + " file, 200 MB in all), at \""
                            + printable(name)
                            + "\".");
        }
        if (packed > 0 && so > SMALL && so / packed > MOST_GROWTH) {
            throw new CourseTrouble(
                    "The course was not installed: the file \""
                            + printable(name)
                            + "\" grows without measure when it is unpacked.");
        }
    }

    private static String printable(String name) {
        String plain = name.replaceAll("\\p{Cntrl}", "?");
        return plain.length() > 80 ? plain.substring(0, 80) + "..." : plain;
    }
}
