package loupe.shell.writeup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import loupe.shell.writeup.Difference.Kind;
import loupe.shell.writeup.Difference.Piece;
import org.junit.jupiter.api.Test;

/** Two versions of a text, piece by piece. */
class DifferenceTest {
    private static String of(Difference difference, Kind left) {
        return difference.pieces().stream()
                .filter(each -> each.kind() != left)
                .map(Piece::text)
                .collect(Collectors.joining());
    }

    @Test
    void wordsThatWerePutInAndTakenOutAreTold() {
        assertEquals(
                List.of(
                        new Piece(Kind.SAME, "The "),
                        new Piece(Kind.REMOVED, "dog"),
                        new Piece(Kind.ADDED, "cat"),
                        new Piece(Kind.SAME, " ran"),
                        new Piece(Kind.ADDED, " home"),
                        new Piece(Kind.SAME, ".")),
                Difference.between("The dog ran.", "The cat ran home.").pieces());
    }

    @Test
    void bothTextsCanBeReadFromThePieces() {
        String before = "a b\nc d\n".repeat(2_000) + "old end";
        String after = "new start\n" + "a b\nc d\n".repeat(1_999) + "a b\nc e\n";
        Difference difference = Difference.between(before, after);
        assertEquals(before, of(difference, Kind.ADDED));
        assertEquals(after, of(difference, Kind.REMOVED));
    }

    @Test
    void equalTextsHaveNoneAndEmptyTextsAreTextsToo() {
        assertTrue(Difference.between("x", "x").isNone());
        assertTrue(Difference.between("", "").isNone());
        assertEquals(List.of(new Piece(Kind.ADDED, "x")), Difference.between("", "x").pieces());
    }

    @Test
    void textsTooLongToBeComparedAreSaidToBe() {
        String text = "x".repeat(300_000);
        assertTrue(
                Difference.between(text, "y")
                        .pieces()
                        .get(0)
                        .text()
                        .startsWith("These texts are too long to be compared here."));
    }
}
