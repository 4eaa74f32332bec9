package loupe.shell.writeup;

import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.JOptionPane;
import javax.swing.SwingUtilities;
import loupe.answer.AnswerHistory;
import loupe.answer.AnswerSaver;
import loupe.answer.Draft;
import loupe.answer.QuestionKey;
import loupe.answer.SaveListener;
import loupe.lesson.Cell;
import loupe.lesson.Course;
import loupe.lesson.Lesson;
import loupe.lesson.Question;
import loupe.shell.look.Look;

/**
 * Between the editors and the answer store: loads what was written, offers what is typed, and shows
 * what the store says of it. Use it on the event thread.
 */
public final class Writeups implements SaveListener {

    private final Study study;
    private final Course course;
    private final WriteupWindow window;
    private final Notice notice;
    private final WriteupPane pane;
    private final WordsThread words = new WordsThread();
    private final Views views = new Views(() -> answers().past());
    private final Cards cards;
    private final Persons persons;
    private AnswerSaver answers;
    private Lesson lesson;
    private Look look;

    public Writeups(Study study, Course course, WriteupWindow window, Look look) {
        this.course = course;
        this.window = window;
        this.study = study;
        this.look = look;
        notice = new Notice(look);
        notice.offer("Copy text", this::copy);
        notice.offer("Save a copy to…", this::saveCopy);
        cards = new Cards(this, window, words, notice);
        pane = new WriteupPane(notice, this::handIn, cards::openDrawer, look);
        persons = new Persons(this, study, window);
    }

    public JComponent component() {
        return pane.component();
    }

    /** Shows a lesson's questions; the store is opened with the first. */
    public void show(Lesson next) {
        if (next.equals(lesson)) {
            return;
        }
        lesson = next;
        if (answers == null) {
            answers = study.open(this);
            countAll();
            persons.tell();
        }
        cards.show();
        pane.show(next, this::card);
        then(answers.load(course.id(), next), drafts -> fill(next, drafts));
    }

    private QuestionCard card(int number, Question question) {
        AnswerField field =
                QuestionCard.field(
                        question,
                        number,
                        lesson.head().lang(),
                        order(question),
                        words,
                        views,
                        cards);
        return new QuestionCard(number, question, field, cards, look);
    }

    /** The order of shuffled options: the same whenever this person opens this question. */
    private long order(Question question) {
        return (study.person().id() + "/" + key(question)).hashCode();
    }

    private void fill(Lesson loaded, Map<String, Draft> drafts) {
        if (!loaded.equals(lesson)) {
            return;
        }
        cards.began(drafts);
        pane.fill(drafts);
        fillCells(loaded, drafts);
        tellAnswered();
        AnswerHistory past = answers.past();
        then(past.hints(course.id(), lesson.id()), pane::opened);
        then(past.gone(course), gone -> pane.gone(gone.size()));
        then(past.handIns(course.id()), handIns -> showHandedIn(loaded, !handIns.isEmpty()));
    }

    /**
     * Shows a lesson whose page has come; its Java cells are filled though the answers were first.
     */
    public void pageReady(Lesson ready) {
        if (!ready.equals(lesson)) {
            show(ready);
        } else if (!ready.cells().isEmpty()) {
            then(answers.load(course.id(), ready), drafts -> fillCells(ready, drafts));
        }
    }

    private void fillCells(Lesson loaded, Map<String, Draft> drafts) {
        if (loaded.equals(lesson) && !lesson.cells().isEmpty()) {
            Map<String, Draft> code = new HashMap<>(drafts);
            code.keySet()
                    .retainAll(lesson.cells().stream().filter(Cell::isOpen).map(Cell::id).toList());
            code.values().removeIf(each -> each.body().isBlank());
            window.code(code);
        }
    }

    /** Keeps what a Java cell of this lesson says now. */
    public void code(String lessonId, String cell, String code) {
        if (answers != null && lesson.id().equals(lessonId)) {
            lesson.cells().stream()
                    .filter(each -> each.id().equals(cell))
                    .findFirst()
                    .ifPresent(
                            each ->
                                    answers.offer(
                                            new QuestionKey(course.id(), lessonId, cell),
                                            code.equals(each.code()) ? "" : code,
                                            each,
                                            lesson.head().version()));
        }
    }

    private void showHandedIn(Lesson loaded, boolean any) {
        if (any) {
            then(
                    answers.past().snapshot(course.id()),
                    all -> {
                        if (loaded.equals(lesson)) {
                            pane.handedIn(
                                    all.handedIn().entrySet().stream()
                                            .filter(each -> isHere(each.getKey()))
                                            .collect(
                                                    Collectors.toMap(
                                                            each -> each.getKey().question(),
                                                            Map.Entry::getValue)));
                        }
                    });
        }
    }

