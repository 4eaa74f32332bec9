package loupe.model;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Collects the heads of an encoder. What the published class is named for ends in {@code logits};
 * other heads that its file holds are shown under names of their own.
 */
final class Heading {
    private final String made;
    private final List<Head> heads = new ArrayList<>();
    private final List<Model.WordHead> words = new ArrayList<>();

    /**
     * @param made the class the file was made with, or nothing where that is not said
     */
    Heading(String made) {
        this.made = made;
    }

    /** Whether the file was made as one of these, and must hold what belongs to them. */
    boolean isMadeAs(String... classes) {
        return List.of(classes).contains(made);
    }

    /** A head under that name, whichever class it is. */
    void add(String place, UnaryOperator<NDArray> map) {
        heads.add(new Head(place, map));
    }

    /** A head that ends in {@code logits} for that class, and under that name for all others. */
    void add(String itsClass, String otherwise, UnaryOperator<NDArray> map) {
        add(isMadeAs(itsClass) ? "logits" : otherwise, map);
    }

    /** A head over the vocabulary. */
    void words(String itsClass, Model.WordHead head) {
        words.add(head);
        add(itsClass, "prediction_logits", head::logits);
    }

    List<Head> heads() {
        return List.copyOf(heads);
    }

    List<Model.WordHead> words() {
        return List.copyOf(words);
    }
}
