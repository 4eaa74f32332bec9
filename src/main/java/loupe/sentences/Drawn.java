package loupe.sentences;

import java.util.List;

/** What a template gave, with the template's name and the content words it was filled with. */
public record Drawn<T>(String template, List<String> words, T value) {

    public Drawn {
        words = List.copyOf(words);
    }
}