    private boolean isHere(QuestionKey key) {
        return key.lesson().equals(lesson.id());
    }

    /** Does something with what the store brings, on the event thread; says why it cannot. */
    <T> void then(CompletableFuture<T> asked, Consumer<T> work) {
        asked.whenComplete(
                (brought, failure) ->
                        SwingUtilities.invokeLater(
                                () -> {
                                    if (failure == null) {
                                        work.accept(brought);
                                    } else {
                                        notice.trouble(sentence(failure));
                                    }
                                }));
    }

    /** The sentence of a failure that went through futures. */
    static String sentence(Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    /** Looks through the answers with the student, and hands them in. */
    public void handIn() {
        if (answers != null) {
            new HandInWindow(this, study, window).open();
        }
    }

    /** What the menu offers about the people who write here. */
    public Persons persons() {
        return persons;
    }

    /** Saves and closes one person's store; fails with the sentence if something is not saved. */
    CompletableFuture<Void> leave() {
        AnswerSaver leaving = answers;
        pane.shut(true); // what is typed from here on would be nobody's
        return leaving.flush()
                .thenRunAsync(leaving::close, work -> new Thread(work, "last save").start())
                .whenComplete(
                        (done, failure) -> {
                            if (failure != null) {
                                SwingUtilities.invokeLater(() -> pane.shut(false));
                            }
                        });
    }

    /** Opens the store of the person who writes now, and shows the lesson from it. */
    void arrive() {
        Lesson now = lesson;
        lesson = null;
        answers = null;
        notice.clear();
        pane.shut(false);
        show(now);
    }

    /** Shows the answers as they are in the store now. */
    void renew() {
        Lesson now = lesson;
        lesson = null;
        countAll();
        show(now);
    }

    /** What was handed in is on its card at once. */
    void handedIn() {
        showHandedIn(lesson, true);
    }

    private void countAll() {
        then(
                answers.answered(course),
                written ->
                        course.lessons()
                                .forEach(each -> window.answered(each.id(), there(each, written))));
    }

    private static Set<String> there(Lesson each, Map<String, Set<String>> written) {
        Set<String> there = new TreeSet<>(written.getOrDefault(each.id(), Set.of()));
        there.retainAll(each.questions().stream().map(Question::id).toList());
        return there;
    }

    void tellAnswered() {
        pane.count();
        window.answered(lesson.id(), pane.answered());
    }

    AnswerSaver answers() {
        return answers;
    }

    Course course() {
        return course;
    }

    Lesson lesson() {
        return lesson;
    }

    WriteupPane pane() {
        return pane;
    }

    Views views() {
        return views;
    }

    Look look() {
        return look;
    }

    QuestionKey key(Question question) {
        return new QuestionKey(course.id(), lesson.id(), question.id());
    }

    /** Puts what an experiment shows into the answer it belongs to. */
    public void attach(AttachedView view) {
        cards.attach(view);
    }

    /** What the menu offers for the answer that is worked at. */
    public AnswerCommands commands() {
        return cards;
    }

    @Override
    public void saved(Instant at, Set<QuestionKey> keys) {
        SwingUtilities.invokeLater(() -> window.saved(at));
    }

    @Override
    public void failed(String sentence) {
        SwingUtilities.invokeLater(
                () -> {
                    window.notSaved();
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
                                        + "\" as well. Both texts are kept: this one is in force,"
                                        + " the other is in its history.",
                                "Show the other",
                                () -> cards.showOther(mine, theirs)));
    }

    /** Completes when everything typed so far is on the disk. */
    public CompletableFuture<Void> flush() {
        return answers == null ? CompletableFuture.completedFuture(null) : answers.flush();
    }

    public void focus(String question) {
        pane.find(question).ifPresent(QuestionCard::focus);
    }

    /** Brings a question's card into sight; the keyboard stays where it is. */
    public void reveal(String question) {
        pane.find(question).ifPresent(QuestionCard::reveal);
    }

    /** Gives the keyboard to the answer that had it last, or to the first. */
    public void focusAnswer() {
        Optional<QuestionCard> current = cards.current();
        if (current.isPresent()) {
            current.get().focus();
        } else {
            pane.focusFirst();
        }
    }

    public void restyle(Look newLook) {
        look = newLook;
        notice.restyle(look);
        pane.restyle(look);
    }

    private void copy() {
        Toolkit.getDefaultToolkit()
                .getSystemClipboard()
                .setContents(new StringSelection(pane.text()), null);
        window.tell("Your answers to this lesson are on the clipboard.");
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
            window.tell("A copy of your answers is in " + file + ".");
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
