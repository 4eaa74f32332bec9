package loupe.shell.writeup;

import javax.swing.JComponent;
import loupe.shell.look.Look;

/** Where an answer of one type is given; the answer is a text, as the store has it. */
sealed interface AnswerField permits TextAnswer, ChoiceAnswer, NumberAnswer, TaskAnswer {

    JComponent component();

    String text();

    /** Puts a saved answer in; nobody is told. */
    void show(String saved);

    void focus();

    /** Whether what was given can be read as an answer, such as a number where one is wanted. */
    default boolean isReadable() {
        return true;
    }

    /** What is shown only once the question was handed in is shown from now on. */
    default void handedIn() {}

    void restyle(Look look);
}
