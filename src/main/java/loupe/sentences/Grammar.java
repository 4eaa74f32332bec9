package loupe.sentences;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * Templates under names, all equally likely to be drawn. What they make is up to them: a passage,
 * or a pair of sentences in two languages. Names are part of what decides between training and held
 * out; a new name is a new split.
 */
public final class Grammar<T> {

    private record Template<T>(String name, Function<Choice, T> fill) {}

    /** So many fillings of one part in a row mean that the template has none of the other. */
    private static final int PATIENCE = 10_000;

    private final String name;
    private final List<Template<T>> templates = new ArrayList<>();

    /**
     * @param name begins the name of every template
     */
    public Grammar(String name) {
        this.name = name;
    }

    /** Adds a template; it has to make the same from the same choices. */
    public Grammar<T> with(String template, Function<Choice, T> fill) {
        templates.add(new Template<>(name + "." + template, fill));
        return this;
    }

    /** A filling of any of the templates that belongs to the part. */
    public Drawn<T> draw(SplittableRandom random, Part part) {
        Template<T> template = templates.get(random.nextInt(templates.size()));
        for (int i = 0; i < PATIENCE; i++) {
            Choice choice = new Choice(random);
            T made = template.fill().apply(choice);
            if (Part.of(template.name(), choice.words()) == part) {
                return new Drawn<>(template.name(), choice.words(), made);
            }
        }
        throw new IllegalStateException(template.name() + " has too few fillings: none " + part);
    }
}
