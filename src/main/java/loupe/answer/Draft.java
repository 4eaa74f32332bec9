package loupe.answer;

import java.time.Instant;
import java.util.Objects;

/**
 * An answer as it stands: its text, its revision (0 while nothing of it is on disk), when it was
 * saved, and the SHA-256 of the prompt and the version of the lesson it was written for.
 */
public record Draft(
        String body, long revision, Instant savedAt, String promptSha256, String lessonVersion) {

    public Draft {
        Objects.requireNonNull(body);
        Objects.requireNonNull(savedAt);
        Objects.requireNonNull(promptSha256);
        Objects.requireNonNull(lessonVersion);
        if (revision < 0) {
            throw new IllegalArgumentException("revision below zero: " + revision);
        }
    }

    /** The same text at another revision. */
    Draft at(long other) {
        return new Draft(body, other, savedAt, promptSha256, lessonVersion);
    }
}
