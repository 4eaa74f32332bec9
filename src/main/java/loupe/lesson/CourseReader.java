package loupe.lesson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import loupe.cell.CellCompiler;

/** Reads a course from its folder. */
final class CourseReader {
    private static final Set<String> SETTINGS =
            Set.of("schema", "id", "title", "version", "lessons", "models", "hand-in", "packed");

    private final Path folder;
    private final Vocabulary vocabulary;
    private final Map<Lesson, String> places = new IdentityHashMap<>();
    private Optional<LessonReader> reader = Optional.empty();
    private Optional<Translations> translations = Optional.empty();

    CourseReader(Path folder, Vocabulary vocabulary) {
        this.folder = folder;
        this.vocabulary = vocabulary;
    }

    Course read() throws LessonTrouble {
        if (!Files.isDirectory(folder)) {
            throw new LessonTrouble(
                    "F001",
                    "There is no course at "
                            + folder
                            + ": name a folder that has a course.yaml in it.");
        }
        Source source = Source.read(folder, folder.resolve("course.yaml"), "course.yaml");
        Findings findings = new Findings();
        Optional<YamlMap> settings = new Yaml(source, 0, 0, findings).read(source.text());
        if (settings.isEmpty()) {
            throw broken(findings);
        }
        YamlMap map = settings.get();
        map.refuseOthers("Y002", SETTINGS, "course.yaml");
        checkSchema(map, findings);
        String id = id(map, source, findings);
        String title = map.required("title").orElse(id);
        String version = map.text("version", true).orElse("");
        List<String> models = map.texts("models");
        Published published = Published.read(folder, findings);
        Rules rules = new Rules(folder, id, models, vocabulary, published, map.flag("packed"));
        LessonReader lessonReader = new LessonReader(rules);
        reader = Optional.of(lessonReader);
        Set<String> taken = new HashSet<>();
        List<Lesson> lessons = new ArrayList<>();
        List<Lesson> versions = new ArrayList<>();
        Translations others = new Translations(lessonReader);
        translations = Optional.of(others);
        for (String each : order(map)) {
            Lesson lesson = lessonReader.read(place(each), each + "/lesson.md", taken);
            lessons.add(lesson);
            versions.add(lesson);
            versions.addAll(others.readable(lesson, each));
            places.put(lesson, each);
        }
        published.checkAll(lessons, findings);
        return new Course(id, title, version, models, lessons, versions, findings.inOrder());
    }

    /** What is wrong with the translations of what was read. */
    List<Finding> translations(Course course) {
        List<Finding> all = new ArrayList<>();
        for (Lesson lesson : course.lessons()) {
            if (Files.isDirectory(lesson.folder())) {
                translations.ifPresent(each -> all.addAll(each.check(lesson, places.get(lesson))));
            }
        }
        return all;
    }

    /** What the compiler says of the Java cells of all that was read. */
    List<Finding> cells() {
        return CellCheck.check(
                reader.map(LessonReader::cells).orElse(List.of()), CellCompiler.find());
    }

    private static void checkSchema(YamlMap map, Findings findings) throws LessonTrouble {
        Optional<YamlMap.Entry> schema = map.entry("schema");
        if (schema.isPresent() && !Integer.valueOf(1).equals(schema.get().value())) {
            findings.error(
                    "Y002",
                    schema.get().valueSpot(),
                    "\"schema\" must be 1: this program reads no other",
                    "get a newer Loupe for a newer course");
            throw broken(findings);
        }
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
                        + Finding.print(findings.inOrder()).stripTrailing(),
                findings.inOrder());
    }

    private List<String> order(YamlMap map) throws LessonTrouble {
        List<String> listed = map.texts("lessons");
        if (!listed.isEmpty()) {
            return listed;
        }
        List<String> found = new ArrayList<>(lessonsIn(folder, ""));
        found.addAll(lessonsIn(folder.resolve("lessons"), "lessons/"));
        if (found.isEmpty()) {
            throw new LessonTrouble(
                    "Y002",
                    "The course has no lesson: list its folders in course.yaml under \"lessons\".");
        }
        return found;
    }

    private List<String> lessonsIn(Path place, String prefix) throws LessonTrouble {
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try (Stream<Path> inside = Files.list(place)) {
            return inside.filter(each -> Files.exists(each.resolve("lesson.md")))
                    .map(each -> prefix + each.getFileName())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new LessonTrouble(
                    "F001",
                    "The folder " + place + " cannot be read: see that you may open it.",
                    e);
        }
    }

    private Path place(String name) throws LessonTrouble {
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
