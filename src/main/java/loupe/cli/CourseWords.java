package loupe.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import loupe.experiment.ModelShape;
import loupe.lesson.Vocabulary;
import loupe.panel.PanelCatalog;
import loupe.panel.PanelSettings;

/** The names that courses may use on this computer: its panels, their settings, its models. */
public final class CourseWords {
    private CourseWords() {}

    /**
     * @param home where the program is installed
     */
    public static Vocabulary of(Path home) {
        Map<String, Vocabulary.Shape> shapes =
                ModelShape.ofThisComputer(home).entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        each ->
                                                new Vocabulary.Shape(
                                                        each.getValue().layers(),
                                                        each.getValue().heads())));
        return new Vocabulary(
                PanelCatalog.ids(), PanelSettings.choices(), PanelSettings.links(), shapes);
    }

    static Vocabulary here() {
        return of(Path.of(System.getProperty("loupe.home", ".")));
    }
}
