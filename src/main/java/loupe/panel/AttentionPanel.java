package loupe.panel;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import loupe.experiment.Advice;
import loupe.experiment.AttentionAnswer;
import loupe.experiment.AttentionExperiment;
import loupe.experiment.AttentionRequest;
import loupe.experiment.Cancellation;
import loupe.experiment.Guess;
import loupe.experiment.Lab;
import loupe.experiment.Piece;
import loupe.experiment.WeightChoice;

/**
 * Attention as the page asks for it and gets it: {@code {model, text, pair?, target?, weights?,
 * seed?}}. The numbers stay behind, see {@link GridWish}.
 */
final class AttentionPanel implements Panel {

    /** The reply in the words of the protocol, its fields in the order they are written. */
    private record Drawing(
            String state,
            String run,
            String model,
            WeightChoice weights,
            String device,
            Map<String, List<Piece>> sides,
            boolean targetWritten,
            List<AttentionAnswer.Attention> stacks,
            List<Guess> next,
            long milliseconds) {}

    private final AttentionExperiment experiment;
    private final Runs runs;

    AttentionPanel(Lab lab, Runs runs) {
        this.experiment = new AttentionExperiment(lab);
        this.runs = runs;
    }

    /** The request that a page has made. */
    static AttentionRequest request(JsonObject json) throws Advice {
        return AttentionRequest.of(Json.text(json, "model"), Json.text(json, "text"))
                .with(
                        WeightChoice.of(
                                Json.text(json, "weights", WeightChoice.TRAINED.variant()),
                                Json.count(json, "seed", WeightChoice.TRAINED.seed())))
                .withPair(Json.text(json, "pair", ""))
                .withTarget(Json.text(json, "target", ""));
    }

    @Override
    public Reply run(JsonObject request, Cancellation cancellation) throws Advice {
        AttentionAnswer answer = experiment.run(request(request), cancellation);
        return new Reply.Drawn(
                Json.GSON.toJson(
                        new Drawing(
                                "drawn",
                                runs.keep(answer.grids()),
                                answer.model(),
                                answer.weights(),
                                answer.device(),
                                Map.of("text", answer.tokens(), "target", answer.target()),
                                answer.targetWritten(),
                                answer.stacks(),
                                answer.next(),
                                answer.milliseconds())));
    }
}
