package loupe.model;

import loupe.tensor.Embedding;
import loupe.tensor.Weights;

/** One table of token vectors for both stacks; a file may have it under any of its names. */
final class SharedTable {

    private SharedTable() {}

    /**
     * @param names the best one first; if none is there, it is the one that is missed
     */
    static Embedding read(Weights weights, int vocabulary, int width, String... names) {
        String found = names[0];
        for (String name : names) {
            if (weights.has(name)) {
                found = name;
                break;
            }
        }
        return new Embedding(weights.get(found, vocabulary, width));
    }
}
