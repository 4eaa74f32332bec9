package loupe.sentences;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Sentences about films without end: seed and part decide them all. Half of them praise, and about
 * half turn a word into its opposite; where two clauses contradict each other, the one that is
 * about the whole film decides. One thread.
 */
public final class Reviews {

    private static final List<String> FILMS =
            Lexicon.words(
                    "film movie picture comedy drama story thriller sequel western adventure");
    private static final List<String> PARTS =
            Lexicon.words(
                    """
                    plot acting music ending dialogue cast script hero camera direction beginning
                    humor pace dancing scenery villain""");
    private static final List<String> GOOD =
            Lexicon.words(
                    """
                    wonderful brilliant charming funny moving great clever delightful beautiful
                    exciting fresh honest superb warm gripping good enjoyable touching memorable
                    witty lovely perfect thrilling bold rich graceful original convincing""");
    private static final List<String> BAD =
            Lexicon.words(
                    """
                    boring terrible awful dull weak silly bad tedious flat clumsy empty stupid slow
                    predictable lifeless ugly cheap tired confusing poor horrible annoying shallow
                    pointless noisy hollow messy dreadful""");
    private static final List<String> LIKED =
            Lexicon.words("loved enjoyed admired liked praised adored");
    private static final List<String> DISLIKED =
            Lexicon.words("hated disliked despised detested mocked loathed");
    private static final List<String> LIKE = Lexicon.words("love enjoy admire like praise adore");
    private static final List<String> DISLIKE =
            Lexicon.words("hate dislike despise detest mock loathe");

    private final SplittableRandom random;
    private final Part part;
    private final Grammar<Review> grammar = grammar();

    public Reviews(long seed, Part part) {
        this.random = new SplittableRandom(seed);
        this.part = part;
    }

    public Drawn<Review> next() {
        return grammar.draw(random, part);
    }

    private static Grammar<Review> grammar() {
        Grammar<Review> grammar = new Grammar<>("reviews");
        plain(grammar);
        turned(grammar);
        contrasts(grammar);
        return grammar;
    }

    private static void plain(Grammar<Review> grammar) {
        grammar.with(
                        "is",
                        c -> plain(c, (p, f) -> the(c, f) + " is " + very(c) + p.quality() + "."))
                .with(
                        "and its part",
                        c ->
                                plain(
                                        c,
                                        (p, f) ->
                                                Noun.a(p.quality() + " " + f)
                                                        + ", and its "
                                                        + c.word(PARTS)
                                                        + " is "
                                                        + p.quality()
                                                        + "."))
                .with(
                        "somebody felt",
                        c -> plain(c, (p, f) -> who(c) + " " + p.felt() + " the " + partOf(c, f)))
                .with(
                        "two parts",
                        c ->
                                plain(
                                        c,
                                        (p, f) -> {
                                            List<String> two = c.words(PARTS, 2);
                                            return "the "
                                                    + two.get(0)
                                                    + " of the "
                                                    + f
                                                    + " is "
                                                    + p.quality()
                                                    + " and the "
                                                    + two.get(1)
                                                    + " is "
                                                    + very(c)
                                                    + p.quality()
                                                    + ".";
                                        }))
                .with(
                        "what a",
                        c ->
                                plain(
                                        c,
                                        (p, f) ->
                                                "what "
                                                        + Noun.a(p.quality() + " " + f)
                                                        + " "
                                                        + c.form(
                                                                "this is!", "it was!", "to see!")));
    }

    /** In each of these a word is turned into its opposite. */
    private static void turned(Grammar<Review> grammar) {
        grammar.with(
                        "is not",
                        c ->
                                turned(
                                        c,
                                        (p, f) ->
                                                the(c, f)
                                                        + " "
                                                        + c.form(
                                                                "is not",
                                                                "is never",
                                                                "was not",
                                                                "isn't",
                                                                "is hardly",
                                                                "is no longer")
                                                        + " "
                                                        + very(c)
                                                        + p.quality()
                                                        + "."))
                .with(
                        "not a",
                        c ->
                                turned(
                                        c,
                                        (p, f) ->
                                                c.form(
                                                                "this is not",
                                                                "it is not",
                                                                "this was never",
                                                                "you cannot call it")
                                                        + " "
                                                        + Noun.a(p.quality() + " " + f)
                                                        + "."))
                .with(
                        "the part is not",
                        c ->
                                turned(
                                        c,
                                        (p, f) ->
                                                "the "
                                                        + c.word(PARTS)
                                                        + " of the "
                                                        + f
                                                        + " "
                                                        + c.form(
                                                                "is not",
                                                                "is never",
                                                                "was not",
                                                                "isn't")
                                                        + " "
                                                        + very(c)
                                                        + p.quality()
                                                        + "."))
                .with(
                        "did not feel",
                        c ->
                                turned(
                                        c,
                                        (p, f) ->
                                                who(c)
                                                        + " "
                                                        + c.form(
                                                                "did not",
                                                                "could not",
                                                                "didn't",
                                                                "would never")
                                                        + " "
                                                        + p.feel()
                                                        + " the "
                                                        + partOf(c, f)))
                .with(
                        "nobody felt",
                        c ->
                                turned(
                                        c,
                                        (p, f) ->
                                                c.form("nobody", "no one", "none of us")
                                                        + " "
                                                        + p.felt()
                                                        + " the "
                                                        + partOf(c, f)))
                .with(
                        "nothing",
                        c ->
                                turned(
                                        c,
                                        (p, f) ->
                                                c.form(
                                                                "there is nothing",
                                                                "I found nothing",
                                                                "we saw nothing")
                                                        + " "
                                                        + p.quality()
                                                        + " in the "
                                                        + partOf(c, f)))
                .with(
                        "anything but",
                        c ->
                                turned(
                                        c,
                                        (p, f) ->
                                                "the "
                                                        + c.word(PARTS)
                                                        + " of the "
                                                        + f
                                                        + " is "
                                                        + c.form("anything but", "far from")
                                                        + " "
                                                        + p.quality()
                                                        + "."))
                .with(
                        "without",
                        c ->
                                turned(
                                        c,
                                        (p, f) ->
                                                Noun.a(f)
                                                        + " without "
                                                        + Noun.a(p.quality())
                                                        + " "
                                                        + c.form(
                                                                "moment", "minute", "scene", "line")
                                                        + "."));
    }

