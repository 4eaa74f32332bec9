package loupe.panel;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import loupe.experiment.Advice;
import loupe.experiment.Cancellation;
import loupe.experiment.GradientAnswer;
import loupe.experiment.GradientExperiment;
import loupe.experiment.GradientRequest;
import loupe.experiment.Lab;
import loupe.experiment.Piece;
import loupe.experiment.WeightChoice;

/**
 * What training would do to one head, as the page asks for it: {@code {model, text, layer, head,
 * answer?, weights?, seed?}}. The numbers stay behind as {@code attn} and {@code push}.
 */
final class GradientPanel implements Panel {

    /** The reply in the words of the protocol, its fields in the order they are written. */
    private record Drawing(
            String state,
            String run,
            String model,
            WeightChoice weights,
            String device,
            List<Piece> tokens,
            int layers,
            int heads,
            boolean causal,
            String told,
            double loss,
            long milliseconds) {}

    private final GradientExperiment experiment;
    private final Runs runs;

    GradientPanel(Lab lab, Runs runs) {
        this.experiment = new GradientExperiment(lab);
        this.runs = runs;
    }

    @Override
    public Reply run(JsonObject request, Cancellation cancellation) throws Advice {
        GradientAnswer answer =
                experiment.run(
                        GradientRequest.of(
                                AttentionPanel.request(request),
                                (int) Json.count(request, "layer", 0),
                                (int) Json.count(request, "head", 0),
                                Json.text(request, "answer", "")),
                        cancellation);
        return new Reply.Drawn(
                Json.GSON.toJson(
                        new Drawing(
                                "drawn",
                                runs.keep(
                                        Map.of("attn", answer.attention(), "push", answer.push())),
                                answer.model(),
                                answer.weights(),
                                answer.device(),
                                answer.tokens(),
                                answer.layers(),
                                answer.heads(),
                                answer.causal(),
                                answer.told(),
                                answer.loss(),
                                answer.milliseconds())));
    }
}
