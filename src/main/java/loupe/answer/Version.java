package loupe.answer;

import java.time.Instant;
import java.util.Objects;

/**
 * One version of an answer, without its text, which {@link AnswerHistory#body} brings.
 *
 * @param id orders the versions: greater is later, whatever the clock said
 * @param savedAt what the clock said
 * @param sha256 of the text
 * @param promptSha256 of the prompt it was written for; {@link AnswerHistory#prompt} brings it
 * @param bytes the length of the text in UTF-8
 */
public record Version(
        long id,
        EventKind kind,
        Instant savedAt,
        String sha256,
        String promptSha256,
        String lessonVersion,
        int bytes) {

    public Version {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(savedAt);
        Objects.requireNonNull(sha256);
        Objects.requireNonNull(promptSha256);
        Objects.requireNonNull(lessonVersion);
    }
}
