package loupe.lesson;

import java.util.List;
import java.util.Objects;

/**
 * What every question has. The prompt is held as the author wrote it ({@code prompt}, Markdown,
 * without hints and without anything that gives an answer away) and as the page shows it ({@code
 * promptHtml}). Points are 0 where the author set none; {@code was} is empty where the question
 * never had another id.
 */
public record Stem(
        String id,
        String prompt,
        String promptHtml,
        int points,
        String was,
        List<String> hints,
        List<Reference> references,
        List<Criterion> rubric) {

    public Stem {
        Objects.requireNonNull(promptHtml);
        Objects.requireNonNull(was);
        hints = List.copyOf(hints);
        references = List.copyOf(references);
        rubric = List.copyOf(rubric);
        prompt = prompt.strip();
        if (!Ids.isQuestion(id)) {
            throw new IllegalArgumentException("not a question id: " + id);
        }
        if (points < 0) {
            throw new IllegalArgumentException("points below zero: " + points);
        }
    }

    /** A question with a prompt and nothing else. */
    public static Stem bare(String id, String prompt) {
        String html = "<p>" + prompt + "</p>";
        return new Stem(id, prompt, html, 0, "", List.of(), List.of(), List.of());
    }
}
