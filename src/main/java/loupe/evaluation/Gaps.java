package loupe.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import loupe.sentences.English;
import loupe.sentences.Part;
import loupe.sentences.Passage;
import loupe.token.Token;
import loupe.token.Tokenizer;

/** Held-out texts with gaps; the same ones every time. */
final class Gaps {

    private static final long SEED = 20_261_120;
    private static final int SENTENCES = 800;
    private static final int BOOKS = 400;

    /** A stretch of a book is whole sentences of at least so many characters. */
    private static final int STRETCH = 90;

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?][\"')]?)\\s+|\n");

    /** How many texts are looked through for one that fits. */
    private static final int PATIENCE = 20;

    private final Tokenizer tokenizer;
    private final int context;
    private final SplittableRandom random = new SplittableRandom(SEED);

    Gaps(Subject subject) {
        this.tokenizer = subject.tokenizer();
        this.context = subject.context();
    }

    /**
     * Generated passages. One of several sentences is cut in two, and every other one of these goes
     * on with the end of another passage.
     */
    List<Gap> sentences() {
        English english = new English(SEED, Part.HELD_OUT);
        return fitting(
                SENTENCES,
                () -> {
                    List<String> sentences = english.next().value().sentences();
                    return sentences.size() == 1 ? gap(sentences.get(0)) : pair(sentences, english);
                });
    }

    /** So many that fit into the context, or fewer where hardly any do. */
    private List<Gap> fitting(int count, Supplier<Gap> source) {
        return Stream.generate(source)
                .limit((long) PATIENCE * count)
                .filter(gap -> gap.tokens().size() <= context)
                .limit(count)
                .toList();
    }

    private Gap pair(List<String> sentences, English english) {
        int cut = random.nextInt(1, sentences.size());
        boolean follows = random.nextBoolean();
        List<String> second = sentences.subList(cut, sentences.size());
        return gap(
                String.join(" ", sentences.subList(0, cut)),
                String.join(" ", follows ? second : otherEnd(english)),
                follows);
    }

    private List<String> otherEnd(English english) {
        List<String> other =
                english.passages()
                        .map(Passage::sentences)
                        .filter(sentences -> sentences.size() > 1)
                        .findFirst()
                        .orElseThrow();
        return other.subList(random.nextInt(1, other.size()), other.size());
    }

    /** Neighbouring stretches of books, every other one followed by a stretch from elsewhere. */
    List<Gap> books(Books books) {
        List<String> stretches = books.heldOut().stream().flatMap(Gaps::stretches).toList();
        return fitting(
                BOOKS,
                () -> {
                    int first = random.nextInt(Math.max(1, stretches.size() - 1));
                    boolean follows = stretches.size() > 1 && random.nextBoolean();
                    int second = follows ? first + 1 : random.nextInt(stretches.size());
                    return gap(stretches.get(first), stretches.get(second), follows);
                });
    }

    private static Stream<String> stretches(String text) {
        List<String> stretches = new ArrayList<>();
        StringBuilder stretch = new StringBuilder();
        for (String sentence : SENTENCE_END.split(text)) {
            stretch.append(stretch.isEmpty() ? "" : " ").append(sentence);
            if (stretch.length() >= STRETCH) {
                stretches.add(stretch.toString());
                stretch.setLength(0);
            }
        }
        if (!stretch.isEmpty()) {
            stretches.add(stretch.toString());
        }
        return stretches.stream();
    }

    private Gap gap(String text) {
        List<Token> tokens = tokenizer.encode(text);
        return Gap.of(tokens, Optional.empty(), random);
    }

    private Gap gap(String first, String second, boolean follows) {
        return Gap.of(tokenizer.encode(first, second), Optional.of(follows), random);
    }
}
