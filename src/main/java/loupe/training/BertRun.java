package loupe.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Set;
import loupe.model.Model;
import loupe.model.Trace;
import loupe.tensor.Embedding;

/**
 * What a BERT makes of a batch: of the tokens to be told, and only of them, logits over the
 * vocabulary, (M, V); and whether the second text follows, (B, 2).
 */
record BertRun(NDArray words, NDArray follows) {

    private static final String FOLLOWS = "seq_relationship_logits";

    static BertRun of(Model model, MaskedBatch texts, NDManager scope) {
        String last = "hidden." + model.anatomy().stacks().get(0).layers();
        Trace trace = Trace.of(Set.of(last, FOLLOWS));
        model.run(texts.batch(scope), trace);
        NDArray hidden = trace.get(last); // (B, T, D)
        NDArray flat = hidden.reshape(-1, hidden.getShape().get(2)); // (B T, D)
        NDArray asked = new Embedding(flat).apply(scope.create(texts.places())); // (M, D)
        return new BertRun(model.wordHead().orElseThrow().logits(asked), trace.get(FOLLOWS));
    }
}
