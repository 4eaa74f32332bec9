package loupe.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Measures a BERT: hidden words, next sentences, what its heads do, whether it tells the readings
 * of a word apart.
 */
final class BertExaminer implements Examiner {

    @Override
    public Report examine(Subject subject, Optional<Books> books) {
        Gaps gaps = new Gaps(subject);
        GapFiller sentences = GapFiller.of(subject, gaps.sentences());
        Optional<GapFiller> stretches =
                books.map(texts -> GapFiller.of(subject, gaps.books(texts)));
        List<ReaderHead> heads = new ReaderHeads(subject).measure();
        List<Result> results = new ArrayList<>();
        results.add(result("masked words of held-out generated passages", 0.6, sentences.words()));
        stretches.ifPresent(
                some -> results.add(result("masked words of held-out books", 0.25, some.words())));
        results.add(result("next sentence, held-out generated passages", 0.85, sentences.pairs()));
        results.addAll(heads(heads));
        results.add(
                result(
                        "readings of an ambiguous word told by a linear probe on the last layer",
                        0.85,
                        new SenseStudy(subject).share()));
        return new Report(results, details(stretches, heads));
    }

    private static List<Result> heads(List<ReaderHead> heads) {
        return List.of(
                result("head that rests on [SEP]", 0.6, best(heads, ReaderHead::separator)),
                result("next-token head", 0.5, best(heads, ReaderHead::next)),
                result("previous-token head", 0.5, best(heads, ReaderHead::previous)),
                result(
                        "head that looks from a pronoun at its antecedent most, 200 held-out cases",
                        0.7,
                        best(heads, ReaderHead::antecedent)));
    }

    private static Result result(String claim, double bound, double measured) {
        return new Result(claim, Goal.atLeast(bound), measured);
    }

    private static double best(List<ReaderHead> heads, ToDoubleFunction<ReaderHead> by) {
        return heads.stream().mapToDouble(by).max().orElseThrow();
    }

    private static String details(Optional<GapFiller> books, List<ReaderHead> heads) {
        StringBuilder rows = new StringBuilder();
        for (ReaderHead head : heads) {
            rows.append(
                    say(
                            "| %d | %d | %.2f | %.2f | %.2f | %.2f | %.2f |\n",
                            head.layer(),
                            head.head(),
                            head.separator(),
                            head.next(),
                            head.previous(),
                            head.same(),
                            head.antecedent()));
        }
        return books.map(some -> say(ON_BOOKS, some.pairs())).orElse("")
                + say(
                        TABLE,
                        rows,
                        named(heads, ReaderHead::separator),
                        named(heads, ReaderHead::next),
                        named(heads, ReaderHead::previous),
                        named(heads, ReaderHead::antecedent));
    }

    private static final String ON_BOOKS =
            """
            A masked word is 15 %% of the tokens, all behind `[MASK]`. On the books the next sentence is told
            in %.3f of the cases; nothing was asked of that.

            """;

    private static final String TABLE =
            """
            Where each head looks, as mean attention from 0 to 1, on 200 held-out generated passages read as
            one text; layers and heads count from 0. To all `[SEP]` together, to the next token, to the one
            before, to itself. Antecedent: of 200 pronouns, the part in which the word it looks at most is the
            one the pronoun stands for.

            | layer | head | [SEP] | next | before | itself | antecedent |
            |---|---|---|---|---|---|---|
            %s
            The clearest: on `[SEP]` %s, on the next token %s, on the one before %s, on antecedents %s.
            """;

    private static String named(List<ReaderHead> heads, ToDoubleFunction<ReaderHead> by) {
        ReaderHead best = heads.stream().max(Comparator.comparingDouble(by)).orElseThrow();
        return say("layer %d, head %d (%.2f)", best.layer(), best.head(), by.applyAsDouble(best));
    }

    private static String say(String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }
}
