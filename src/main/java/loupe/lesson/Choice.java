package loupe.lesson;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A question that offers options, one of which ({@code multiple}: any number) may be chosen. An
 * answer is the keys of the chosen options, one on each line, in the lesson's order. {@code right}
 * holds the keys of the right ones; it is empty where only the instructor has them.
 */
public record Choice(
        Stem stem,
        List<Option> options,
        boolean multiple,
        boolean shuffle,
        Feedback feedback,
        Set<String> right)
        implements Question {

    public Choice {
        Objects.requireNonNull(stem);
        options = List.copyOf(options);
        Objects.requireNonNull(feedback);
        right = Set.copyOf(right);
    }

    /**
     * One option: its words as a text and as HTML, and what is said to those who chose it, as HTML.
     */
    public record Option(String key, String text, String html, String feedbackHtml) {
        public Option {
            Objects.requireNonNull(text);
            Objects.requireNonNull(html);
            Objects.requireNonNull(feedbackHtml);
            if (!Ids.isQuestion(key)) {
                throw new IllegalArgumentException("not an option key: " + key);
            }
        }
    }

    @Override
    public String label() {
        return "Choice";
    }

    @Override
    public String block() {
        return "choice";
    }

    @Override
    public String invitation() {
        return "Choose your answer";
    }

    /** The answer that chooses these. */
    public String body(Collection<String> keys) {
        return options.stream()
                .map(Option::key)
                .filter(keys::contains)
                .collect(Collectors.joining("\n"));
    }

    /** The options an answer names, in the lesson's order; keys that are gone name none. */
    public List<Option> chosen(String body) {
        List<String> keys = body.lines().map(String::strip).toList();
        return options.stream().filter(each -> keys.contains(each.key())).toList();
    }

    /** Whether an answer is right; empty where nothing is chosen, or nobody here knows. */
    public Optional<Boolean> isRight(String body) {
        Set<String> keys = chosen(body).stream().map(Option::key).collect(Collectors.toSet());
        return keys.isEmpty() || right.isEmpty()
                ? Optional.empty()
                : Optional.of(keys.equals(right));
    }
}
