package loupe.sentences;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The choices that fill one template, all by chance, with a record of the content words: those are
 * the filling. A word goes by its {@code toString}.
 */
public final class Choice {

    private final SplittableRandom random;
    private final List<String> words = new ArrayList<>();

    Choice(SplittableRandom random) {
        this.random = random;
    }

    /** A content word. */
    public <W> W word(List<W> among) {
        W word = pick(among);
        words.add(word.toString());
        return word;
    }

    /** A content word other than the one that is taken. */
    public <W> W wordBut(W taken, List<W> among) {
        return word(among.stream().filter(word -> !word.equals(taken)).toList());
    }

    /** So many different content words. */
    public <W> List<W> words(List<W> among, int count) {
        List<W> left = new ArrayList<>(among);
        List<W> chosen = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            W word = pick(left);
            left.remove(word);
            words.add(word.toString());
            chosen.add(word);
        }
        return chosen;
    }

    /** A form or a function word, which is no part of the filling. */
    @SafeVarargs
    public final <F> F form(F... among) {
        return among[random.nextInt(among.length)];
    }

    public boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** From {@code least} to {@code most}, no part of the filling. */
    public int count(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    /** The content words so far, in the order of choosing. */
    List<String> words() {
        return List.copyOf(words);
    }

    private <W> W pick(List<W> among) {
        return among.get(random.nextInt(among.size()));
    }
}
