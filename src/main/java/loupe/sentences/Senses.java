package loupe.sentences;

import static loupe.sentences.Lexicon.ANIMALS;
import static loupe.sentences.Lexicon.FOODS;
import static loupe.sentences.Lexicon.INSIDE;
import static loupe.sentences.Lexicon.LOOKS;
import static loupe.sentences.Lexicon.NAMES;
import static loupe.sentences.Lexicon.PEOPLE;
import static loupe.sentences.Lexicon.THINGS;

import java.util.List;

/**
 * Words with two meanings, each used in both. "T was going to play at the park." "I was going to a
 * play in the park."
 *
 * <p>A frame is a sentence with gaps, filled by content words: {@code N} a name, {@code P} a
 * person, {@code A} an animal, {@code T} a thing, {@code F} a food in the plural, {@code L} a
 * place, {@code Q} a quality of a thing; {@code *} stands before the word, whose sense begins the
 * line.
 */
final class Senses {

    private record Sense(String word, String meaning, List<String> frames) {}

    private static final List<Sense> SENSES =
            List.of(
                    sense(
                            "play",
                            "game",
                            "N was going to *play at the L.",
                            "the P and the A *play with the T.",
                            "N and the P will *play in the L.",
                            "the P wants to *play near the L."),
                    sense(
                            "play",
                            "theatre",
                            "N was going to a *play in the L.",
                            "the P wrote a *play about the A.",
                            "N saw a *play with the P.",
                            "the *play about the P and the A was long."),
                    sense(
                            "flies",
                            "moves",
                            "the A *flies over the L like an arrow.",
                            "time *flies when N is at the L.",
                            "time *flies like the T of N.",
                            "the P *flies home from the L."),
                    sense(
                            "flies",
                            "insects",
                            "fruit *flies like the F of N.",
                            "the *flies sat on the F and the T.",
                            "N saw *flies near the L and the T.",
                            "the A eats *flies near the L."),
                    sense(
                            "bank",
                            "money",
                            "N took the money for the T to the *bank.",
                            "the *bank lent money to the P and N.",
                            "the P at the *bank counted the money of N."),
                    sense(
                            "bank",
                            "river",
                            "the A sat on the *bank of the river with N.",
                            "F grew on the *bank of the river near the L.",
                            "the P fished from the *bank with N."),
                    sense(
                            "bark",
                            "sound",
                            "the dog began to *bark at the A and the P.",
                            "N heard a loud *bark from the L.",
                            "dogs *bark when the P opens the T."),
                    sense(
                            "bark",
                            "tree",
                            "the *bark of the tree near the L was Q.",
                            "the A ate the *bark of the tree near the L.",
                            "N cut the T from the *bark of a tree."),
                    sense(
                            "watch",
                            "clock",
                            "the *watch of the P and the T were Q.",
                            "N looked at the *watch and left the L.",
                            "the P gave N a gold *watch."),
                    sense(
                            "watch",
                            "look",
                            "N will *watch the A in the L.",
                            "the P wants to *watch the A and the T.",
                            "N and the P *watch the A."),
                    sense(
                            "light",
                            "lamp",
                            "the *light in the L was Q.",
                            "N turned on the *light beside the T.",
                            "the P saw a *light in the L."),
                    sense(
                            "light",
                            "weight",
                            "the T of N is *light and Q.",
                            "the T was so *light that the A carried it to the L.",
                            "N packed a *light T for the P."),
                    sense(
                            "left",
                            "side",
                            "the T is on the *left of the L.",
                            "N turned *left at the L with the T.",
                            "the P sat on the *left of the A."),
                    sense(
                            "left",
                            "went",
                            "N *left the L with the T.",
                            "the P *left the A in the L.",
                            "the A *left when the P came to the L."),
                    sense(
                            "saw",
                            "tool",
                            "N cut the T with a *saw.",
                            "the *saw of the P is Q and cuts the T.",
                            "the P used a *saw on the wood of the T."),
                    sense(
                            "saw",
                            "looked",
                            "N *saw the A in the L.",
                            "the P *saw the T of N.",
                            "the A *saw the P at the L."),
                    sense(
                            "rose",
                            "flower",
                            "N gave the P a red *rose.",
                            "a *rose grew beside the T in the L.",
                            "the *rose of N smelled of F."),
                    sense(
                            "rose",
                            "stood",
                            "N *rose and went to the L.",
                            "the P *rose when the A came.",
                            "the sun *rose over the L and the P."),
                    sense(
                            "ring",
                            "jewel",
                            "N wore a gold *ring at the L.",
                            "the P bought a *ring for N.",
                            "the *ring of the P fell behind the T."),
                    sense(
                            "ring",
                            "sound",
                            "the bells *ring when N comes to the L.",
                            "the P will *ring the bell of the L.",
                            "N heard the clock *ring in the L."),
                    sense(
                            "park",
                            "place",
                            "N and the A walked in the *park.",
                            "the P slept in the *park near the L.",
                            "the A ran through the *park to the P."),
                    sense(
                            "park",
                            "car",
                            "N will *park the car near the L.",
                            "the P wants to *park beside the T.",
                            "N and the P *park behind the L."));

    private Senses() {}

    static Grammar<Passage> grammar() {
        Grammar<Passage> grammar = new Grammar<>("senses");
        for (Sense sense : SENSES) {
            for (String frame : sense.frames()) {
                grammar.with(frame, c -> fill(c, sense, frame));
            }
        }
        return grammar;
    }

    private static Passage fill(Choice c, Sense sense, String frame) {
        String marked =
                frame.replace(
                        "*" + sense.word(), "{sense " + sense.word() + "/" + sense.meaning() + "}");
        StringBuilder text = new StringBuilder();
        for (String word : marked.split("(?<=[ ,.])")) {
            String bare = word.replaceAll("[ ,.]", "");
            text.append(bare.length() == 1 ? word.replace(bare, gap(c, bare)) : word);
        }
        return Passage.of(text.toString());
    }

    private static String gap(Choice c, String gap) {
        return switch (gap) {
            case "N" -> c.word(NAMES).name();
            case "P" -> c.word(PEOPLE).one();
            case "A" -> c.word(ANIMALS).one();
            case "T" -> c.word(THINGS).one();
            case "F" -> c.word(FOODS).many();
            case "L" -> c.word(INSIDE).one();
            case "Q" -> c.word(LOOKS);
            default -> gap;
        };
    }

    private static Sense sense(String word, String meaning, String... frames) {
        return new Sense(word, meaning, List.of(frames));
    }
}
