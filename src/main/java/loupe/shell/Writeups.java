package loupe.shell;

import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.JOptionPane;
import javax.swing.SwingUtilities;
import loupe.answer.AnswerSaver;
import loupe.answer.Draft;
import loupe.answer.QuestionKey;
import loupe.answer.SaveListener;
import loupe.lesson.Course;
import loupe.lesson.Lesson;
import loupe.lesson.Question;

/**
 * Between the editors and the answer store: loads what was written, offers what is typed, and shows
 * what the store says of it. Use it on the event thread.
 */
final class Writeups implements WriteupPane.Listener, SaveListener {

    private final Function<SaveListener, AnswerSaver> store;
    private final Course course;
    private final StatusLine status;
    private final ContentsPane contents;
    private final Consumer<String> follow;
    private final Notice notice;
    private final WriteupPane pane;
    private AnswerSaver answers;
    private Lesson lesson;

    /**
     * @param store opens the store, given who hears of its saves
     */
    Writeups(
            Function<SaveListener, AnswerSaver> store,
            Course course,
            StatusLine status,
            ContentsPane contents,
            Consumer<String> follow,
            Look look) {
        this.course = course;
        this.status = status;
        this.contents = contents;
        this.follow = follow;
        notice = new Notice(look);
        notice.offer("Copy text", this::copy);
        notice.offer("Save a copy to…", this::saveCopy);
        pane = new WriteupPane(this, notice, look);
        this.store = store;
    }

    JComponent component() {
        return pane.component();
    }

    /** Shows a lesson's questions; the store is opened with the first. */
    void show(Lesson next) {
        if (next.equals(lesson)) {
            return;
        }
        boolean first = lesson == null;
        lesson = next;
        if (first) {
            answers = store.apply(this);
            countAll();
        }
        pane.show(next);
        answers.load(course.id(), next)
                .thenAccept(drafts -> SwingUtilities.invokeLater(() -> fill(next, drafts)));
    }

    private void fill(Lesson loaded, Map<String, Draft> drafts) {
        if (loaded.equals(lesson)) {
            Map<String, String> texts = new HashMap<>();
            drafts.forEach((question, draft) -> texts.put(question, draft.body()));
            pane.fill(texts);
            contents.answered(lesson.id(), pane.answered());
        }
    }

    private void countAll() {
        answers.answered(course)
                .thenAccept(
                        written ->
                                SwingUtilities.invokeLater(
                                        () ->
                                                course.lessons()
                                                        .forEach(each -> count(each, written))));
    }

    private void count(Lesson each, Map<String, Set<String>> written) {
        Set<String> answered = written.getOrDefault(each.id(), Set.of());
        contents.answered(
                each.id(),
                (int)
                        each.questions().stream()
                                .filter(question -> answered.contains(question.id()))
                                .count());
    }

    @Override
    public void typed(Question question, String text) {
        answers.offer(
                new QuestionKey(course.id(), lesson.id(), question.id()),
                text,
                question,
                lesson.head().version());
        contents.answered(lesson.id(), pane.answered());
    }

    @Override
    public void follow(String address) {
        follow.accept(address);
    }

    @Override
    public void saved(Instant at, Set<QuestionKey> keys) {
        SwingUtilities.invokeLater(() -> status.saved(at));
    }

    @Override
    public void failed(String sentence) {
        SwingUtilities.invokeLater(
                () -> {
                    status.notSaved();
                    notice.trouble(sentence);
                });
    }

    @Override
    public void recovered() {
        SwingUtilities.invokeLater(notice::over);
    }

    @Override
    public void told(String sentence) {
        SwingUtilities.invokeLater(() -> notice.note(sentence));
    }

    @Override
    public void conflict(QuestionKey key, String mine, Draft theirs) {
        SwingUtilities.invokeLater(
                () ->
                        notice.note(
                                "Another window changed your answer \""
                                        + key.question()
                                        + "\" as well. Both texts are kept. This is the other:\n\n"
                                        + theirs.body()));
    }

    /** Completes when everything typed so far is on the disk. */
    CompletableFuture<Void> flush() {
        return answers == null ? CompletableFuture.completedFuture(null) : answers.flush();
    }

    void focus(String question) {
        pane.focus(question);
    }

    void focusFirst() {
        pane.focusFirst();
    }

    void restyle(Look look) {
        notice.restyle(look);
        pane.restyle(look);
    }

    private void copy() {
        Toolkit.getDefaultToolkit()
                .getSystemClipboard()
                .setContents(new StringSelection(pane.text()), null);
        status.tell("Your answers to this lesson are on the clipboard.");
    }

    private void saveCopy() {
        JFileChooser chooser = new JFileChooser();
        chooser.setSelectedFile(new java.io.File(lesson.id() + "-answers.md"));
        if (chooser.showSaveDialog(pane.component()) != JFileChooser.APPROVE_OPTION) {
            return;
        }
        Path file = chooser.getSelectedFile().toPath();
        try {
            Files.writeString(file, pane.text(), StandardCharsets.UTF_8);
            status.tell("A copy of your answers is in " + file + ".");
        } catch (IOException failure) {
            JOptionPane.showMessageDialog(
                    pane.component(),
                    "The copy could not be written to "
                            + file
                            + ": "
                            + failure.getMessage()
                            + ". Choose another place.",
                    "Save a copy",
                    JOptionPane.ERROR_MESSAGE);
        }
    }
}
