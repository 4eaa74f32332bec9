package loupe.panel;

import com.google.gson.JsonObject;
import java.util.List;
import loupe.experiment.Advice;
import loupe.experiment.Cancellation;
import loupe.experiment.Lab;
import loupe.experiment.Piece;
import loupe.experiment.VectorsAnswer;
import loupe.experiment.VectorsExperiment;
import loupe.experiment.WeightChoice;

/**
 * The vectors of one word in two texts, as the page asks for them: {@code {model, text, other,
 * weights?, seed?}}.
 */
final class VectorsPanel implements Panel {

    /** The reply in the words of the protocol, its fields in the order they are written. */
    private record Drawing(
            String state,
            String model,
            WeightChoice weights,
            String device,
            List<Piece> first,
            List<Piece> second,
            List<VectorsAnswer.Word> words,
            long milliseconds) {}

    private final VectorsExperiment experiment;

    VectorsPanel(Lab lab, Runs unused) {
        this.experiment = new VectorsExperiment(lab);
    }

    @Override
    public Reply run(JsonObject request, Cancellation cancellation) throws Advice {
        VectorsAnswer answer =
                experiment.run(
                        AttentionPanel.request(request), Json.text(request, "other"), cancellation);
        return new Reply.Drawn(
                Json.GSON.toJson(
                        new Drawing(
                                "drawn",
                                answer.model(),
                                answer.weights(),
                                answer.device(),
                                answer.first(),
                                answer.second(),
                                answer.words(),
                                answer.milliseconds())));
    }
}
