package loupe.shell.writeup;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import loupe.answer.Draft;
import loupe.lesson.Choice;
import loupe.lesson.Criterion;
import loupe.lesson.Numeric;
import loupe.lesson.Question;
import loupe.lesson.Reference;
import loupe.lesson.Sha256;
import loupe.lesson.Task;
import loupe.lesson.Writeup;
import loupe.shell.look.Column;
import loupe.shell.look.Look;

/** One question in the writeup: its prompt, where its answer is given, and what helps with it. */
final class QuestionCard {

    private final Question question;
    private final CardEvents events;
    private final JPanel panel = new JPanel(new Column(8));
    private final JLabel title = new JLabel();
    private final JLabel state = new JLabel();
    private final QuietButton show = new QuietButton("Show in lesson");
    private final QuietButton history = new QuietButton("History");
    private final Prose prompt;
    private final JPanel edited = new JPanel(new BorderLayout(8, 0));
    private final JLabel editedWords = new JLabel("Edited after you answered");
    private final QuietButton editedShow = new QuietButton("What changed");
    private final AnswerField field;
    private final Hints hints;
    private final List<Fold> references = new ArrayList<>();
    private final List<Fold> folds = new ArrayList<>();
    private boolean handedIn;
    private boolean changed;
    private boolean answered;
    private boolean counted;
    private Look look;

    QuestionCard(int number, Question question, AnswerField field, CardEvents events, Look look) {
        this.question = question;
        this.events = events;
        this.field = field;
        this.look = look;
        title.setText(
                question.label()
                        + " "
                        + number
                        + (question.points() == 0
                                ? ""
                                : " · "
                                        + question.points()
                                        + (question.points() == 1 ? " point" : " points")));
        prompt = new Prose(events::follow);
        prompt.show(question.promptHtml());
        hints = new Hints(question.id(), question.hints(), n -> events.hint(question, n));
        state.setName("state-" + question.id());
        button(show, "show-", "Scroll the lesson to this question");
        show.addActionListener(pressed -> events.follow("#q-" + question.id()));
        button(history, "history-", "Earlier versions of this answer");
        history.addActionListener(pressed -> events.history(question));
        button(editedShow, "edited-", "The question then and now");
        editedShow.addActionListener(pressed -> events.wording(question));
        makeFolds();
        assemble();
        tellFocus(panel);
        mark();
    }

    private void button(QuietButton button, String name, String tip) {
        button.setName(name + question.id());
        button.setToolTipText(tip);
    }

    private void makeFolds() {
        for (Reference each : question.references()) {
            Fold fold =
                    new Fold(
                            "reference-" + question.id(),
                            "Compare with a model answer",
                            "Hide the model answer",
                            each.html());
            fold.offer(false);
            references.add(fold);
            folds.add(fold);
        }
        if (!question.rubric().isEmpty()) {
            folds.add(
                    new Fold(
                            "rubric-" + question.id(),
                            "How it is marked",
                            "Hide how it is marked",
                            question.rubric().stream()
                                    .map(QuestionCard::line)
                                    .collect(Collectors.joining("", "<ul>", "</ul>"))));
        }
    }

    private static String line(Criterion each) {
        String words = each.text().replace("&", "&amp;").replace("<", "&lt;");
        return "<li>" + words + " (" + each.points() + ")</li>";
    }

    private void assemble() {
        JPanel head = new JPanel(new BorderLayout(8, 0));
        head.setOpaque(false);
        head.add(title, BorderLayout.WEST);
        head.add(state, BorderLayout.EAST);
        JPanel foot = new JPanel(new FlowLayout(FlowLayout.LEADING, 0, 0));
        foot.setOpaque(false);
        foot.add(show);
        foot.add(history);
        edited.setOpaque(false);
        edited.add(editedWords, BorderLayout.CENTER);
        edited.add(editedShow, BorderLayout.EAST);
        edited.setVisible(false);
        panel.setOpaque(false);
        panel.add(head);
        panel.add(prompt);
        panel.add(edited);
        panel.add(field.component());
        panel.add(hints.component());
        folds.forEach(each -> panel.add(each.component()));
        panel.add(foot);
    }

