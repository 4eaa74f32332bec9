package loupe.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A word that stands in two texts. A word that stands in one of them several times is a pair with
 * its first appearance in the other, its second with the second, and so on.
 *
 * @param inFirst the places of its tokens in the first text
 * @param inSecond and in the second
 */
record SharedWord(String text, List<Integer> inFirst, List<Integer> inSecond) {

    /** In the order of the first text. Capitals make no other word; marks are none. */
    static List<SharedWord> of(List<Piece> first, List<Piece> second) {
        Map<String, List<List<Integer>>> known = byText(second);
        Map<String, Integer> used = new LinkedHashMap<>();
        List<SharedWord> shared = new ArrayList<>();
        for (List<Integer> tokens : words(first)) {
            String text = text(first, tokens);
            int turn = used.merge(key(text), 1, Integer::sum) - 1;
            List<List<Integer>> there = known.getOrDefault(key(text), List.of());
            if (turn < there.size()) {
                shared.add(new SharedWord(text, tokens, there.get(turn)));
            }
        }
        return shared;
    }

    private static Map<String, List<List<Integer>>> byText(List<Piece> pieces) {
        Map<String, List<List<Integer>>> words = new LinkedHashMap<>();
        for (List<Integer> tokens : words(pieces)) {
            words.computeIfAbsent(key(text(pieces, tokens)), text -> new ArrayList<>()).add(tokens);
        }
        return words;
    }

    /** The places of the tokens of each word; a blank is none. */
    private static List<List<Integer>> words(List<Piece> pieces) {
        Map<Integer, List<Integer>> words = new LinkedHashMap<>();
        for (int i = 0; i < pieces.size(); i++) {
            if (!pieces.get(i).special()) {
                words.computeIfAbsent(pieces.get(i).word(), word -> new ArrayList<>()).add(i);
            }
        }
        return words.values().stream().filter(word -> !text(pieces, word).isEmpty()).toList();
    }

    private static String text(List<Piece> pieces, List<Integer> tokens) {
        StringBuilder text = new StringBuilder();
        tokens.stream()
                .map(pieces::get)
                .filter(piece -> piece.part() == 1)
                .forEach(piece -> text.append(piece.text()));
        return text.toString().strip();
    }

    private static String key(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
