package loupe.evaluation;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import loupe.model.AttentionKind;
import loupe.model.Batch;
import loupe.model.Model;
import loupe.model.Stack;
import loupe.model.Trace;
import loupe.sentences.german.SentencePair;
import loupe.tensor.Grid;
import loupe.token.Token;
import loupe.token.Tokenizer;

/**
 * Compares where the heads of a cross-attention look with which words translate which. The decoder
 * is given the right translation; attention is summed over the pieces of words.
 */
final class WordAlignment {

    /** Of one head: how many words it was right about, while and after they were written. */
    private static final class Count {
        private int writing;
        private int written;
    }

    private final Subject subject;
    private final Model model;
    private final Stack stack;
    private final Map<List<Integer>, Count> counts = new LinkedHashMap<>();
    private int words;

    WordAlignment(Subject subject) {
        this.subject = subject;
        this.model = subject.model();
        this.stack = model.anatomy().stack(AttentionKind.CROSS);
    }

    List<AlignedHead> measure(List<SentencePair> pairs) {
        pairs.forEach(this::add);
        List<AlignedHead> heads = new ArrayList<>();
        counts.forEach(
                (place, count) ->
                        heads.add(
                                new AlignedHead(
                                        place.get(0),
                                        place.get(1),
                                        count.writing / (double) words,
                                        count.written / (double) words)));
        return heads;
    }

    private void add(SentencePair pair) {
        Spoken english = Spoken.of(subject.tokenizer(), pair.english(), pair.englishText());
        Spoken german = Spoken.of(subject.tokenizer(), pair.german(), pair.germanText());
        List<Grid> attention = attention(english, german);
        for (int word = 0; word < german.words(); word++) {
            Set<Integer> wanted = pair.sources().get(word);
            if (wanted.isEmpty() || german.isMark(word)) {
                continue;
            }
            words++;
            for (int layer = 0; layer < stack.layers(); layer++) {
                for (int head = 0; head < stack.heads(); head++) {
                    Count count =
                            counts.computeIfAbsent(List.of(layer, head), place -> new Count());
                    Look look = new Look(attention.get(layer), head, english);
                    List<Integer> pieces = german.pieces(word);
                    count.writing += wanted.contains(look.strongest(pieces, 0)) ? 1 : 0;
                    count.written += wanted.contains(look.strongest(pieces, 1)) ? 1 : 0;
                }
            }
        }
    }

    /** Of every layer, (1, N, T, S): row i is the step that writes piece i of the translation. */
    private List<Grid> attention(Spoken english, Spoken german) {
        Set<String> places = new TreeSet<>();
        for (int layer = 0; layer < stack.layers(); layer++) {
            places.add(AttentionKind.CROSS.place("attn", layer));
        }
        Trace trace = Trace.of(places);
        try (NDManager scope = subject.scope().newSubManager()) {
            long[] given = german.ids();
            System.arraycopy(german.ids(), 0, given, 1, given.length - 1);
            given[0] = ((Number) subject.config().get("decoder_start_token_id")).longValue();
            model.run(Batch.of(scope, english.ids()).withDecoder(Batch.of(scope, given)), trace);
            return places.stream().map(trace::grid).toList();
        }
    }

    /** What one head sees in one text. */
    private record Look(Grid attention, int head, Spoken english) {

        /**
         * @param later 0 for the steps that write the pieces, 1 for those that read them
         * @return the word with the most attention of all these steps together
         */
        int strongest(List<Integer> pieces, int later) {
            int best = -1;
            double most = Double.NEGATIVE_INFINITY;
            for (int word = 0; word < english.words(); word++) {
                double sum = 0;
                for (int row : pieces) {
                    for (int column : english.pieces(word)) {
                        sum += attention.get(0, head, row + later, column);
                    }
                }
                if (sum > most) {
                    most = sum;
                    best = word;
                }
            }
            return best;
        }
    }

    /** A text as words and as the pieces that words are cut into. */
    private record Spoken(List<String> texts, List<Token> tokens, List<List<Integer>> places) {

        static Spoken of(Tokenizer tokenizer, List<String> words, String text) {
            List<Token> tokens = tokenizer.encode(text);
            List<List<Integer>> places = new ArrayList<>();
            int end = 0;
            for (String word : words) {
                int start = text.indexOf(word, end);
                end = start + word.length();
                places.add(within(tokens, start, end));
            }
            return new Spoken(words, tokens, places);
        }

        /** A piece may bring the space before the word along. */
        private static List<Integer> within(List<Token> tokens, int start, int end) {
            List<Integer> found = new ArrayList<>();
            for (int i = 0; i < tokens.size(); i++) {
                Token token = tokens.get(i);
                if (!token.special() && token.end() > start && token.end() <= end) {
                    found.add(i);
                }
            }
            return found;
        }

        int words() {
            return texts.size();
        }

        boolean isMark(int word) {
            return !Character.isLetterOrDigit(texts.get(word).charAt(0));
        }

        List<Integer> pieces(int word) {
            return places.get(word);
        }

        long[] ids() {
            return tokens.stream().mapToLong(Token::id).toArray();
        }
    }
}
