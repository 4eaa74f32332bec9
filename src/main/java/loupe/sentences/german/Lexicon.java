package loupe.sentences.german;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The nouns, adjectives and verbs of these sentences, from three tables beside this class. */
record Lexicon(List<Noun> nouns, List<Adjective> adjectives, List<Verb> verbs) {

    Lexicon {
        nouns = List.copyOf(nouns);
        adjectives = List.copyOf(adjectives);
        verbs = List.copyOf(verbs);
    }

    static Lexicon read() {
        return new Lexicon(
                rows("nouns.txt", Lexicon::noun),
                rows("adjectives.txt", Lexicon::adjective),
                rows("verbs.txt", Lexicon::verb));
    }

    /** The noun with that English singular, or plural where it has no singular. */
    Noun noun(String name) {
        return nouns.stream().filter(noun -> noun.name().equals(name)).findFirst().orElseThrow();
    }

    Adjective adjective(String english) {
        return adjectives.stream()
                .filter(adjective -> adjective.english().equals(english))
                .findFirst()
                .orElseThrow();
    }

    /** The first verb with that English base form. */
    Verb verb(String base) {
        return verbs.stream()
                .filter(verb -> verb.english().base().equals(base))
                .findFirst()
                .orElseThrow();
    }

    private static <T> List<T> rows(String file, Function<String[][], T> reader) {
        try (InputStream stream = Lexicon.class.getResourceAsStream(file);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(Lexicon::cells)
                    .map(reader)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    /** Columns of words; a dash is an empty word. */
    private static String[][] cells(String line) {
        return Arrays.stream(line.split("\\|"))
                .map(cell -> cell.strip().split(" +"))
                .map(words -> Arrays.stream(words).map(Lexicon::word).toArray(String[]::new))
                .toArray(String[][]::new);
    }

    private static String word(String word) {
        return word.equals("-") ? "" : word;
    }

    private static Noun noun(String[][] row) {
        String[] german = row[1];
        return new Noun(
                row[0][0],
                row[0][1],
                Gender.ofArticle(german[0]),
                german[1],
                german.length > 3 ? german[3] : german[1],
                german[2],
                Set.of(row[2]));
    }

    private static Adjective adjective(String[][] row) {
        String[] german = row[1];
        return new Adjective(
                row[0][0],
                row[0][1],
                german[0],
                german[1],
                german.length > 2 ? german[2] : german[0],
                Set.of(row[2]));
    }

    private static Verb verb(String[][] row) {
        String[] german = row[1];
        String[] what = row[3];
        return new Verb(
                new Verb.English(row[0][0], row[0][1], row[0][2], row[0][3]),
                List.of(german).subList(0, 4),
                row.length > 4 ? Optional.of(List.of(row[4])) : Optional.empty(),
                german[4].equals("ist") ? Verb.Auxiliary.BE : Verb.Auxiliary.HAVE,
                german[5],
                german.length > 6 ? german[6] : "",
                Set.of(row[2]),
                Verb.Frame.valueOf(what[0].toUpperCase(Locale.ROOT)),
                Set.of(Arrays.copyOfRange(what, 1, what.length)));
    }
}
