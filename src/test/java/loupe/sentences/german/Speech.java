package loupe.sentences.german;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Short words for the parts of a sentence, so that a test can name what it means. */
final class Speech {
    static final Lexicon LEXICON = Lexicon.read();

    private static final Map<String, Determiner> DETERMINERS =
            List.of(
                            Determiner.THE,
                            Determiner.A,
                            Determiner.THIS,
                            Determiner.EVERY,
                            Determiner.ALL,
                            Determiner.owner("Anna"))
                    .stream()
                    .collect(Collectors.toMap(Speech::name, Function.identity()));

    private Speech() {}

    private static String name(Determiner determiner) {
        return determiner.english().isEmpty() ? determiner.plural() : determiner.english();
    }

    /** "she", "Anna" or "these two old books". */
    static Nominal nominal(String text) {
        Optional<Pronoun.Form> form =
                Pronoun.FREE.stream()
                        .filter(it -> it.name().equals(text.toUpperCase(Locale.ROOT)))
                        .findFirst();
        if (form.isPresent()) {
            return Pronoun.of(form.get());
        }
        return Name.ALL.contains(text) ? Name.of(text) : phrase(text);
    }

    static NounPhrase phrase(String text) {
        List<String> words = new ArrayList<>(Arrays.asList(text.split(" ")));
        String name = words.remove(words.size() - 1);
        Noun noun =
                LEXICON.nouns().stream()
                        .filter(it -> it.english().equals(name) || it.englishPlural().equals(name))
                        .findFirst()
                        .orElseThrow();
        Determiner determiner = words.isEmpty() ? Determiner.NONE : determiner(words.get(0));
        if (!determiner.equals(Determiner.NONE)) {
            words.remove(0);
        }
        List<Adjective> adjectives = words.stream().map(LEXICON::adjective).toList();
        return new NounPhrase(determiner, adjectives, noun, noun.englishPlural().equals(name));
    }

    private static Determiner determiner(String word) {
        String singular = word.equals("these") ? "this" : word.equals("an") ? "a" : word;
        if (DETERMINERS.containsKey(singular)) {
            return DETERMINERS.get(singular);
        }
        return Stream.concat(Vocabulary.POSSESSIVES.stream(), Vocabulary.AMOUNTS.stream())
                .filter(it -> name(it).equals(word))
                .findFirst()
                .orElse(Determiner.NONE);
    }

    static Clause clause(String subject, Doing doing) {
        return Clause.of(nominal(subject), doing);
    }

    static Doing is(String verb) {
        return doing(verb, Tense.PRESENT);
    }

    static Doing not(String verb) {
        return new Doing(verb(verb), Tense.PRESENT, Optional.empty(), true);
    }

    static Doing doing(String verb, Tense tense) {
        return new Doing(verb(verb), tense, Optional.empty(), false);
    }

    static Doing doing(Modal modal, String verb, Tense tense) {
        return new Doing(verb(verb), tense, Optional.of(modal), false);
    }

    private static Verb verb(String base) {
        return base.equals("be") ? Verb.BE : LEXICON.verb(base);
    }

    static Phrase quality(String adjective) {
        Adjective word = LEXICON.adjective(adjective);
        return Phrase.of(word.english(), word.german());
    }

    static String statement(Clause clause) {
        return said(Sentences.statement(clause), ".");
    }

    static String question(Clause clause) {
        return said(Sentences.question(clause), "?");
    }

    /** Both languages, with a bar between them. */
    static String said(Phrase phrase, String mark) {
        SentencePair pair = SentencePair.of(phrase.and(Phrase.of(mark, mark)));
        return pair.englishText() + " | " + pair.germanText();
    }
}
