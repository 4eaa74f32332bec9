package loupe.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import loupe.model.Gpt2;
import loupe.sentences.English;
import loupe.sentences.Part;

/**
 * Measures a GPT-2-shaped model: how well it tells held-out text, what its heads do, whether its
 * verbs agree.
 */
final class GptExaminer implements Examiner {

    private static final int ORDER = 5;
    private static final int PASSAGES = 800;
    private static final long SEED = 20_261_120;

    @Override
    public Report examine(Subject subject, Optional<Books> books) {
        Gpt2 model = (Gpt2) subject.model();
        List<Result> results = new ArrayList<>();
        StringBuilder details = new StringBuilder();
        books.ifPresent(texts -> telling(subject, model, texts, results, details));
        List<HeadBehaviour> onSentences = heads(subject, model, sentences());
        List<HeadBehaviour> onText =
                books.map(texts -> heads(subject, model, texts.heldOut())).orElse(onSentences);
        books.ifPresent(texts -> results.add(previous("books", onText)));
        results.add(previous("sentences", onSentences));
        results.add(
                new Result(
                        "induction head: on random tokens said twice, attention to the token after the earlier occurrence",
                        Goal.atLeast(0.5),
                        best(onSentences, HeadBehaviour::induction).induction()));
        results.add(
                new Result(
                        "verb number across an attractor, 200 held-out pairs",
                        Goal.atLeast(0.85),
                        new VerbNumber(subject).share()));
        books.ifPresent(texts -> details.append(table(onText)));
        return new Report(results, details.toString());
    }

    /** As many passages as fill a few windows, a line each. */
    private static List<String> sentences() {
        return new English(SEED, Part.HELD_OUT)
                .passages()
                .limit(PASSAGES)
                .map(passage -> passage.text() + "\n")
                .toList();
    }

    private static Result previous(String where, List<HeadBehaviour> heads) {
        return new Result(
                "previous-token head: on held-out " + where + ", attention to the token before",
                Goal.atLeast(0.8),
                best(heads, HeadBehaviour::previous).previous());
    }

    private static HeadBehaviour best(
            List<HeadBehaviour> heads, ToDoubleFunction<HeadBehaviour> by) {
        return heads.stream().max(Comparator.comparingDouble(by)).orElseThrow();
    }

    private static List<HeadBehaviour> heads(Subject subject, Gpt2 model, List<String> texts) {
        return new HeadStudy(model, subject.scope()).measure(subject.ids(texts));
    }

    private static void telling(
            Subject subject, Gpt2 model, Books books, List<Result> results, StringBuilder details) {
        int[] heldOut = subject.ids(books.heldOut());
        double bitsPerNat = heldOut.length / Math.log(2) / books.heldOutBytes();
        double loss = new HeldOut(model, subject.scope()).loss(heldOut);
        int vocabulary = model.config().vocabulary();
        double counting =
                new KneserNey(subject.ids(books.learnt()), ORDER, vocabulary).loss(heldOut);
        results.add(
                new Result(
                        "bits a byte on held-out books, as a share of a Kneser-Ney 5-gram's",
                        Goal.atMost(0.95),
                        loss / counting));
        details.append(
                say(
                        """
                        | on held-out books | loss a token (nats) | bits a byte |
                        |---|---|---|
                        | this model | %.3f | %.3f |
                        | interpolated Kneser-Ney 5-gram over the same tokens | %.3f | %.3f |

                        """,
                        loss, loss * bitsPerNat, counting, counting * bitsPerNat));
    }

    private static String table(List<HeadBehaviour> heads) {
        StringBuilder rows = new StringBuilder();
        for (HeadBehaviour head : heads) {
            rows.append(
                    say(
                            "| %d | %d | %.2f | %.2f | %.2f | %.2f |\n",
                            head.layer(),
                            head.head(),
                            head.previous(),
                            head.same(),
                            head.first(),
                            head.induction()));
        }
        return say(
                """
                Where each head looks, as mean attention from 0 to 1; layers and heads count from 0. To the
                token before, to the token itself and to the first one: on held-out books, in windows as long
                as the context. Induction: on random tokens said twice, from a token to the one after its
                earlier occurrence.

                | layer | head | token before | itself | first token | induction |
                |---|---|---|---|---|---|
                %s
                The clearest previous-token head is %s, the clearest induction head %s.
                """,
                rows,
                named(heads, HeadBehaviour::previous),
                named(heads, HeadBehaviour::induction));
    }

    private static String named(List<HeadBehaviour> heads, ToDoubleFunction<HeadBehaviour> by) {
        HeadBehaviour best = best(heads, by);
        return say("layer %d, head %d (%.2f)", best.layer(), best.head(), by.applyAsDouble(best));
    }

    private static String say(String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }
}
