package loupe.shell.writeup;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import com.github.difflib.patch.Patch;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is different between two texts, word by word: the pieces of both in the order of reading.
 */
record Difference(List<Piece> pieces) {

    /** Words and what is between them; long texts are compared line by line. */
    private static final Pattern WORD = Pattern.compile("\\s+|[\\p{L}\\p{N}]+|[^\\s\\p{L}\\p{N}]");

    private static final Pattern LINE = Pattern.compile("[^\\n]*\\n|[^\\n]+");
    private static final int LONG = 20_000;
    private static final int LONGEST = 200_000;

    Difference {
        pieces = List.copyOf(pieces);
    }

    /** Whether a piece is in both texts, or in one of them. */
    enum Kind {
        SAME,
        ADDED,
        REMOVED
    }

    record Piece(Kind kind, String text) {}

    static Difference between(String before, String after) {
        if (before.length() > LONGEST || after.length() > LONGEST) {
            return new Difference(
                    List.of(
                            new Piece(
                                    Kind.SAME,
                                    "These texts are too long to be compared here. This is the"
                                            + " beginning of the older one:\n\n"
                                            + before.substring(
                                                    0, Math.min(2_000, before.length())))));
        }
        Pattern unit = before.length() + after.length() > LONG ? LINE : WORD;
        List<String> old = units(before, unit);
        List<String> now = units(after, unit);
        Patch<String> patch = DiffUtils.diff(old, now, new MyersDiffWithLinearSpace<>(), null);
        Pieces pieces = new Pieces();
        int at = 0;
        for (AbstractDelta<String> delta : patch.getDeltas()) {
            int start = delta.getSource().getPosition();
            pieces.same(old.subList(at, start));
            pieces.removed.addAll(delta.getSource().getLines());
            pieces.added.addAll(delta.getTarget().getLines());
            at = start + (delta.getType() == DeltaType.INSERT ? 0 : delta.getSource().size());
        }
        pieces.same(old.subList(at, old.size()));
        pieces.change();
        return new Difference(pieces.all);
    }

    /** The pieces so far; of one change, what was taken out comes first. */
    private static final class Pieces {
        final List<Piece> all = new ArrayList<>();
        final List<String> removed = new ArrayList<>();
        final List<String> added = new ArrayList<>();

        void same(List<String> units) {
            if (!units.isEmpty()) {
                change();
                add(Kind.SAME, units);
            }
        }

        void change() {
            add(Kind.REMOVED, removed);
            add(Kind.ADDED, added);
            removed.clear();
            added.clear();
        }

        private void add(Kind kind, List<String> units) {
            if (!units.isEmpty()) {
                all.add(new Piece(kind, String.join("", units)));
            }
        }
    }

    private static List<String> units(String text, Pattern unit) {
        List<String> units = new ArrayList<>();
        Matcher each = unit.matcher(text);
        while (each.find()) {
            units.add(each.group());
        }
        return units;
    }

    boolean isNone() {
        return pieces.stream().allMatch(each -> each.kind() == Kind.SAME);
    }
}
