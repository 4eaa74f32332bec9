package loupe.shell.writeup;

/** What can be done with the answer that is worked at: the menu's entries. */
public interface AnswerCommands {

    /** Shows the answer as it will be read, or the editor again. */
    void preview();

    void find();

    void spelling();

    void hint();

    void attach();

    void history();

    /** Empties the answer; a button brings it back. */
    void startOver();

    /** Lets all answers be brought back from a backup. */
    void backups();

    /** Shows the question's experiment beside its answer and little else, or everything again. */
    void focusMode();
}
