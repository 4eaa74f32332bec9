package loupe.experiment;

import java.util.List;
import java.util.Optional;

/** What a model is given to read: texts, or ids as they are. */
public sealed interface Given {

    /** A text, or a pair of them, for a model that reads one. */
    record Text(String text, Optional<String> pair) implements Given {}

    /** A text to read and one to write, for a model that does both; both with their marks. */
    record TwoTexts(String encoder, String decoder) implements Given {}

    /**
     * Ids.
     *
     * @param types what the model is told about each; empty for nothing
     * @param decoder what a model that also writes has written; empty for another model
     */
    record Ids(List<Long> ids, List<Long> types, List<Long> decoder) implements Given {

        public Ids {
            ids = List.copyOf(ids);
            types = List.copyOf(types);
            decoder = List.copyOf(decoder);
        }
    }
}
