package loupe.panel;

import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
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

/** Attention as the page asks for it and gets it. */
final class AttentionPanel {
    static final String ID = "neuron";

    /** The reply in the words of the protocol, its fields in the order they are written. */
    private record Drawing(
            String state,
            String run,
            String model,
            String device,
            List<Piece> tokens,
            int layers,
            int heads,
            int headSize,
            List<Double> scale,
            boolean causal,
            List<Guess> next,
            Map<String, int[]> places,
            long milliseconds) {}

    private final AttentionExperiment experiment;
    private final Runs runs;

    AttentionPanel(Lab lab, Runs runs) {
        this.experiment = new AttentionExperiment(lab);
        this.runs = runs;
    }

    Reply run(JsonObject request, Cancellation cancellation) throws Advice {
        AttentionRequest wanted =
                AttentionRequest.of(Json.text(request, "model"), Json.text(request, "text"));
        AttentionAnswer answer = experiment.run(wanted, cancellation);
        Map<String, int[]> places = new LinkedHashMap<>();
        answer.grids().forEach((place, grid) -> places.put(place, grid.shape()));
        return new Reply.Drawn(
                Json.GSON.toJson(
                        new Drawing(
                                "drawn",
                                runs.keep(answer.grids()),
                                answer.model(),
                                answer.device(),
                                answer.tokens(),
                                answer.layers(),
                                answer.heads(),
                                answer.headSize(),
                                answer.scale(),
                                answer.causal(),
                                answer.next(),
                                places,
                                answer.milliseconds())));
    }
}
