package loupe.evaluation;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import loupe.model.Trace;
import loupe.sentences.English;
import loupe.sentences.Part;
import loupe.sentences.Role;
import loupe.sentences.Topic;
import loupe.tensor.Grid;

/**
 * Whether a plane parts the readings of a word with two meanings in a model's last hidden states:
 * for each word a {@link LinearProbe} learns from passages of the training part, and is asked about
 * held-out ones.
 */
final class SenseStudy {

    private static final long SEED = 20_261_120;
    private static final int LEARNT = 800;
    private static final int ASKED = 400;
    private static final int ROWS = 25;

    /** One occurrence of a word: its reading and its vector, (D). */
    private record Occurrence(String word, String meaning, float[] vector) {}

    private final Subject subject;

    SenseStudy(Subject subject) {
        this.subject = subject;
    }

    /** The part of the held-out occurrences whose reading the probes tell, 0 to 1. */
    double share() {
        Map<String, List<Occurrence>> learnt = byWord(occurrences(Part.TRAINING, LEARNT));
        Map<String, List<Occurrence>> asked = byWord(occurrences(Part.HELD_OUT, ASKED));
        int right = 0;
        int all = 0;
        for (Map.Entry<String, List<Occurrence>> word : asked.entrySet()) {
            all += word.getValue().size();
            if (learnt.containsKey(word.getKey())) {
                right += right(learnt.get(word.getKey()), word.getValue());
            }
        }
        return right / (double) all;
    }

    private static int right(List<Occurrence> learnt, List<Occurrence> asked) {
        String meaning = learnt.get(0).meaning();
        float[][] vectors = learnt.stream().map(Occurrence::vector).toArray(float[][]::new);
        LinearProbe probe = LinearProbe.fit(vectors, are(learnt, meaning));
        boolean[] truth = are(asked, meaning);
        int right = 0;
        for (int i = 0; i < truth.length; i++) {
            right += probe.tells(asked.get(i).vector()) == truth[i] ? 1 : 0;
        }
        return right;
    }

    private static boolean[] are(List<Occurrence> occurrences, String meaning) {
        boolean[] are = new boolean[occurrences.size()];
        for (int i = 0; i < are.length; i++) {
            are[i] = occurrences.get(i).meaning().equals(meaning);
        }
        return are;
    }

    private static Map<String, List<Occurrence>> byWord(List<Occurrence> occurrences) {
        return occurrences.stream()
                .collect(
                        Collectors.groupingBy(Occurrence::word, TreeMap::new, Collectors.toList()));
    }

    private List<Occurrence> occurrences(Part part, int count) {
        List<Reading> readings =
                Reading.some(new English(SEED, part).passages(Topic.SENSES), count, subject)
                        .stream()
                        .filter(reading -> reading.span(Role.SENSE).isPresent())
                        .toList();
        List<Occurrence> occurrences = new ArrayList<>();
        for (int from = 0; from < readings.size(); from += ROWS) {
            occurrences.addAll(
                    read(readings.subList(from, Math.min(from + ROWS, readings.size()))));
        }
        return occurrences;
    }

    private List<Occurrence> read(List<Reading> readings) {
        String last = "hidden." + subject.model().anatomy().stacks().get(0).layers();
        Trace trace = Trace.of(Set.of(last));
        try (NDManager scope = subject.scope().newSubManager()) {
            TokenRows texts = new TokenRows(readings.stream().map(Reading::tokens).toList());
            subject.model().run(texts.batch(scope), trace);
            Grid hidden = trace.grid(last); // (B, T, D)
            List<Occurrence> occurrences = new ArrayList<>();
            for (int row = 0; row < readings.size(); row++) {
                occurrences.add(occurrence(readings.get(row), hidden.slice(row)));
            }
            return occurrences;
        }
    }

    private static Occurrence occurrence(Reading reading, Grid hidden) {
        return new Occurrence(
                reading.passage()
                        .word(reading.passage().mark(Role.SENSE).orElseThrow())
                        .toLowerCase(Locale.ROOT),
                reading.passage().mark(Role.SENSE).orElseThrow().note(),
                hidden.slice(reading.span(Role.SENSE).orElseThrow().start()).values());
    }
}
