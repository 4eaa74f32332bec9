package loupe.author;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import loupe.lesson.Course;

/**
 * What of a course's folder is for students.
 *
 * @param files by their names in the course, in order
 * @param leftOut what is not for them, with the reason
 */
record Contents(Map<String, Path> files, Map<String, String> leftOut) {
    private static final Pattern SPARE =
            Pattern.compile(".*(~|\\.bak|\\.orig|\\.tmp|\\.swp|\\.zip|\\.draft\\.md)");

    private static final Pattern LESSON = Pattern.compile("lesson(\\.[^.]+)?\\.md");

    static Contents of(Path folder, Course course) throws IOException {
        Path root = folder.toAbsolutePath().normalize();
        Set<Path> lessons =
                course.lessons().stream()
                        .map(each -> each.folder().normalize())
                        .collect(Collectors.toSet());
        Contents contents = new Contents(new TreeMap<>(), new TreeMap<>());
        Files.walkFileTree(root, contents.new Walk(root, lessons));
        return contents;
    }

    private final class Walk extends SimpleFileVisitor<Path> {
        private final Path root;
        private final Set<Path> lessons;

        Walk(Path root, Set<Path> lessons) {
            this.root = root;
            this.lessons = lessons;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path at, BasicFileAttributes attributes) {
            if (at.equals(root)) {
                return FileVisitResult.CONTINUE;
            }
            Optional<String> reason = reason(at);
            if (reason.isEmpty()
                    && Files.exists(at.resolve("lesson.md"))
                    && !lessons.contains(at)) {
                reason = Optional.of("a draft, not listed in course.yaml");
            }
            reason.ifPresent(why -> leftOut.put(name(at) + "/", why));
            return reason.isEmpty() ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            Optional<String> reason =
                    attributes.isRegularFile()
                            ? reason(file)
                            : Optional.of(attributes.isSymbolicLink() ? "a link" : "no file");
            if (reason.isPresent()) {
                leftOut.put(name(file), reason.get());
            } else {
                files.put(name(file), file);
            }
            return FileVisitResult.CONTINUE;
        }

        private String name(Path path) {
            return root.relativize(path).toString().replace('\\', '/');
        }

        /**
         * A note beside a lesson may be an older key: what no lesson shows stays with its author.
         */
        private Optional<String> reason(Path path) {
            String name = String.valueOf(path.getFileName());
            if (name.equalsIgnoreCase("key.md")) {
                return Optional.of("the answers");
            }
            if (name.startsWith(".")) {
                return Optional.of("hidden");
            }
            if (name.equals("drafts") || name.equals("export")) {
                return Optional.of("a draft");
            }
            if (SPARE.matcher(name).matches()) {
                return Optional.of("a spare copy");
            }
            boolean note = name.toLowerCase(Locale.ROOT).endsWith(".md");
            return note && lessons.contains(path.getParent()) && !LESSON.matcher(name).matches()
                    ? Optional.of("no part of the lesson")
                    : Optional.empty();
        }
    }
}
