package loupe.lesson;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The YAML between two lines of three hyphens at the top of a lesson, and the text below it. In the
 * text the front matter's lines are empty, so that every line keeps its number.
 */
record FrontMatter(
        Lesson.Head head, List<String> models, Optional<YamlMap.Entry> points, String body) {
    private static final Set<String> SETTINGS =
            Set.of(
                    "schema",
                    "id",
                    "title",
                    "lang",
                    "summary",
                    "version",
                    "duration",
                    "requires",
                    "objectives",
                    "models",
                    "points",
                    "authors",
                    "license",
                    "tags");

    /** Reads a lesson's front matter; what is missing in it is filled from the folder's name. */
    static FrontMatter read(Source source, String folder, Findings findings) throws LessonTrouble {
        int end = end(source);
        String yaml = String.join("\n", source.lines().subList(1, end));
        String body =
                "\n".repeat(end + 1)
                        + String.join("\n", source.lines().subList(end + 1, source.lines().size()));
        Optional<YamlMap> map = new Yaml(source, 1, 0, findings).read(yaml);
        if (map.isEmpty()) {
            return new FrontMatter(bare(folder), List.of(), Optional.empty(), body);
        }
        map.get().refuseOthers("Y002", SETTINGS, "the front matter");
        checkSchema(map.get(), findings);
        map.get().count("points");
        return new FrontMatter(
                head(map.get(), source, folder, findings),
                map.get().texts("models"),
                map.get().entry("points"),
                body);
    }

    /** A doubt if the points of the questions are not those the lesson promises. */
    void checkPoints(List<Question> questions, Findings findings) {
        int sum = questions.stream().mapToInt(Question::points).sum();
        points.filter(each -> each.value() instanceof Integer said && said != sum)
                .ifPresent(
                        each ->
                                findings.warning(
                                        "W005",
                                        each.valueSpot(),
                                        "the lesson has "
                                                + each.value()
                                                + " points, and its questions have "
                                                + sum));
    }

    /** What a lesson is called of which nothing could be read. */
    static Lesson.Head bare(String folder) {
        String slug = folder.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String id = ("lesson-" + slug).substring(0, Math.min(64, slug.length() + 7));
        return new Lesson.Head(id, folder, "en", "", "", "", List.of(), List.of());
    }

    private static int end(Source source) throws LessonTrouble {
        if (source.line(0).stripTrailing().equals("---")) {
            for (int line = 1; line < source.lines().size(); line++) {
                if (source.line(line).stripTrailing().equals("---")) {
                    return line;
                }
            }
        }
        throw new LessonTrouble(
                "Y001",
                source.file()
                        + " has no front matter: begin it with a line \"---\", then id, title and"
                        + " lang, then a line \"---\".");
    }

    private static Lesson.Head head(YamlMap map, Source source, String folder, Findings findings) {
        Lesson.Head bare = bare(folder);
        Optional<String> id = map.required("id");
        boolean valid = id.filter(Ids::isLesson).isPresent();
        if (id.isPresent() && !valid) {
            findings.error(
                    "Y002",
                    map.entry("id").map(YamlMap.Entry::valueSpot).orElse(source.wholeLine(0, 0)),
                    "\"id\" must be 3 to 64 small letters, digits and hyphens");
        }
        return new Lesson.Head(
                valid ? id.get() : bare.id(),
                map.required("title").orElse(bare.title()),
                map.required("lang").orElse(bare.lang()),
                map.text("summary", false).orElse(""),
                map.text("version", true).orElse(""),
                map.text("duration", true).orElse(""),
                map.texts("objectives"),
                map.texts("tags"));
    }

    private static void checkSchema(YamlMap map, Findings findings) {
        map.require("schema", "1");
        map.entry("schema")
                .filter(each -> each.kind() != Yaml.Kind.NOTHING)
                .filter(each -> !Integer.valueOf(1).equals(each.value()))
                .ifPresent(
                        each ->
                                findings.error(
                                        "Y002",
                                        each.valueSpot(),
                                        "\"schema\" must be 1: this program reads no other"));
    }
}
