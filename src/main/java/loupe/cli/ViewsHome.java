package loupe.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import loupe.experiment.Speed;

/**
 * What the benchmark of the views runs on: a model with random weights in the shape of
 * bert-base-uncased, and for each view and length a course of one lesson with one panel.
 */
final class ViewsHome {
    private static final String MODEL = "bert-base-uncased";
    private static final List<String> VIEWS = List.of("head", "neuron", "model");
    private static final List<Integer> LENGTHS = List.of(128, 512);
    private static final List<String> MARKS = List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]");
    private static final List<String> WORDS =
            List.of("the dog sat in a car and saw an old man with his hat on it".split(" "));

    private final WindowTools tools;
    private final int runs;

    ViewsHome(WindowTools tools, int runs) {
        this.tools = tools;
        this.runs = runs;
    }

    int run() throws Exception {
        Path folder = Files.createTempDirectory("loupe-views");
        try {
            Path model = folder.resolve(MODEL);
            EngineBench.onModelThread(
                    () -> {
                        Speed.write(model, EngineBench.MODELS.get(MODEL));
                        return 0;
                    });
            List<String> vocabulary = new ArrayList<>(MARKS);
            vocabulary.addAll(WORDS);
            Files.write(model.resolve("vocab.txt"), vocabulary);
            List<Path> homes = new ArrayList<>();
            for (int length : LENGTHS) {
                for (String view : VIEWS) {
                    homes.add(home(folder.resolve(view + "-" + length), view, length, model));
                }
            }
            return tools.views(homes, runs);
        } finally {
            EngineBench.delete(folder);
        }
    }

    /** The panel stands below the window's edge, so that it does not run before it is wanted. */
    private static Path home(Path home, String view, int length, Path model) throws Exception {
        Path lesson = Files.createDirectories(home.resolve("lessons/one"));
        Files.writeString(
                home.resolve("lessons/course.yaml"),
                """
                schema: 1
                id: bench
                title: Bench
                version: "1"
                lessons:
                  - one
                models:
                  - %s
                """
                        .formatted(model));
        Files.writeString(
                lesson.resolve("lesson.md"),
                """
                ---
                schema: 1
                id: one
                title: %s
                lang: en
                ---

                %s
                ```yaml experiment {#panel}
                view: %s
                model: %s
                text: %s
                ```
                """
                        .formatted(
                                home.getFileName(),
                                "A line of text.\n\n".repeat(60),
                                view,
                                model,
                                text(length)));
        return home;
    }

    /** Words that are one token each; the tokenizer adds one mark before and one after. */
    private static String text(int tokens) {
        return IntStream.range(0, tokens - 2)
                .mapToObj(i -> WORDS.get(i % WORDS.size()))
                .collect(Collectors.joining(" "));
    }
}
