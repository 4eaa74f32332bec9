package loupe.answer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The copies of attached views: {@code <course>/views/<sha256>.png}, {@code .json} (the state) and
 * {@code .csv} (the numbers). Each is written once, since its name is its content.
 */
final class Views {
    private static final String FOLDER = "views";
    private static final Pattern NAME = Pattern.compile("([0-9a-f]{64})\\.(png|json|csv)");

    private Views() {}

    static void write(Path course, Evidence view) throws IOException {
        Path folder = course.resolve(FOLDER);
        Files.createDirectories(folder);
        String name = view.sha256();
        // The picture comes last: where it is, the others are.
        once(folder, name + ".json", AnswerStore.bytes(view.state()));
        once(folder, name + ".csv", AnswerStore.bytes(view.csv()));
        once(folder, name + ".png", view.png());
    }

    private static void once(Path folder, String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file) || Files.size(file) != bytes.length) {
            Path spare = folder.resolve("." + name + ".new");
            Files.write(spare, bytes);
            Files.move(spare, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** Every view below a folder of copies that is what its name says. */
    static List<Evidence> readAll(Path copies) throws IOException {
        List<Evidence> views = new ArrayList<>();
        if (!Files.isDirectory(copies)) {
            return views;
        }
        try (Stream<Path> files = Files.walk(copies, 3)) {
            for (Path png : files.filter(each -> name(each).endsWith(".png")).sorted().toList()) {
                Matcher name = NAME.matcher(name(png));
                if (name.matches()) {
                    read(png.getParent(), name.group(1), views);
                }
            }
        }
        return views;
    }

    private static void read(Path folder, String name, List<Evidence> views) throws IOException {
        Path state = folder.resolve(name + ".json");
        Path csv = folder.resolve(name + ".csv");
        if (Files.exists(state) && Files.exists(csv)) {
            Evidence view =
                    new Evidence(
                            new String(Files.readAllBytes(state), StandardCharsets.UTF_8),
                            Files.readAllBytes(folder.resolve(name + ".png")),
                            new String(Files.readAllBytes(csv), StandardCharsets.UTF_8));
            if (view.sha256().equals(name)) {
                views.add(view);
            }
        }
    }

    /** What was written here of a course's views. */
    static List<Path> filesOf(Path course) throws IOException {
        Path folder = course.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            each ->
                                    NAME.matcher(name(each).replaceAll("^\\.|\\.new$", ""))
                                            .matches())
                    .toList();
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
