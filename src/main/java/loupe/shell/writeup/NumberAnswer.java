package loupe.shell.writeup;

import java.awt.BorderLayout;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import loupe.lesson.Numeric;
import loupe.shell.look.Column;
import loupe.shell.look.Look;

/** A field for a number, with its unit; what is no number is kept as it is, and said to be none. */
final class NumberAnswer implements AnswerField {

    private final Numeric numeric;
    private final JPanel panel = new JPanel(new Column(4));
    private final JTextField field = new JTextField(12);
    private final JLabel unit = new JLabel();
    private final JLabel warning = new JLabel();
    private final Verdict verdict;
    private boolean showing;

    NumberAnswer(Numeric numeric, int number, Consumer<String> typed) {
        this.numeric = numeric;
        field.setName("answer-" + numeric.id());
        field.getAccessibleContext()
                .setAccessibleName(
                        "Answer to question "
                                + number
                                + (numeric.unit().isEmpty() ? "" : " in " + numeric.unit()));
        warning.setName("warning-" + numeric.id());
        unit.setText(numeric.unit());
        verdict =
                new Verdict(
                        numeric.feedback(),
                        !numeric.right().isEmpty(),
                        () -> numeric.isRight(field.getText()),
                        () -> "");
        verdict.name(numeric.id());
        Undo.in(field, Undo.NO_PAST);
        field.getDocument()
                .addDocumentListener(
                        new TextListener(
                                () -> {
                                    check();
                                    if (!showing) {
                                        typed.accept(text());
                                    }
                                }));
        JPanel row = new JPanel(new BorderLayout(8, 0));
        row.setOpaque(false);
        row.add(field, BorderLayout.WEST);
        row.add(unit, BorderLayout.CENTER);
        panel.setOpaque(false);
        panel.add(row);
        panel.add(warning);
        panel.add(verdict.component());
        check();
    }

    private void check() {
        String example = numeric.unit().isEmpty() ? "" : " " + numeric.unit();
        warning.setText("This is not a number. Write it like 0.25" + example);
        warning.setVisible(!isReadable());
        verdict.takeBack();
        panel.revalidate();
    }

    @Override
    public JComponent component() {
        return panel;
    }

    @Override
    public String text() {
        return field.getText();
    }

    @Override
    public boolean isReadable() {
        return text().isBlank() || numeric.read(text()).isPresent();
    }

    @Override
    public void show(String saved) {
        showing = true;
        field.setText(saved);
        showing = false;
        Undo.forget(field);
    }

    @Override
    public void focus() {
        field.requestFocus();
    }

    @Override
    public void handedIn() {
        verdict.handedIn();
    }

    @Override
    public void restyle(Look look) {
        field.setFont(look.font(Look.TEXT));
        unit.setForeground(look.colour("text-muted"));
        warning.setForeground(look.colour("warning"));
        verdict.restyle(look);
    }
}
