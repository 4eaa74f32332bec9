package loupe.shell.writeup;

import java.awt.Component;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import loupe.answer.Backup;
import loupe.answer.Draft;
import loupe.answer.Version;
import loupe.lesson.Question;
import loupe.lesson.Writeup;

/** What the cards of a lesson tell, done; what the menu wants of the card that is worked at. */
final class Cards implements CardEvents, AnswerCommands {

    private final Writeups writeups;
    private final WriteupWindow window;
    private final WordsThread words;
    private final Notice notice;
    private final Map<String, Draft> began = new HashMap<>();
    private final Map<String, Travel> travels = new HashMap<>();
    private String current = "";
    private String wanting = "";
    private boolean focused;

    Cards(Writeups writeups, WriteupWindow window, WordsThread words, Notice notice) {
        this.writeups = writeups;
        this.window = window;
        this.words = words;
        this.notice = notice;
    }

    /** Another lesson is shown. */
    void show() {
        began.clear();
        travels.clear();
        current = "";
    }

    /** What the answers were when this session began. */
    void began(Map<String, Draft> drafts) {
        began.putAll(drafts);
    }

    Optional<QuestionCard> current() {
        return writeups.pane().find(current);
    }

    private Optional<QuestionCard> currentOrFirst() {
        return current().or(() -> writeups.pane().cards().stream().findFirst());
    }

    @Override
    public void typed(Question question, Supplier<String> text, boolean isBlank) {
        writeups.answers()
                .offer(writeups.key(question), text, question, writeups.lesson().head().version());
        boolean turned =
                writeups.pane().find(question.id()).map(card -> card.typed(isBlank)).orElse(false);
        if (turned) {
            writeups.tellAnswered();
        }
    }

    @Override
    public void follow(String address) {
        window.follow(address);
    }

    @Override
    public void entered(Question question) {
        current = question.id();
    }

    @Override
    public void hint(Question question, int number) {
        writeups.answers()
                .openedHint(
                        writeups.key(question),
                        number,
                        question,
                        writeups.lesson().head().version());
    }

    @Override
    public void travel(Question question, boolean back) {
        Travel travel = travels.get(question.id());
        if (travel != null) {
            go(question, travel, back);
            return;
        }
        Draft first = began.get(question.id());
        if (first != null && back) {
            writeups.then(
                    writeups.answers().past().versions(writeups.key(question)),
                    all -> {
                        Travel made = Travel.from(all, first);
                        travels.put(question.id(), made);
                        go(question, made, true);
                    });
        }
    }

    private void go(Question question, Travel travel, boolean back) {
        travel.step(back)
                .ifPresentOrElse(
                        version -> restore(question, version, () -> travelled(back)),
                        () ->
                                window.tell(
                                        back
                                                ? "There is no earlier version of this answer."
                                                : "This is the latest version of this answer."));
    }

    private void travelled(boolean back) {
        notice.done();
        window.tell(
                back
                        ? "This is an earlier version of your answer. Redo goes forward again."
                        : "One version forward.");
    }

    /** From now on, undo goes back from the last version, and not from where the session began. */
    private void goBackFromHere(Question question) {
        writeups.then(
                writeups.answers().past().versions(writeups.key(question)),
                all -> travels.put(question.id(), Travel.fromLast(all)));
    }

    /** Makes a version the answer again, unless something is typed meanwhile. */
    private void restore(Question question, Version version, Runnable done) {
        Optional<QuestionCard> card = writeups.pane().find(question.id());
        String before = card.map(QuestionCard::text).orElse("");
        writeups.then(
                writeups.answers().past().restore(writeups.key(question), version.id()),
                draft -> {
                    if (card.isPresent() && card.get().text().equals(before)) {
                        card.get().show(draft.body());
                        writeups.tellAnswered();
                        done.run();
                    }
                });
    }