    /** Whichever part of the card gets the keyboard, the card is the one that is worked at. */
    private void tellFocus(java.awt.Container container) {
        for (java.awt.Component each : container.getComponents()) {
            each.addFocusListener(
                    new FocusAdapter() {
                        @Override
                        public void focusGained(FocusEvent event) {
                            events.entered(question);
                        }
                    });
            if (each instanceof java.awt.Container inside) {
                tellFocus(inside);
            }
        }
    }

    JComponent component() {
        return panel;
    }

    Question question() {
        return question;
    }

    AnswerField field() {
        return field;
    }

    String text() {
        return field.text();
    }

    /** Whether anything was given. */
    boolean isWritten() {
        return answered;
    }

    /** Whether what was given can be an answer. */
    boolean isAnswered() {
        return answered && field.isReadable();
    }

    /** The student has changed the answer; whether it now is one, or no longer. */
    boolean typed(boolean isBlank) {
        boolean before = counted;
        edited.setVisible(false);
        changed = true;
        set(!isBlank);
        return before != counted;
    }

    /** Puts the saved answer in, unless the student has already begun. */
    void fill(Draft draft) {
        if (field.text().isEmpty()) {
            show(draft.body());
            edited.setVisible(
                    !draft.body().isBlank()
                            && !draft.promptSha256().equals(question.promptSha256()));
        }
    }

    /** Puts another text in, whatever stands there. */
    void show(String body) {
        field.show(body);
        set(!body.isBlank());
    }

    private void set(boolean isAnswered) {
        answered = isAnswered;
        counted = isAnswered();
        mark();
    }

    void opened(Set<Integer> hintNumbers) {
        hints.opened(hintNumbers);
    }

    void openHint() {
        hints.open();
    }

    /**
     * The question was handed in.
     *
     * @param sha256 of the text that was
     */
    void handedIn(String sha256) {
        handedIn = true;
        changed = !sha256.equals(Sha256.of(text()));
        field.handedIn();
        mark();
    }

    private void mark() {
        String said = handedIn ? changed ? "changed since hand-in" : "✓ handed in" : "✓ answered";
        state.setText(answered && (handedIn || field.isReadable()) ? said : "");
        state.setForeground(look.colour(handedIn && changed ? "warning" : "saved"));
        for (int i = 0; i < references.size(); i++) {
            boolean now =
                    handedIn
                            || answered
                                    && question.references().get(i).show()
                                            == Reference.Show.AFTER_ANSWER;
            references.get(i).offer(now);
        }
    }

    void focus() {
        field.focus();
        reveal();
    }

    void reveal() {
        panel.scrollRectToVisible(new java.awt.Rectangle(0, 0, 1, panel.getHeight()));
    }

    void restyle(Look newLook) {
        look = newLook;
        panel.setBorder(
                BorderFactory.createCompoundBorder(
                        BorderFactory.createMatteBorder(0, 0, 1, 0, look.colour("hairline")),
                        BorderFactory.createEmptyBorder(16, 16, 16, 16)));
        title.setFont(look.bold(Look.SMALL));
        mark();
        show.restyle(look);
        history.restyle(look);
        editedShow.restyle(look);
        editedWords.setForeground(look.colour("warning"));
        prompt.restyle(look);
        field.restyle(look);
        hints.restyle(look);
        folds.forEach(each -> each.restyle(look));
    }

    /** The field of a question, by its type. */
    static AnswerField field(
            Question question,
            int number,
            String language,
            long order,
            WordsThread words,
            Views views,
            CardEvents events) {
        if (question instanceof Choice choice) {
            return new ChoiceAnswer(choice, number, order, text -> typed(choice, text, events));
        }
        if (question instanceof Numeric numeric) {
            return new NumberAnswer(numeric, number, text -> typed(numeric, text, events));
        }
        if (question instanceof Task task) {
            return new TaskAnswer(task, number, text -> typed(task, text, events));
        }
        return new TextAnswer((Writeup) question, number, language, words, views, events);
    }

    private static void typed(Question question, String text, CardEvents events) {
        events.typed(question, () -> text, text.isBlank());
    }
}
