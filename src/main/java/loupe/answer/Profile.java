package loupe.answer;

import java.util.Objects;

/**
 * A person who writes on this computer: name and student id as they stand on a hand-in (empty while
 * not given), and where that person's answers lie.
 *
 * @param id names the person to the program; it stays when the name changes
 */
public record Profile(String id, String name, String studentId, AnswerPlace place) {
    public Profile {
        Objects.requireNonNull(id);
        Objects.requireNonNull(place);
        name = name.strip();
        studentId = studentId.strip();
    }
}