    @Override
    public void history(Question question) {
        QuestionCard card = writeups.pane().find(question.id()).orElseThrow();
        writeups.then(
                writeups.answers().past().versions(writeups.key(question)),
                versions -> {
                    List<Version> shown =
                            versions.stream()
                                    .filter(each -> each.kind() != loupe.answer.EventKind.HINT)
                                    .toList();
                    if (shown.isEmpty()) {
                        window.tell("This answer has no history yet: nothing was written.");
                        return;
                    }
                    open(question, card, shown);
                });
    }

    private void open(Question question, QuestionCard card, List<Version> versions) {
        Version last = versions.get(versions.size() - 1);
        Consumer<Version> chosen =
                version ->
                        restore(
                                question,
                                version,
                                () -> undoable("An earlier version is back.", question, last));
        new HistoryWindow(
                        window.frame(),
                        question.label() + " " + (writeups.pane().cards().indexOf(card) + 1),
                        writeups.answers().past(),
                        words,
                        versions,
                        card.text(),
                        chosen,
                        writeups.look())
                .open();
    }

    /** Says what was done, with a button that takes it back. */
    private void undoable(String sentence, Question question, Version before) {
        goBackFromHere(question);
        notice.note(
                sentence,
                "Undo",
                () -> restore(question, before, () -> window.tell("Your answer is back.")));
    }

    @Override
    public void wording(Question question) {
        Draft draft = began.get(question.id());
        writeups.then(
                writeups.answers().past().prompt(draft.promptSha256()),
                then ->
                        words.ask(
                                () -> Difference.between(then, question.prompt()),
                                found -> showWording(then, found)));
    }

    private void showWording(String then, Difference found) {
        DifferencePane pane = new DifferencePane("wording", writeups.look());
        pane.show(found);
        TextWindow.open(
                window.frame(),
                "The question was edited",
                then.isEmpty()
                        ? "The question you answered is no longer known. This is the one now."
                        : "Struck through: the question you answered. Underlined: the one now.",
                pane.component());
    }

    /** Shows what another window wrote beside what is in force. */
    void showOther(String mine, Draft theirs) {
        words.ask(
                () -> Difference.between(theirs.body(), mine),
                found -> {
                    DifferencePane pane = new DifferencePane("other", writeups.look());
                    pane.show(found);
                    TextWindow.open(
                            window.frame(),
                            "Two texts for one answer",
                            "Struck through: only in the other window. Underlined: only here.",
                            pane.component());
                });
    }

    /** Shows the answers whose questions are gone from the course. */
    void openDrawer() {
        writeups.then(
                writeups.answers().past().gone(writeups.course()),
                gone ->
                        TextWindow.open(
                                window.frame(),
                                "Answers whose questions are gone",
                                "They are kept, and go into your hand-in behind the others.",
                                Drawer.of(gone, writeups.look())));
    }

    @Override
    public void reopen(String evidence) {
        writeups.then(
                writeups.views().find(evidence),
                found ->
                        found.ifPresentOrElse(
                                view -> window.reopen(view.state()),
                                () ->
                                        window.tell(
                                                "This view is not kept on this computer. Its place"
                                                        + " in your answer stays.")));
    }

    @Override
    public void attach(Question question) {
        if (question instanceof Writeup writeup && !writeup.evidence().isEmpty()) {
            wanting = question.id();
            window.lookAt(writeup.evidence());
        } else {
            window.tell("This question does not say which experiment its view is from.");
        }
    }

    /** A view has come: it goes to the question that asked, or to the one it belongs to. */
    void attach(AttachedView view) {
        List<QuestionCard> texts =
                writeups.pane().cards().stream()
                        .filter(each -> each.field() instanceof TextAnswer)
                        .toList();
        List<QuestionCard> meant =
                texts.stream()
                        .filter(
                                each ->
                                        each.question() instanceof Writeup writeup
                                                && writeup.evidence().equals(view.experiment()))
                        .toList();
        Optional<QuestionCard> asked =
                texts.stream().filter(each -> each.question().id().equals(wanting)).findFirst();
        wanting = "";
        if (asked.isPresent()) {
            insert(asked.get(), view);
        } else if (meant.size() == 1) {
            insert(meant.get(0), view);
        } else if (texts.isEmpty()) {
            window.tell(
                    "No question of this lesson takes a text, so there is nothing to attach to.");
        } else {
            choose(meant.isEmpty() ? texts : meant, view);
        }
    }

