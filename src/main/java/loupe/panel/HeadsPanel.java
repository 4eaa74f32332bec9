package loupe.panel;

import com.google.gson.JsonObject;
import java.util.List;
import loupe.experiment.Advice;
import loupe.experiment.Cancellation;
import loupe.experiment.HeadsAnswer;
import loupe.experiment.HeadsExperiment;
import loupe.experiment.Lab;

/**
 * What every head does, as the page asks for it and gets it. The request is that of {@link
 * AttentionPanel}.
 */
final class HeadsPanel implements Panel {

    /** The reply in the words of the protocol, its fields in the order they are written. */
    private record Drawing(
            String state,
            String model,
            String device,
            int tokens,
            int sampleTokens,
            List<Row> rows,
            long milliseconds) {}

    /** Where a head looks, in the order of {@link loupe.experiment.Looks}; null for nothing. */
    private record Row(
            String kind,
            int layer,
            int head,
            List<Double> text,
            List<Double> sample,
            Double induction) {

        static Row of(HeadsAnswer.Row row) {
            return new Row(
                    row.kind(),
                    row.layer(),
                    row.head(),
                    row.text().values(),
                    row.sample().values(),
                    Double.isNaN(row.induction()) ? null : row.induction());
        }
    }

    private final HeadsExperiment experiment;

    HeadsPanel(Lab lab, Runs unused) {
        this.experiment = new HeadsExperiment(lab);
    }

    @Override
    public Reply run(JsonObject request, Cancellation cancellation) throws Advice {
        HeadsAnswer answer = experiment.run(AttentionPanel.request(request), cancellation);
        return new Reply.Drawn(
                Json.GSON.toJson(
                        new Drawing(
                                "drawn",
                                answer.model(),
                                answer.device(),
                                answer.tokens(),
                                answer.sampleTokens(),
                                answer.rows().stream().map(Row::of).toList(),
                                answer.milliseconds())));
    }
}
