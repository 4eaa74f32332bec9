package loupe.shell.writeup;

import java.util.function.Supplier;
import loupe.lesson.Question;

/** What a question's card tells the writeup. */
interface CardEvents {

    /**
     * An answer was changed.
     *
     * @param text gives what it says, to any thread
     */
    void typed(Question question, Supplier<String> text, boolean isBlank);

    /** A link of a prompt, into the lesson or out of it. */
    void follow(String address);

    /** A hint was opened; {@code number} counts from 1. */
    void hint(Question question, int number);

    /** Nothing is left to undo in this session, so the version before it is wanted; or back. */
    void travel(Question question, boolean back);

    void history(Question question);

    /** What is different between the prompt now and the one that was answered is to be shown. */
    void wording(Question question);

    /** The view of the question's experiment is to be attached. */
    void attach(Question question);

    /** An attached view is to be opened in its panel, named by its SHA-256. */
    void reopen(String evidence);

    /** The card has the keyboard now. */
    void entered(Question question);
}
