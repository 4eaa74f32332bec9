package loupe.sentences.german;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A noun with its article and adjectives, and perhaps a relative clause behind it. */
final class NounPhrase implements Nominal {
    private final Determiner determiner;
    private final List<Adjective> adjectives;
    private final Noun noun;
    private final Gender gender;
    private final Slot article;
    private final List<Slot> qualities;
    private final Slot head;
    private final Optional<Slot> negation;
    private final Optional<Clause> relative;

    private NounPhrase(NounPhrase old, Optional<Slot> negation, Optional<Clause> relative) {
        this.determiner = old.determiner;
        this.adjectives = old.adjectives;
        this.noun = old.noun;
        this.gender = old.gender;
        this.article = old.article;
        this.qualities = old.qualities;
        this.head = old.head;
        this.negation = negation;
        this.relative = relative;
    }

    NounPhrase(Determiner determiner, List<Adjective> adjectives, Noun noun, boolean plural) {
        this.determiner = determiner;
        this.adjectives = List.copyOf(adjectives);
        this.noun = noun;
        this.gender = plural ? Gender.PLURAL : noun.gender();
        this.article = Slot.ofGrammar();
        this.qualities = this.adjectives.stream().map(word -> Slot.of(word.english())).toList();
        this.head = Slot.of(noun.name());
        this.negation = Optional.empty();
        this.relative = Optional.empty();
        if (noun.english(gender).isEmpty()) {
            throw new IllegalArgumentException(noun.name() + " has no such form");
        }
    }

    Noun noun() {
        return noun;
    }

    Gender gender() {
        return gender;
    }

    boolean isSaidToBe(Adjective adjective) {
        return adjectives.contains(adjective);
    }

    /** The same with a clause whose subject or object is a {@link Relative} to this. */
    NounPhrase with(Clause clause) {
        return new NounPhrase(this, negation, Optional.of(clause));
    }

    @Override
    public List<Word> english(boolean subject) {
        List<Word> words = new ArrayList<>();
        String name = noun.english(gender);
        String next = adjectives.isEmpty() ? name : adjectives.get(0).english();
        determiner.english(gender, next).ifPresent(text -> words.add(new Word(text, article)));
        for (int i = 0; i < adjectives.size(); i++) {
            words.add(new Word(adjectives.get(i).english(), qualities.get(i)));
        }
        words.add(new Word(name, head));
        relative.ifPresent(clause -> words.addAll(clause.englishStatement()));
        return words;
    }

    @Override
    public List<Word> german(Case in) {
        List<Word> words = new ArrayList<>();
        Determiner said = negation.isPresent() ? Determiner.NO : determiner;
        Set<Slot> spoken = negation.map(slot -> Set.of(slot, article)).orElse(Set.of(article));
        said.german(gender, in).ifPresent(text -> words.add(new Word(text, spoken)));
        for (int i = 0; i < adjectives.size(); i++) {
            String ending = said.adjectiveEnding(gender, in);
            words.add(new Word(adjectives.get(i).stem() + ending, qualities.get(i)));
        }
        words.add(new Word(noun.german(gender, in), head));
        relative.ifPresent(
                clause -> {
                    words.add(Word.COMMA);
                    words.addAll(clause.germanSubordinate());
                    words.add(Word.COMMA);
                });
        return words;
    }

    @Override
    public Person person() {
        return gender == Gender.PLURAL ? Person.PLURAL : Person.THIRD;
    }

    @Override
    public boolean isDefinite() {
        return determiner.isDefinite();
    }

    @Override
    public boolean yieldsToNo() {
        return determiner.yieldsToNo();
    }

    @Override
    public Nominal denied(Slot slot) {
        return new NounPhrase(this, Optional.of(slot), relative);
    }
}
