package loupe.sentences;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** An English noun: singular, plural. */
record Noun(String one, String many) {

    /** Nouns from words, with the plural behind a stroke where it is not regular. */
    static List<Noun> list(String words) {
        return Arrays.stream(words.strip().split("\\s+")).map(Noun::of).toList();
    }

    private static Noun of(String word) {
        int stroke = word.indexOf('/');
        return stroke < 0
                ? new Noun(word, plural(word))
                : new Noun(word.substring(0, stroke), word.substring(stroke + 1));
    }

    private static String plural(String word) {
        if (word.matches(".*(s|x|z|ch|sh)")) {
            return word + "es";
        }
        return word.matches(".*[^aeiou]y")
                ? word.substring(0, word.length() - 1) + "ies"
                : word + "s";
    }

    String form(boolean plural) {
        return plural ? many : one;
    }

    /** With its indefinite article. */
    String a() {
        return a(one);
    }

    /** A word or phrase with the indefinite article before it. */
    static String a(String phrase) {
        return ("aeiou".indexOf(phrase.toLowerCase(Locale.ROOT).charAt(0)) >= 0 ? "an " : "a ")
                + phrase;
    }

    @Override
    public String toString() {
        return one;
    }
}
