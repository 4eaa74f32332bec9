package loupe.answer;

import java.time.Instant;
import java.util.Set;

/**
 * Hears what becomes of answers. Every call comes on the thread "answers", so a window hands it on
 * to its own. Sentences are for the student, as they are.
 */
public interface SaveListener {

    /** These answers are on the disk: the transaction that holds them is committed. */
    void saved(Instant at, Set<QuestionKey> keys);

    /**
     * Saving failed, for the reason in the sentence. The text is kept and saving is tried again.
     */
    void failed(String sentence);

    /** Saving works again after it failed; what waited is on the disk. */
    void recovered();

    /** Something the student should know once, such as where restored answers came from. */
    void told(String sentence);

    /**
     * Somebody else changed this answer meanwhile: {@code mine} is in force, {@code theirs} kept.
     */
    void conflict(QuestionKey key, String mine, Draft theirs);
}
