package loupe.lesson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A course: a folder with a {@code course.yaml} and its lessons in their order. Start here. */
public record Course(
        String id,
        String title,
        String version,
        List<String> models,
        List<Lesson> lessons,
        List<Finding> findings) {

    private static final Set<String> SETTINGS =
            Set.of("schema", "id", "title", "version", "lessons", "models", "hand-in", "packed");

    public Course {
        if (!Ids.isLesson(id)) {
            throw new IllegalArgumentException("not a course id: " + id);
        }
        Objects.requireNonNull(title);
        Objects.requireNonNull(version);
        models = List.copyOf(models);
        lessons = List.copyOf(lessons);
        findings = List.copyOf(findings);
    }

    public Optional<Lesson> lesson(String id) {
        return lessons.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /**
     * Reads a course and all its lessons. {@code views} are the panels there are: an experiment
     * with another view is a finding. Mistakes in the lessons are their findings; only a course
     * without a readable {@code course.yaml} is a trouble.
     */
    public static Course open(Path folder, Set<String> views) throws LessonTrouble {
        if (!Files.isDirectory(folder)) {
            throw new LessonTrouble(
                    "F001",
                    "There is no course at "
                            + folder
                            + ": name a folder that has a course.yaml in it.");
        }
        Source source = Source.read(folder.resolve("course.yaml"), "course.yaml");
        Findings findings = new Findings();
        Optional<YamlMap> read = new Yaml(source, 0, 0, findings).read(source.text());
        if (read.isEmpty()) {
            throw broken(findings);
        }
        YamlMap map = read.get();
        map.refuseOthers("Y002", SETTINGS, "course.yaml");
        String id = id(map, source, findings);
        String title = map.required("title").orElse(id);
        String version = map.text("version", true).orElse("");
        List<String> models = map.texts("models");
        LessonReader reader = new LessonReader(id, models, views, map.flag("packed"));
        List<Lesson> lessons = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (String each : order(folder, map)) {
            lessons.add(reader.read(place(folder, each), each + "/lesson.md", taken));
        }
        return new Course(id, title, version, models, lessons, findings.inOrder());
    }

    /** The id of a course: without one no answer can be filed. */
    private static String id(YamlMap map, Source source, Findings findings) throws LessonTrouble {
        String id = map.required("id").orElse("");
        if (!id.isEmpty() && !Ids.isLesson(id)) {
            findings.error(
                    "Y002",
                    map.entry("id").map(YamlMap.Entry::valueSpot).orElse(source.wholeLine(0, 0)),
                    "\"id\" must be 3 to 64 small letters, digits and hyphens");
        }
        if (!Ids.isLesson(id)) {
            throw broken(findings);
        }
        return id;
    }

    private static LessonTrouble broken(Findings findings) {
        return new LessonTrouble(
                "Y001",
                "The course cannot be opened, because its course.yaml has a mistake:\n"
                        + Finding.print(findings.inOrder()).stripTrailing());
    }

    private static List<String> order(Path folder, YamlMap map) throws LessonTrouble {
        List<String> listed = map.texts("lessons");
        if (!listed.isEmpty()) {
            return listed;
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(each -> Files.exists(each.resolve("lesson.md")))
                    .map(each -> String.valueOf(each.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new LessonTrouble(
                    "F001",
                    "The folder " + folder + " cannot be read: see that you may open it.",
                    e);
        }
    }

    private static Path place(Path folder, String name) throws LessonTrouble {
        try {
            Path place = folder.resolve(name).normalize();
            if (place.startsWith(folder.normalize()) && !place.equals(folder.normalize())) {
                return place.resolve("lesson.md");
            }
        } catch (InvalidPathException e) {
            throw new LessonTrouble("F001", outside(name), e);
        }
        throw new LessonTrouble("F001", outside(name));
    }

    private static String outside(String name) {
        return "The lesson \""
                + name
                + "\" in course.yaml does not lie inside the course: name a folder beside"
                + " course.yaml.";
    }
}
