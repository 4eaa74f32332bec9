package loupe.shell.writeup;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import javax.swing.JFrame;
import loupe.answer.Draft;
import loupe.lesson.Lesson;

/** What the writeup asks of the window around it. Called on the event thread. */
public interface WriteupWindow {

    JFrame frame();

    /** Follows a link of a prompt, into the lesson or out of it. */
    void follow(String address);

    /** Opens a lesson at one of its questions, and gives its answer the keyboard. */
    void open(Lesson lesson, String question);

    /** Who writes now; the name is empty where only one person does. */
    void person(String name);

    /** Which questions of a lesson have an answer now. */
    void answered(String lesson, Set<String> questions);

    /** Everything typed is on the disk since then. */
    void saved(Instant at);

    /** What is typed cannot be saved for now. */
    void notSaved();

    /** A sentence for the status line. */
    void tell(String sentence);

    /**
     * Puts the code of this person into the Java cells of the lesson.
     *
     * @param code by the cell's id; a cell that is not named has the author's
     */
    void code(Map<String, Draft> code);

    /** Asks the page for the view of an experiment; it comes back as an {@link AttachedView}. */
    void lookAt(String experiment);

    /** Brings the experiment of a view into sight and puts it into the view's state. */
    void reopen(String state);

    /** Shows an experiment, or the lesson where it is empty, beside the writeup and little else. */
    void focusOn(String experiment, boolean on);
}
