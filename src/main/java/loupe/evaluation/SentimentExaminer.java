package loupe.evaluation;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import loupe.model.Trace;
import loupe.sentences.Drawn;
import loupe.sentences.Part;
import loupe.sentences.Review;
import loupe.sentences.Reviews;
import loupe.tensor.Grid;

/** Measures a judge of film reviews on held-out ones. */
final class SentimentExaminer implements Examiner {

    private static final long SEED = 20_261_120;
    private static final int REVIEWS = 1_500;
    private static final int ROWS = 50;

    /** How many were judged, and how many of them rightly. */
    private record Score(int right, int all) {

        Score with(boolean isRight) {
            return new Score(right + (isRight ? 1 : 0), all + 1);
        }

        double share() {
            return right / (double) all;
        }
    }

    @Override
    public Report examine(Subject subject, Optional<Books> books) {
        Reviews reviews = new Reviews(SEED, Part.HELD_OUT);
        List<Drawn<Review>> drawn =
                Stream.generate(reviews::next)
                        .limit(REVIEWS)
                        .filter(one -> fits(subject, one))
                        .sorted(Comparator.comparingInt(one -> one.value().text().length()))
                        .toList();
        Score all = new Score(0, 0);
        Score negated = new Score(0, 0);
        TreeMap<String, Score> byTemplate = new TreeMap<>();
        for (int from = 0; from < drawn.size(); from += ROWS) {
            List<Drawn<Review>> rows = drawn.subList(from, Math.min(from + ROWS, drawn.size()));
            Grid logits = logits(subject, rows); // (B, 2)
            for (int row = 0; row < rows.size(); row++) {
                Review review = rows.get(row).value();
                boolean right = logits.get(row, 1) > logits.get(row, 0) == review.positive();
                all = all.with(right);
                negated = review.negated() ? negated.with(right) : negated;
                byTemplate.merge(
                        rows.get(row).template().substring("reviews.".length()),
                        new Score(right ? 1 : 0, 1),
                        (before, one) -> before.with(one.right() > 0));
            }
        }
        return new Report(
                List.of(
                        new Result(
                                "held-out reviews judged rightly", Goal.atLeast(0.92), all.share()),
                        new Result(
                                "of these, those with a negation",
                                Goal.atLeast(0.85),
                                negated.share())),
                details(byTemplate));
    }

    private static boolean fits(Subject subject, Drawn<Review> one) {
        return subject.tokenizer().encode(one.value().text()).size() <= subject.context();
    }

    private static Grid logits(Subject subject, List<Drawn<Review>> rows) {
        Trace trace = Trace.of(Set.of("logits"));
        try (NDManager scope = subject.scope().newSubManager()) {
            TokenRows texts =
                    new TokenRows(
                            rows.stream()
                                    .map(one -> subject.tokenizer().encode(one.value().text()))
                                    .toList());
            subject.model().run(texts.batch(scope), trace);
            return trace.grid("logits");
        }
    }

    private static String details(TreeMap<String, Score> byTemplate) {
        List<String> rows = new ArrayList<>();
        byTemplate.forEach(
                (template, score) ->
                        rows.add(
                                String.format(
                                        Locale.ROOT,
                                        "| %s | %d | %.2f |",
                                        template,
                                        score.all(),
                                        score.share())));
        return "| kind of sentence | held out | judged rightly |\n|---|---|---|\n"
                + String.join("\n", rows)
                + "\n";
    }
}
