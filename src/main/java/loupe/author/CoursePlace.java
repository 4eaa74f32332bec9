package loupe.author;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A course, and perhaps one lesson of it, that a path means: the course's folder, a lesson's, or a
 * file in it.
 *
 * @param folder the course's folder
 * @param part what is meant of it, as findings name their files; empty for all
 */
public record CoursePlace(Path folder, String part) {

    /**
     * @throws AuthorTrouble if there is no course at the path or above it
     */
    public static CoursePlace of(Path path) throws AuthorTrouble {
        if (!Files.exists(path)) {
            throw new AuthorTrouble(
                    "There is nothing at "
                            + path
                            + ". Name a course's folder, or a lesson in one.");
        }
        Path wanted = path.toAbsolutePath().normalize();
        Path course =
                above(wanted)
                        .orElseThrow(
                                () ->
                                        new AuthorTrouble(
                                                "Neither "
                                                        + path
                                                        + " nor a folder above it has a course.yaml."
                                                        + " Begin a course with: installer/run new"
                                                        + " course \"Title\""));
        Path meant = Files.isDirectory(wanted) ? wanted : wanted.getParent();
        return new CoursePlace(course, course.relativize(meant).toString().replace('\\', '/'));
    }

    /** The nearest folder from here upwards that holds a course. */
    static Optional<Path> above(Path path) {
        for (Path at = path.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
            if (Files.isRegularFile(at.resolve("course.yaml"))) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    /** Whether a file of the course, as a finding names it, is meant. */
    boolean means(String file) {
        return part.isEmpty() || file.startsWith(part + "/");
    }
}
