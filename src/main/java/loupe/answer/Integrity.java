package loupe.answer;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Looks at a record from outside, without mending anything. */
public final class Integrity {
    private Integrity() {}

    /**
     * What is wrong with the record of a place, if anything. One that is not there is not wrong.
     */
    public static Optional<String> fault(AnswerPlace place) {
        if (Files.notExists(place.file())) {
            return Optional.empty();
        }
        try (Connection connection = Backups.open(place.file())) {
            return Opening.fault(connection);
        } catch (SQLException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
