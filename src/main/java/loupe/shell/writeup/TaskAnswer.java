package loupe.shell.writeup;

import java.util.function.Consumer;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import loupe.lesson.Task;
import loupe.shell.look.Look;

/** A box to tick when a task is done. */
final class TaskAnswer implements AnswerField {

    private final JCheckBox done = new JCheckBox("Done");

    TaskAnswer(Task task, int number, Consumer<String> typed) {
        done.setName("answer-" + task.id());
        done.getAccessibleContext().setAccessibleName("Task " + number + " is done");
        done.setOpaque(false);
        done.addActionListener(ticked -> typed.accept(text()));
    }

    @Override
    public JComponent component() {
        return done;
    }

    @Override
    public String text() {
        return done.isSelected() ? Task.DONE : "";
    }

    @Override
    public void show(String saved) {
        done.setSelected(saved.strip().equals(Task.DONE));
    }

    @Override
    public void focus() {
        done.requestFocus();
    }

    @Override
    public void restyle(Look look) {
        done.setFont(look.font(Look.SMALL));
        done.setForeground(look.colour("text"));
    }
}