    private void choose(List<QuestionCard> among, AttachedView view) {
        JPopupMenu menu = new JPopupMenu();
        for (QuestionCard each : among) {
            int number = writeups.pane().cards().indexOf(each) + 1;
            JMenuItem item = new JMenuItem("Attach to " + each.question().label() + " " + number);
            item.addActionListener(chosen -> insert(each, view));
            menu.add(item);
        }
        Component column = writeups.component();
        menu.show(column, 16, 48);
    }

    private void insert(QuestionCard card, AttachedView view) {
        writeups.then(
                writeups.answers().past().keep(view.evidence()),
                kept -> {
                    ((TextAnswer) card.field()).insert(view.evidence().markdown(view.caption()));
                    card.focus();
                    window.tell("The view is in your answer. Click it to open it again.");
                });
    }

    private void onText(Consumer<TextAnswer> work) {
        currentOrFirst()
                .map(QuestionCard::field)
                .filter(TextAnswer.class::isInstance)
                .map(TextAnswer.class::cast)
                .ifPresent(work);
    }

    @Override
    public void preview() {
        onText(TextAnswer::toggleReading);
    }

    @Override
    public void find() {
        onText(TextAnswer::find);
    }

    @Override
    public void spelling() {
        writeups.pane().cards().stream()
                .map(QuestionCard::field)
                .filter(TextAnswer.class::isInstance)
                .forEach(each -> ((TextAnswer) each).toggleSpelling());
    }

    @Override
    public void hint() {
        currentOrFirst().ifPresent(QuestionCard::openHint);
    }

    @Override
    public void attach() {
        currentOrFirst().ifPresent(card -> attach(card.question()));
    }

    @Override
    public void history() {
        currentOrFirst().ifPresent(card -> history(card.question()));
    }

    @Override
    public void startOver() {
        currentOrFirst().filter(QuestionCard::isWritten).ifPresent(this::startOver);
    }

    private void startOver(QuestionCard card) {
        Question question = card.question();
        String version = writeups.lesson().head().version();
        writeups.then(
                writeups.answers().past().versions(writeups.key(question)),
                versions -> {
                    Version last =
                            versions.stream()
                                    .filter(Travel::isAnswer)
                                    .reduce((earlier, later) -> later)
                                    .orElseThrow();
                    writeups.then(
                            writeups.answers()
                                    .past()
                                    .reset(writeups.key(question), question.prompt(), version),
                            empty -> {
                                card.show(empty.body());
                                writeups.tellAnswered();
                                undoable("The answer is empty now.", question, last);
                            });
                });
    }

    @Override
    public void backups() {
        writeups.then(
                writeups.answers().past().backups(),
                all -> {
                    if (all.isEmpty()) {
                        window.tell(
                                "There is no backup yet. One is made at the first start of each"
                                        + " day.");
                    } else {
                        new BackupList(all).choose(window.frame()).ifPresent(this::bringBack);
                    }
                });
    }

    private void bringBack(Backup backup) {
        writeups.then(
                writeups.answers().past().restoreFrom(backup.file()),
                others -> {
                    if (!others.isEmpty()) {
                        writeups.renew();
                    }
                    window.tell(broughtBack(others.size(), BackupList.when(backup)));
                });
    }

    private static String broughtBack(int others, String when) {
        return switch (others) {
            case 0 -> "Every answer is as it was in this backup already.";
            case 1 -> "1 answer is as it was on " + when + ". What stood there is in its history.";
            default ->
                    others
                            + " answers are as they were on "
                            + when
                            + ". What stood there is in their history.";
        };
    }

    @Override
    public void focusMode() {
        focused = !focused;
        String experiment =
                currentOrFirst()
                        .map(QuestionCard::question)
                        .filter(Writeup.class::isInstance)
                        .map(each -> ((Writeup) each).evidence())
                        .orElse("");
        window.focusOn(experiment, focused);
        currentOrFirst().ifPresent(QuestionCard::focus);
    }
}
