package loupe.sentences;

import java.util.List;
import java.util.stream.Collectors;

/** Lists: "At the store, she bought apples, oranges, bananas, and plums." */
final class Lists {

    private Lists() {}

    static Grammar<Passage> grammar() {
        return new Grammar<Passage>("lists")
                .with("bought", Lists::bought)
                .with("animals seen", Lists::animalsSeen)
                .with("things found", Lists::thingsFound)
                .with("people came", Lists::peopleCame)
                .with("moods", Lists::moods);
    }

    private static Passage bought(Choice c) {
        String where = c.form("store", "market", "shop");
        String who = c.form("she", "he", "they", "we", "I");
        String food =
                series(c.words(Lexicon.FOODS, c.count(3, 5)).stream().map(Noun::many).toList());
        return Passage.of(
                c.chance(0.5)
                        ? "at the " + where + ", " + who + " bought " + food + "."
                        : who + " bought " + food + " at the " + where + ".");
    }

    private static Passage animalsSeen(Choice c) {
        String animals =
                series(c.words(Lexicon.ANIMALS, c.count(3, 4)).stream().map(Noun::many).toList());
        return Passage.of(
                c.word(Lexicon.NAMES)
                        + " saw "
                        + animals
                        + " in the "
                        + c.word(Lexicon.INSIDE)
                        + ".");
    }

    private static Passage thingsFound(Choice c) {
        String things =
                series(c.words(Lexicon.THINGS, c.count(3, 4)).stream().map(Noun::a).toList());
        return Passage.of("in the " + c.word(Lexicon.INSIDE) + " there were " + things + ".");
    }

    private static Passage peopleCame(Choice c) {
        String names =
                series(c.words(Lexicon.NAMES, c.count(3, 4)).stream().map(Person::name).toList());
        return Passage.of(names + " came to the " + c.word(Lexicon.EVENTS) + ".");
    }

    private static Passage moods(Choice c) {
        return Passage.of(
                "the "
                        + c.word(Lexicon.PEOPLE)
                        + " was "
                        + series(c.words(Lexicon.MOODS, 3))
                        + ".");
    }

    /** With commas, and a word before the last. */
    private static String series(List<String> items) {
        int last = items.size() - 1;
        return items.stream().limit(last).collect(Collectors.joining(", "))
                + ", and "
                + items.get(last);
    }
}
