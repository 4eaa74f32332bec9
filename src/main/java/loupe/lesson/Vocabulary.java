package loupe.lesson;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names a course may use that are made elsewhere, as plain values: panels and models are not
 * known here.
 *
 * @param views the panels an experiment can be shown in
 * @param choices for a setting that takes one of a few words ({@code display}, {@code weights}),
 *     these words
 * @param links what a link may set
 * @param shapes layers and heads of the models that are known here
 */
public record Vocabulary(
        Set<String> views,
        Map<String, Set<String>> choices,
        Set<String> links,
        Map<String, Shape> shapes) {

    public Vocabulary {
        views = Set.copyOf(views);
        choices = Map.copyOf(choices);
        links = Set.copyOf(links);
        shapes = Map.copyOf(shapes);
    }

    /** How many layers a model has, and how many heads the widest of them. */
    public record Shape(int layers, int heads) {
        public Shape {
            if (layers < 1 || heads < 1) {
                throw new IllegalArgumentException("no shape: " + layers + ", " + heads);
            }
        }
    }

    /** Nothing but views: what is not known is not checked. */
    public static Vocabulary ofViews(Set<String> views) {
        return new Vocabulary(views, Map.of(), Set.of(), Map.of());
    }

    Optional<Shape> shape(Object model) {
        return Optional.ofNullable(shapes.get(String.valueOf(model)));
    }
}
