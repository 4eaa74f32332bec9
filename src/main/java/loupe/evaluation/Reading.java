package loupe.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import loupe.sentences.Mark;
import loupe.sentences.Passage;
import loupe.sentences.Role;
import loupe.token.Token;
import loupe.token.Tokenizer;

/** A passage as a model reads it, in one piece, and where its words stand. */
record Reading(Passage passage, List<Token> tokens) {

    /** A word by its tokens, from the first to before {@code end}. */
    record Span(int start, int end) {}

    /** How many passages are looked through for one that fits. */
    private static final int PATIENCE = 20;

    Reading {
        tokens = List.copyOf(tokens);
    }

    static Reading of(Passage passage, Tokenizer tokenizer) {
        return new Reading(passage, tokenizer.encode(passage.text()));
    }

    /** Those of the passages that a model can read whole, at most so many. */
    static List<Reading> some(Stream<Passage> passages, int count, Subject subject) {
        return passages.limit((long) PATIENCE * count)
                .map(passage -> of(passage, subject.tokenizer()))
                .filter(reading -> reading.tokens().size() <= subject.context())
                .limit(count)
                .toList();
    }

    /** The word that plays that part, unless the tokenizer has lost it. */
    Optional<Span> span(Role role) {
        Mark mark = passage.mark(role).orElseThrow();
        int[] places =
                IntStream.range(0, tokens.size())
                        .filter(place -> tokens.get(place).start() < mark.end())
                        .filter(place -> tokens.get(place).end() > mark.start())
                        .toArray();
        return places.length == 0
                ? Optional.empty()
                : Optional.of(new Span(places[0], places[places.length - 1] + 1));
    }

    /** All words, without punctuation and marks. */
    List<Span> words() {
        List<Span> words = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            int start = i;
            while (isWord(i) && i + 1 < tokens.size() && isWord(i + 1) && touches(i)) {
                i++;
            }
            if (isWord(start)) {
                words.add(new Span(start, i + 1));
            }
        }
        return words;
    }

    private boolean isWord(int place) {
        Token token = tokens.get(place);
        return !token.special() && token.text().chars().allMatch(Character::isLetterOrDigit);
    }

    /** Whether nothing stands between the token and the next one. */
    private boolean touches(int place) {
        return tokens.get(place).end() == tokens.get(place + 1).start();
    }
}
