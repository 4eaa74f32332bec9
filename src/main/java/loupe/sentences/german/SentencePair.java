package loupe.sentences.german;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An English text and its German translation, of one sentence or two, and which words translate
 * which.
 *
 * @param english words and punctuation marks
 * @param german the same
 * @param sources for each German word the places of the English words it translates; none for marks
 *     and for words that only German has
 * @param filling its nouns, verbs and adjectives in their basic English form, sorted: what two
 *     pairs must not share if one shall test what was learnt from the other
 */
public record SentencePair(
        List<String> english,
        List<String> german,
        List<Set<Integer>> sources,
        List<String> filling) {

    public SentencePair {
        english = List.copyOf(english);
        german = List.copyOf(german);
        sources = sources.stream().map(Set::copyOf).toList();
        filling = List.copyOf(filling);
        if (sources.size() != german.size()) {
            throw new IllegalArgumentException("every German word has its sources, if empty ones");
        }
    }

    static SentencePair of(Phrase words) {
        List<Word> english = tidy(words.english());
        List<Word> german = tidy(words.german());
        return new SentencePair(
                texts(english),
                texts(german),
                german.stream().map(word -> places(word, english)).toList(),
                filling(words));
    }

    /** The English text as it is written. */
    public String englishText() {
        return written(english);
    }

    /** The German text as it is written. */
    public String germanText() {
        return written(german);
    }

    /**
     * Of two marks in a row the second stays, since a clause's comma yields to the full stop; "can
     * not" is one word.
     */
    private static List<Word> tidy(List<Word> words) {
        List<Word> tidy = new ArrayList<>();
        for (Word word : words) {
            Word last = tidy.isEmpty() ? Word.COMMA : tidy.get(tidy.size() - 1);
            boolean grows = last.text().equals("can") && word.text().equals("not");
            if (!tidy.isEmpty() && (grows || last.equals(Word.COMMA) && word.isMark())) {
                tidy.remove(tidy.size() - 1);
            }
            tidy.add(grows ? last.with(word, "cannot") : word);
        }
        return tidy;
    }

    private static List<String> texts(List<Word> words) {
        List<String> texts = new ArrayList<>();
        boolean starts = true;
        for (Word word : words) {
            boolean capital = starts || word.text().equals("i");
            texts.add(capital ? capitalised(word.text()) : word.text());
            starts = word.isMark() && !word.equals(Word.COMMA);
        }
        return texts;
    }

    private static String capitalised(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static Set<Integer> places(Word word, List<Word> english) {
        return IntStream.range(0, english.size())
                .filter(i -> english.get(i).slots().stream().anyMatch(word.slots()::contains))
                .boxed()
                .collect(Collectors.toSet());
    }

    private static List<String> filling(Phrase words) {
        Map<Slot, String> fillings = new LinkedHashMap<>();
        words.english()
                .forEach(word -> word.slots().forEach(slot -> fillings.put(slot, slot.filling())));
        return List.copyOf(
                new TreeSet<>(fillings.values().stream().filter(f -> !f.isEmpty()).toList()));
    }

    private static String written(List<String> words) {
        StringBuilder text = new StringBuilder();
        for (String word : words) {
            boolean mark = !Character.isLetterOrDigit(word.charAt(0));
            text.append(text.isEmpty() || mark ? "" : " ").append(word);
        }
        return text.toString();
    }
}
