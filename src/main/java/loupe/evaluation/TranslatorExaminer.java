package loupe.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import loupe.generation.Generation;
import loupe.generation.Search;
import loupe.generation.Written;
import loupe.model.EncoderDecoder;
import loupe.sentences.german.PairGrammar;
import loupe.sentences.german.SentencePair;
import loupe.token.Token;

/**
 * Measures a translator: how many held-out sentences it translates word for word as the grammar
 * does, and whether a head of its cross-attention looks at the word that is being translated.
 */
final class TranslatorExaminer implements Examiner {

    private static final int PAIRS = 500;
    private static final int SHOWN = 8;
    private static final long SEED = 20_261_120;

    @Override
    public Report examine(Subject subject, Optional<Books> books) {
        List<SentencePair> pairs = pairs();
        List<String> wrong = wrong(subject, pairs);
        double right = 1 - wrong.size() / (double) pairs.size();
        List<AlignedHead> heads = new WordAlignment(subject).measure(pairs);
        AlignedHead best =
                heads.stream().max(Comparator.comparingDouble(AlignedHead::best)).orElseThrow();
        return new Report(
                List.of(
                        new Result(
                                say("exact match on %d held-out texts, greedy search", PAIRS),
                                Goal.atLeast(0.85),
                                right),
                        new Result(
                                "cross-attention head whose strongest source word is the aligned"
                                        + " one",
                                Goal.atLeast(0.8),
                                best.best())),
                details(heads, wrong));
    }

    /** All different. */
    static List<SentencePair> pairs() {
        PairGrammar grammar = new PairGrammar();
        SplittableRandom random = new SplittableRandom(SEED);
        Set<String> seen = new HashSet<>();
        List<SentencePair> pairs = new ArrayList<>();
        while (pairs.size() < PAIRS) {
            SentencePair pair = grammar.heldOut(random);
            if (seen.add(pair.englishText())) {
                pairs.add(pair);
            }
        }
        return pairs;
    }

    /** What was translated otherwise, as rows of a table. */
    private static List<String> wrong(Subject subject, List<SentencePair> pairs) {
        List<String> wrong = new ArrayList<>();
        Search search = Search.read(subject.path().toString(), subject.config()).withBeams(1);
        for (SentencePair pair : pairs) {
            String written = translated(subject, pair.englishText(), search);
            if (!written.equals(pair.germanText())) {
                wrong.add(say("| %s | %s | %s |", pair.englishText(), pair.germanText(), written));
            }
        }
        return wrong;
    }

    private static String translated(Subject subject, String text, Search search) {
        long[] read = subject.tokenizer().encode(text).stream().mapToLong(Token::id).toArray();
        EncoderDecoder model = (EncoderDecoder) subject.model();
        Written best = Generation.search(model, read, search, () -> false).get(0);
        long[] words =
                best.ids().stream()
                        .flatMapToLong(LongStream::of)
                        .filter(id -> id != search.end())
                        .toArray();
        return subject.tokenizer().decode(words).strip();
    }

    private static String details(List<AlignedHead> heads, List<String> wrong) {
        StringBuilder rows = new StringBuilder();
        heads.forEach(head -> rows.append(head.row()).append('\n'));
        String more =
                wrong.isEmpty()
                        ? ""
                        : "\nThe first of those it translated otherwise:\n\n"
                                + "| English | German | its translation |\n|---|---|---|\n"
                                + String.join("\n", wrong.subList(0, Math.min(SHOWN, wrong.size())))
                                + "\n";
        return say(
                """
                How often each head of the cross-attention looks most at the English word that the German one
                translates, on the held-out texts with the right beginning given: while the word is being
                written, and while it is read as the newest word. Pieces of a word count together; `</s>` is
                no word, marks are. Where a German word translates two, such as "im" from "in the", either
                counts; marks and words that only German has are left out. Layers and heads count from 0. In a
                picture whose rows are the tokens that the decoder reads, a word is being written in the row
                before its own.

                | layer | head | word being written | word just written |
                |---|---|---|---|
                %s%s\
                """,
                rows, more);
    }

    private static String say(String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }
}
