package loupe.evaluation;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import loupe.model.Model;
import loupe.model.Trace;
import loupe.sentences.English;
import loupe.sentences.Part;
import loupe.sentences.Passage;
import loupe.sentences.Role;
import loupe.sentences.Topic;
import loupe.tensor.Grid;

/** Measures the {@link ReaderHead} of every head; the same model always gives the same numbers. */
final class ReaderHeads {

    private static final long SEED = 20_261_120;
    private static final int CASES = 200;
    private static final int ROWS = 25;

    /** The attention of one layer on one text, (N, T, T), with padding behind the text. */
    private record Sight(Grid heads, Reading reading) {

        double at(int head, int from, int to) {
            return heads.get(head, from, to);
        }

        int length() {
            return reading.tokens().size();
        }
    }

    /** The attention that one head pays from one token to what is asked for. */
    private interface Share {
        double of(Sight sight, int head, int from);
    }

    private final Subject subject;
    private final Model model;

    ReaderHeads(Subject subject) {
        this.subject = subject;
        this.model = subject.model();
    }

    List<ReaderHead> measure() {
        English english = new English(SEED, Part.HELD_OUT);
        List<List<Sight>> any = sights(english.passages());
        List<List<Sight>> pronouns = sights(english.passages(Topic.PRONOUNS));
        List<ReaderHead> heads = new ArrayList<>();
        for (int layer = 0; layer < any.size(); layer++) {
            for (int head = 0; head < model.anatomy().stacks().get(0).heads(); head++) {
                heads.add(of(layer, head, any.get(layer), pronouns.get(layer)));
            }
        }
        return heads;
    }

    private static ReaderHead of(int layer, int head, List<Sight> any, List<Sight> pronouns) {
        return new ReaderHead(
                layer,
                head,
                mean(any, head, ReaderHeads::toSeparators),
                mean(any, head, (sight, which, from) -> sight.at(which, from, from + 1)),
                mean(any, head, (sight, which, from) -> sight.at(which, from, from - 1)),
                mean(any, head, (sight, which, from) -> sight.at(which, from, from)),
                pronouns.stream().filter(sight -> findsAntecedent(sight, head)).count()
                        / (double) pronouns.size());
    }

    /** Over all tokens but the marks at both ends. */
    private static double mean(List<Sight> sights, int head, Share share) {
        double sum = 0;
        int count = 0;
        for (Sight sight : sights) {
            for (int from = 1; from < sight.length() - 1; from++) {
                sum += share.of(sight, head, from);
                count++;
            }
        }
        return sum / count;
    }

    private static double toSeparators(Sight sight, int head, int from) {
        return IntStream.range(0, sight.length())
                .filter(to -> sight.reading().tokens().get(to).text().equals("[SEP]"))
                .mapToDouble(to -> sight.at(head, from, to))
                .sum();
    }

    /** Whether the pronoun looks at the word it stands for more than at any other word. */
    private static boolean findsAntecedent(Sight sight, int head) {
        Optional<Reading.Span> pronoun = sight.reading().span(Role.PRONOUN);
        Optional<Reading.Span> antecedent = sight.reading().span(Role.ANTECEDENT);
        if (pronoun.isEmpty() || antecedent.isEmpty()) {
            return false;
        }
        int from = pronoun.get().start();
        double most = attention(sight, head, from, antecedent.get());
        return sight.reading().words().stream()
                .filter(word -> !word.equals(antecedent.get()))
                .allMatch(word -> attention(sight, head, from, word) < most);
    }

    private static double attention(Sight sight, int head, int from, Reading.Span word) {
        return IntStream.range(word.start(), word.end())
                .mapToDouble(to -> sight.at(head, from, to))
                .sum();
    }

    /** Layer by layer, text by text. */
    private List<List<Sight>> sights(Stream<Passage> passages) {
        List<Reading> readings = Reading.some(passages, CASES, subject);
        List<List<Sight>> sights = new ArrayList<>();
        for (int layer = 0; layer < layers(); layer++) {
            sights.add(new ArrayList<>());
        }
        for (int from = 0; from < readings.size(); from += ROWS) {
            List<Reading> rows = readings.subList(from, Math.min(from + ROWS, readings.size()));
            List<Grid> grids = attention(rows);
            for (int layer = 0; layer < layers(); layer++) {
                for (int row = 0; row < rows.size(); row++) {
                    sights.get(layer).add(new Sight(grids.get(layer).slice(row), rows.get(row)));
                }
            }
        }
        return sights;
    }

    private int layers() {
        return model.anatomy().stacks().get(0).layers();
    }

    /** Of every layer, (B, N, T, T). */
    private List<Grid> attention(List<Reading> rows) {
        Set<String> places =
                IntStream.range(0, layers())
                        .mapToObj(layer -> "attn." + layer)
                        .collect(Collectors.toSet());
        Trace trace = Trace.of(places);
        try (NDManager scope = subject.scope().newSubManager()) {
            TokenRows texts = new TokenRows(rows.stream().map(Reading::tokens).toList());
            model.run(texts.batch(scope), trace);
            return IntStream.range(0, layers())
                    .mapToObj(layer -> trace.grid("attn." + layer))
                    .toList();
        }
    }
}
