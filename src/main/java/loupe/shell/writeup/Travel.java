package loupe.shell.writeup;

import java.util.List;
import java.util.Optional;
import loupe.answer.Draft;
import loupe.answer.EventKind;
import loupe.answer.Version;
import loupe.lesson.Sha256;

/**
 * Where somebody stands who goes back beyond what the editor remembers: among the versions of one
 * answer up to the one the session began with, or to one that was brought back or emptied since.
 */
final class Travel {

    private final List<Version> past;
    private int at;

    private Travel(List<Version> past) {
        this.past = past;
        this.at = past.size() - 1;
    }

    /**
     * @param all every version, oldest first
     * @param first the text the session began with
     */
    static Travel from(List<Version> all, Draft first) {
        List<Version> answers = all.stream().filter(Travel::isAnswer).toList();
        String sha256 = Sha256.of(first.body());
        int last = -1;
        for (int i = 0; i < answers.size(); i++) {
            Version each = answers.get(i);
            boolean same = each.sha256().equals(sha256);
            if (same && (last < 0 || each.savedAt().equals(first.savedAt()))) {
                last = i;
            }
        }
        return new Travel(answers.subList(0, last + 1));
    }

    /**
     * @param all every version, oldest first
     */
    static Travel fromLast(List<Version> all) {
        return new Travel(all.stream().filter(Travel::isAnswer).toList());
    }

    static boolean isAnswer(Version version) {
        return version.kind() == EventKind.DRAFT
                || version.kind() == EventKind.RESET
                || version.kind() == EventKind.RESTORE;
    }

    /** The version a step further, if there is one. */
    Optional<Version> step(boolean back) {
        int next = at + (back ? -1 : 1);
        if (next < 0 || next >= past.size()) {
            return Optional.empty();
        }
        at = next;
        return Optional.of(past.get(at));
    }
}
