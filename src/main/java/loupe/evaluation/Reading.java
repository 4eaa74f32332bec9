package loupe.evaluation;

import java.util.ArrayList;
import java.util.List;
import loupe.sentences.Mark;
import loupe.sentences.Passage;
import loupe.sentences.Role;
import loupe.token.Token;
import loupe.token.Tokenizer;

/** A passage as a model reads it, in one piece, and where its words stand. */
record Reading(Passage passage, List<Token> tokens) {

    /** A word by its tokens, from the first to before {@code end}. */
    record Span(int start, int end) {}

    Reading {
        tokens = List.copyOf(tokens);
    }

    static Reading of(Passage passage, Tokenizer tokenizer) {
        return new Reading(passage, tokenizer.encode(passage.text()));
    }

    /** The word that plays that part, which must be there. */
    Span span(Role role) {
        Mark mark = passage.mark(role).orElseThrow();
        int start = 0;
        while (tokens.get(start).special() || tokens.get(start).end() <= mark.start()) {
            start++;
        }
        int end = start + 1;
        while (!tokens.get(end).special() && tokens.get(end).start() < mark.end()) {
            end++;
        }
        return new Span(start, end);
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
