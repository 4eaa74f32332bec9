package loupe.lesson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of one kind that a lesson may name: in a folder of its own ({@code figures/x.png}), or
 * in the course's ({@code ../../shared/figures/x.png}). No path and no link leads further.
 */
enum Beside {
    FIGURES("figures", List.of(".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp")),
    TEXTS("texts", List.of(".txt"));

    private static final int HIGHEST = 3;

    private final String home;
    private final List<String> endings;
    private final Pattern address;

    Beside(String home, List<String> endings) {
        this.home = home;
        this.endings = endings;
        this.address =
                Pattern.compile(
                        "((?:\\.\\./){1,3}(?=shared/))?((?:shared/)?"
                                + home
                                + "(?:/[\\p{L}\\p{N}_][\\p{L}\\p{N}_. -]*)+)");
    }

    /** Whether an address can be one of these files at all. */
    boolean isAddress(String wish) {
        return address.matcher(wish).matches()
                && endings.stream().anyMatch(wish.toLowerCase(Locale.ROOT)::endsWith);
    }

    /** The address without the steps up to the course: {@code shared/figures/x.png}. */
    static String plain(String wish) {
        return wish.replaceFirst("^(\\.\\./)+", "");
    }

    /** The file at an address, links followed, if it is there, spelt so, and inside the course. */
    Optional<Path> find(Path lesson, String wish) throws IOException {
        Matcher parts = address.matcher(wish);
        if (!isAddress(wish) || !parts.matches()) {
            return Optional.empty();
        }
        String plain = parts.group(2);
        Optional<Path> from = plain.startsWith("shared/") ? course(lesson) : Optional.of(lesson);
        try {
            return from.filter(root -> parts.group(1) == null || leads(lesson, wish, root, plain))
                    .map(root -> root.resolve(plain))
                    .filter(file -> isInside(from.get(), file) && isSpelt(file, plain));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static boolean leads(Path lesson, String wish, Path root, String plain) {
        return lesson.resolve(wish).normalize().equals(root.resolve(plain).normalize());
    }

    /** Whether a file is there and stays inside a folder when links are followed. */
    static boolean isInside(Path folder, Path file) {
        try {
            return Files.exists(file) && file.toRealPath().startsWith(folder.toRealPath());
        } catch (IOException e) { // a circle of links, or none of our business
            return false;
        }
    }

    /** macOS and Windows take any letter case; GitHub and Linux do not. */
    private static boolean isSpelt(Path file, String plain) {
        try {
            return file.toRealPath(LinkOption.NOFOLLOW_LINKS).endsWith(Path.of(plain));
        } catch (IOException e) {
            return false;
        }
    }

    /** The course a lesson lies in. */
    private static Optional<Path> course(Path lesson) {
        Path at = lesson.toAbsolutePath().normalize();
        for (int step = 0; step <= HIGHEST && at != null; step++, at = at.getParent()) {
            if (Files.exists(at.resolve("course.yaml"))) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    /** The addresses of the files that are there, to propose one of them. */
    List<String> all(Path lesson) throws IOException {
        List<String> all = new ArrayList<>(list(lesson, lesson.resolve(home)));
        Optional<Path> course = course(lesson);
        if (course.isPresent()) {
            Path shared = course.get().resolve("shared").resolve(home);
            all.addAll(list(lesson.toAbsolutePath().normalize(), shared));
        }
        return all;
    }

    private static List<String> list(Path from, Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder, 4)) {
            return files.filter(Files::isRegularFile)
                    .map(each -> from.relativize(each).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }
}
