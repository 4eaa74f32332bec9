package loupe.shell.writeup;

import java.awt.BorderLayout;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.swing.ButtonGroup;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JRadioButton;
import javax.swing.JToggleButton;
import loupe.lesson.Choice;
import loupe.shell.look.Column;
import loupe.shell.look.Look;

/** The options of a choice, with a round button where one may be chosen, a box where several. */
final class ChoiceAnswer implements AnswerField {

    private final Choice choice;
    private final JPanel panel = new JPanel(new Column(8));
    private final Map<String, JToggleButton> buttons = new LinkedHashMap<>();
    private final List<Prose> words = new ArrayList<>();
    private final ButtonGroup group = new ButtonGroup();
    private final Verdict verdict;

    /**
     * @param order the same number, the same order of shuffled options
     */
    ChoiceAnswer(Choice choice, int number, long order, Consumer<String> typed) {
        this.choice = choice;
        panel.setOpaque(false);
        verdict =
                new Verdict(
                        choice.feedback(),
                        !choice.right().isEmpty(),
                        () -> choice.isRight(text()),
                        this::feedback);
        verdict.name(choice.id());
        for (Choice.Option option : shuffled(order)) {
            panel.add(row(option, number, typed));
        }
        panel.add(verdict.component());
        verdict.takeBack();
    }

    private List<Choice.Option> shuffled(long order) {
        List<Choice.Option> options = new ArrayList<>(choice.options());
        if (choice.shuffle()) {
            Collections.shuffle(options, new Random(order));
        }
        return options;
    }

    private JComponent row(Choice.Option option, int number, Consumer<String> typed) {
        JToggleButton button = choice.multiple() ? new JCheckBox() : new JRadioButton();
        button.setName("answer-" + choice.id() + "-" + option.key());
        button.getAccessibleContext()
                .setAccessibleName(option.text() + ", option of question " + number);
        button.setOpaque(false);
        button.setVerticalAlignment(JToggleButton.TOP);
        if (!choice.multiple()) {
            group.add(button);
        }
        button.addActionListener(
                chosen -> {
                    verdict.takeBack();
                    typed.accept(text());
                });
        buttons.put(option.key(), button);
        Prose prose = new Prose(nowhere -> {});
        prose.show(option.html());
        prose.addMouseListener(
                new MouseAdapter() {
                    @Override
                    public void mousePressed(MouseEvent event) {
                        button.requestFocus();
                        button.doClick(0);
                    }
                });
        words.add(prose);
        JPanel row = new JPanel(new BorderLayout(4, 0));
        row.setOpaque(false);
        row.add(button, BorderLayout.WEST);
        row.add(new Wrapped(prose), BorderLayout.CENTER);
        return row;
    }

    private String feedback() {
        return choice.chosen(text()).stream()
                .map(Choice.Option::feedbackHtml)
                .collect(Collectors.joining());
    }

    @Override
    public JComponent component() {
        return panel;
    }

    @Override
    public String text() {
        return choice.body(
                buttons.entrySet().stream()
                        .filter(each -> each.getValue().isSelected())
                        .map(Map.Entry::getKey)
                        .toList());
    }

    @Override
    public void show(String saved) {
        List<String> keys = choice.chosen(saved).stream().map(Choice.Option::key).toList();
        group.clearSelection();
        buttons.forEach((key, button) -> button.setSelected(keys.contains(key)));
        verdict.takeBack();
    }

    /** The option that is chosen has the keyboard, or the first. */
    @Override
    public void focus() {
        buttons.values().stream()
                .filter(JToggleButton::isSelected)
                .findFirst()
                .or(() -> buttons.values().stream().findFirst())
                .ifPresent(JToggleButton::requestFocus);
    }

    @Override
    public void handedIn() {
        verdict.handedIn();
    }

    @Override
    public void restyle(Look look) {
        words.forEach(each -> each.restyle(look));
        verdict.restyle(look);
    }
}