    private static void contrasts(Grammar<Review> grammar) {
        grammar.with(
                        "but the film",
                        c ->
                                contrast(
                                        c,
                                        (p, f) ->
                                                "the "
                                                        + c.word(PARTS)
                                                        + " is "
                                                        + p.other().quality()
                                                        + ", but "
                                                        + the(c, f)
                                                        + " is "
                                                        + very(c)
                                                        + p.quality()
                                                        + "."))
                .with(
                        "although the part",
                        c ->
                                contrast(
                                        c,
                                        (p, f) ->
                                                c.form("although", "though", "even if")
                                                        + " the "
                                                        + c.word(PARTS)
                                                        + " is "
                                                        + p.other().quality()
                                                        + ", "
                                                        + the(c, f)
                                                        + " is "
                                                        + p.quality()
                                                        + "."))
                .with(
                        "despite the part",
                        c ->
                                contrast(
                                        c,
                                        (p, f) ->
                                                c.form("despite", "in spite of")
                                                        + " the "
                                                        + p.other().quality()
                                                        + " "
                                                        + c.word(PARTS)
                                                        + ", "
                                                        + who(c)
                                                        + " "
                                                        + p.felt()
                                                        + " "
                                                        + the(c, f)
                                                        + "."))
                .with(
                        "not one but the other",
                        c ->
                                turned(
                                        c,
                                        (p, f) ->
                                                the(c, f)
                                                        + " is not "
                                                        + p.quality()
                                                        + " but "
                                                        + p.other().quality()
                                                        + "."))
                .with(
                        "but the film is not",
                        c ->
                                turned(
                                        c,
                                        (p, f) ->
                                                "the "
                                                        + c.word(PARTS)
                                                        + " is "
                                                        + p.quality()
                                                        + ", but "
                                                        + the(c, f)
                                                        + " is not "
                                                        + very(c)
                                                        + p.quality()
                                                        + "."));
    }

    /** Words of praise, or of blame. */
    private record Pole(boolean positive, Choice choice) {

        Pole other() {
            return new Pole(!positive, choice);
        }

        String quality() {
            return choice.word(positive ? GOOD : BAD);
        }

        String felt() {
            return choice.word(positive ? LIKED : DISLIKED);
        }

        String feel() {
            return choice.word(positive ? LIKE : DISLIKE);
        }
    }

    /** Says something with words of that pole about a film. */
    private interface Saying {
        String of(Pole pole, String film);
    }

    private static Review plain(Choice c, Saying saying) {
        boolean positive = c.chance(0.5);
        return new Review(said(c, new Pole(positive, c), saying), positive, false);
    }

    private static Review contrast(Choice c, Saying saying) {
        return plain(c, saying);
    }

    /** The words are of the other pole than what is meant. */
    private static Review turned(Choice c, Saying saying) {
        boolean positive = c.chance(0.5);
        return new Review(said(c, new Pole(!positive, c), saying), positive, true);
    }

    private static String said(Choice c, Pole pole, Saying saying) {
        String text = saying.of(pole, c.word(FILMS));
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static String the(Choice c, String film) {
        return c.form("the ", "this ", "the new ", "the whole ") + film;
    }

    /** The end of a sentence about a part of a film. */
    private static String partOf(Choice c, String film) {
        return c.word(PARTS) + " of " + the(c, film) + ".";
    }

    private static String very(Choice c) {
        return c.form("", "", "very ", "really ", "so ");
    }

    private static String who(Choice c) {
        return c.form("I", "we", "the critics", "my friends", "the children", "they");
    }
}
