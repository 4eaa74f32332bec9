package loupe.shell;

import static loupe.shell.OpenFrame.becomes;
import static loupe.shell.OpenFrame.onEventThread;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JSlider;
import javax.swing.JTree;
import javax.swing.text.JTextComponent;
import loupe.answer.Draft;
import loupe.tour.Hand;
import loupe.tour.Named;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of answers in the window: history, attached views, hand-in, several people. */
@Tag("hand")
class WorkTest {
    private static final Path COURSE =
            Path.of(System.getProperty("loupe.home"), "src/test/resources/question-course");

    @TempDir Path folder;

    private OpenFrame open;
    private Hand hand;

    @BeforeEach
    void prepare() throws Exception {
        hand = new Hand();
    }

    @AfterEach
    void closeDialogs() throws Exception {
        Dialogs.closeAll();
        if (open != null) {
            open.close();
        }
    }

    private void start(Path course) throws Exception {
        if (open != null) {
            open.close();
        }
        open = null;
        open = new OpenFrame(folder.resolve("data"), course);
    }

    private Component shown(String name) throws Exception {
        return Dialogs.shown(name);
    }

    private void clickInDialog(String text) throws Exception {
        Dialogs.click(hand, text);
    }

    private void type(String question, String text) throws Exception {
        open.clickEditor(hand, question);
        hand.chord(KeyEvent.VK_CONTROL, KeyEvent.VK_END);
        OpenFrame.type(hand, open.editor(question), text);
        open.answers().flush().get(20, TimeUnit.SECONDS);
    }

    private String stored(String question) throws Exception {
        Map<String, Draft> all =
                open.answers().load("questions", open.frame.lesson()).get(20, TimeUnit.SECONDS);
        return all.containsKey(question) ? all.get(question).body() : "";
    }

    @Test
    void theHistoryShowsTheDifferenceAndBringsAVersionBack() throws Exception {
        start(COURSE);
        type("text", "One dog");
        type("text", " ran");
        open.click(hand, "history-text");
        JSlider slider = (JSlider) shown("versions");
        JTextComponent difference = (JTextComponent) shown("difference");
        assertTrue(becomes(() -> difference.getText().equals("One dog ran")));
        hand.click(slider);
        assertTrue(becomes(slider::isFocusOwner), OpenFrame::keyboard);
        hand.chord(KeyEvent.VK_HOME);
        assertTrue(becomes(() -> slider.getValue() == 0));
        hand.click(shown("restore"));
        String first = "One dog";
        assertTrue(becomes(() -> !open.editor("text").getText().equals("One dog ran")));
        assertTrue(first.startsWith(open.editor("text").getText()), open.editor("text").getText());
        assertEquals(open.editor("text").getText(), stored("text"));
        open.click(hand, "notice-action");
        assertTrue(becomes(() -> open.editor("text").getText().equals("One dog ran")));
        assertEquals("One dog ran", stored("text"));
    }

    @Test
    void startingOverIsUndoneWithOneButton() throws Exception {
        start(COURSE);
        type("text", "One dog");
        onEventThread(
                () -> {
                    open.frame.writeups().commands().startOver();
                    return true;
                });
        assertTrue(becomes(() -> open.editor("text").getText().isEmpty()));
        assertEquals("", stored("text"));
        open.click(hand, "notice-action");
        assertTrue(becomes(() -> open.editor("text").getText().equals("One dog")));
    }

    @Test
    void aBackupIsBroughtBackAndWhatStoodThereStaysInTheHistory() throws Exception {
        start(COURSE);
        type("text", "One dog");
        open.answers().past().tidy().get(20, TimeUnit.SECONDS);
        type("text", " ran");
        Menus.choose(hand, KeyEvent.VK_A, "Bring back a backup…");
        JList<?> backups = (JList<?>) shown("backups");
        assertTrue(backups.getSelectedValue().toString().endsWith(" · 1 answer"));
        clickInDialog("Bring back");
        assertTrue(becomes(() -> open.editor("text").getText().equals("One dog")));
        assertEquals("One dog", stored("text"));
        open.clickEditor(hand, "text");
        hand.chord(KeyEvent.VK_CONTROL, KeyEvent.VK_Z);
        assertTrue(becomes(() -> open.editor("text").getText().equals("One dog ran")));
    }

    private Path edited(String from, String to) throws Exception {
        Path copy = folder.resolve("course");
        try (Stream<Path> files = Files.walk(COURSE)) {
            for (Path each : files.sorted(Comparator.naturalOrder()).toList()) {
                Path target = copy.resolve(COURSE.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    String text = Files.readString(each);
                    assertTrue(!each.endsWith("lesson.md") || text.contains(from), from);
                    Files.writeString(target, text.replace(from, to));
                }
            }
        }
        return copy;
    }

    @Test
    void aQuestionThatWasEditedSinceSaysSoAndShowsTheDifference() throws Exception {
        start(COURSE);
        type("text", "One dog");
        start(edited("What do you **see** in", "What did you **see** in"));
        assertTrue(becomes(() -> open.named("edited-text").isShowing()));
        open.click(hand, "edited-text");
        JTextComponent wording = (JTextComponent) shown("wording");
        assertTrue(
                becomes(() -> wording.getText().startsWith("What dodid you **see** in")),
                wording.getText());
        clickInDialog("Close");
        type("text", " ran");
        assertTrue(becomes(() -> !open.named("edited-text").isShowing()));
    }

    @Test
    void theAnswerToAQuestionThatIsGoneLiesInTheDrawer() throws Exception {
        start(COURSE);
        type("text", "One dog");
        start(edited("writeup{#text ", "writeup{#other "));
        JButton gone = (JButton) shown("gone");
        assertEquals("1 answer whose question is gone", gone.getText());
        hand.click(gone);
        JTextComponent drawer = (JTextComponent) shown("drawer");
        assertTrue(drawer.getText().contains("all-types / text"), drawer.getText());
        assertTrue(drawer.getText().contains("One dog"), drawer.getText());
        clickInDialog("Close");
        start(edited("writeup{#text ", "writeup{#other was=text "));
        assertTrue(becomes(() -> open.editor("other").getText().equals("One dog")));
        assertFalse(open.named("gone").isShowing());
    }

    @Test
    void theContentsHaveEveryQuestionAndGoToIt() throws Exception {
        start(COURSE);
        JTree tree = (JTree) open.named("contents");
        assertEquals(6, tree.getRowCount());
        assertEquals(
                "Writeup 1",
                onEventThread(
                        () ->
                                tree.convertValueToText(
                                        tree.getPathForRow(1).getLastPathComponent(),
                                        false,
                                        false,
                                        true,
                                        1,
                                        false)));
        type("text", "x");
        java.awt.Rectangle row = onEventThread(() -> tree.getRowBounds(2));
        java.awt.Rectangle place = Hand.place(tree);
        hand.click(place.x + 60, place.y + row.y + row.height / 2);
        assertTrue(open.probe.becomes("window.scrollY > 0", OpenFrame.PATIENCE));
    }

    @Test
    void aViewIsAttachedAndAClickReopensExactlyThatState() throws Exception {
        start(COURSE);
        type("text", "Before.");
        start(COURSE);
        String ran =
                "document.querySelector('section.experiment canvas, section.experiment svg') !== null";
        assertTrue(open.probe.becomes(ran, OpenFrame.PATIENCE));
        assertTrue(
                open.probe.becomes(
                        "document.querySelector('.attach') !== null", OpenFrame.PATIENCE));
        open.probe.value("(window.loupe.follow('#exp-one?layer=1&head=2'), 1)", OpenFrame.PATIENCE);
        String seen =
                "(window.loupe.view('exp-one').then(v => window.seen = JSON.stringify(v.state),"
                        + " () => 'still running'), window.seen !== undefined)";
        assertTrue(open.probe.becomes(seen, OpenFrame.PATIENCE));
        open.probe.value("(document.querySelector('.attach').click(), 1)", OpenFrame.PATIENCE);
        assertTrue(becomes(() -> open.editor("text").getText().contains("](evidence:")));
        String body = open.editor("text").getText();
        assertTrue(body.startsWith("Before.\n\n!["), body);
        open.probe.value("(window.loupe.follow('#exp-one?layer=0&head=0'), 1)", OpenFrame.PATIENCE);
        open.answers().flush().get(20, TimeUnit.SECONDS);
        assertEquals(body, stored("text"));
        String sha = body.replaceAll("(?s).*evidence:([0-9a-f]{64}).*", "$1");
        assertTrue(open.answers().past().evidence(sha).get(20, TimeUnit.SECONDS).isPresent());
        assertTrue(
                becomes(
                        () ->
                                Named.in(open.frame.window(), "view-" + sha.substring(0, 8))
                                        .isPresent()));
        open.click(hand, "view-" + sha.substring(0, 8));
        assertTrue(
                open.probe.becomes(
                        "(window.loupe.view('exp-one').then(v => window.again ="
                                + " JSON.stringify(v.state)), window.again === window.seen)",
                        OpenFrame.PATIENCE));
    }

    @Test
    void handingInShowsWhatIsMissingMakesThePdfAndGivesTheReceipt() throws Exception {
        start(COURSE);
        type("text", "One dog ran");
        open.click(hand, "hand-in");
        JLabel headline = (JLabel) shown("hand-in-headline");
        assertTrue(becomes(() -> headline.getText().equals("1 of 5 questions have an answer")));
        JList<?> items = (JList<?>) shown("hand-in-items");
        assertEquals(5, items.getModel().getSize());
        JTextComponent name = (JTextComponent) shown("person-name");
        Component nameless = shown("hand-in-nameless");
        hand.click(name);
        OpenFrame.type(hand, name, "Ada");
        assertTrue(becomes(() -> !nameless.isVisible()));
        hand.click(shown("hand-in-go"));
        JLabel receipt = (JLabel) shown("hand-in-receipt");
        assertTrue(receipt.getText().matches("[0-9a-f]{8}"), receipt.getText());
        JTextComponent outcome = (JTextComponent) shown("hand-in-outcome");
        assertTrue(becomes(() -> outcome.getText().startsWith("✓ Handed in.")), outcome::getText);
        assertTrue(outcome.getText().contains("1 answer to 5 questions"), outcome.getText());
        clickInDialog("Close");
        try (Stream<Path> files = Files.list(folder.resolve("data/copies/Hand-ins"))) {
            List<String> endings =
                    files.map(each -> each.toString().replaceAll(".*\\.", "")).sorted().toList();
            assertEquals(List.of("json", "md", "pdf"), endings);
        }
        type("text", ". Then");
        open.click(hand, "hand-in");
        JLabel again = (JLabel) shown("hand-in-headline");
        assertTrue(becomes(() -> again.getText().equals("1 of 5 questions have an answer")));
        JList<?> rows = (JList<?>) shown("hand-in-items");
        String said = rows.getModel().getElementAt(0).toString();
        assertTrue(said.contains("changed=true"), said);
        clickInDialog("Not yet");
    }

    @Test
    void aHandInThatCannotBeWrittenIsASentenceAndNothingIsLost() throws Exception {
        start(COURSE);
        type("text", "One dog ran");
        Files.createDirectories(folder.resolve("data/copies"));
        Files.writeString(folder.resolve("data/copies/Hand-ins"), "in the way");
        open.click(hand, "hand-in");
        JLabel headline = (JLabel) shown("hand-in-headline");
        assertTrue(becomes(() -> headline.getText().startsWith("1 of 5")));
        hand.click(shown("hand-in-go"));
        JTextComponent outcome = (JTextComponent) shown("hand-in-outcome");
        assertTrue(outcome.getText().contains("Your answers are safe"), outcome.getText());
        clickInDialog("Close");
        assertEquals("One dog ran", stored("text"));
    }

    @Test
    void anotherPersonHasAnEmptyWriteupAndTheFirstFindsTheirsAgain() throws Exception {
        start(COURSE);
        type("text", "mine");
        onEventThread(
                () -> {
                    javax.swing.SwingUtilities.invokeLater(
                            open.frame.writeups().persons()::switchPerson);
                    return true;
                });
        JList<?> people = (JList<?>) shown("people");
        hand.click(people);
        assertTrue(becomes(people::isFocusOwner), OpenFrame::keyboard);
        hand.chord(KeyEvent.VK_END);
        int last = people.getModel().getSize() - 1;
        assertTrue(becomes(() -> people.getSelectedIndex() == last), OpenFrame::keyboard);
        clickInDialog("Switch");
        JTextComponent name = (JTextComponent) shown("person-name");
        hand.click(name);
        OpenFrame.type(hand, name, "Bob");
        clickInDialog("Begin");
        assertTrue(becomes(() -> open.frame.window().getTitle().endsWith("· Bob")));
        assertTrue(becomes(() -> open.editor("text").getText().isEmpty()));
        type("text", "his");
        onEventThread(
                () -> {
                    javax.swing.SwingUtilities.invokeLater(
                            open.frame.writeups().persons()::switchPerson);
                    return true;
                });
        JList<?> again = (JList<?>) shown("people");
        java.awt.Rectangle list = Hand.place(again);
        hand.click(list.x + 20, list.y + 6);
        assertTrue(becomes(() -> again.getSelectedIndex() == 0), OpenFrame::keyboard);
        clickInDialog("Switch");
        assertTrue(
                becomes(() -> open.editor("text").getText().equals("mine")),
                () -> open.frame.window().getTitle() + ": " + open.editor("text").getText());
        assertTrue(Files.exists(folder.resolve("data/profiles/bob/answers.db")));
    }

    @Test
    void workIsRemovedOnlyAfterAHandInThatHoldsAllOfIt() throws Exception {
        start(COURSE);
        type("text", "One dog ran");
        javax.swing.SwingUtilities.invokeLater(open.frame.writeups().persons()::finish);
        clickInDialog("OK");
        assertEquals("One dog ran", stored("text"));
        open.click(hand, "hand-in");
        JLabel headline = (JLabel) shown("hand-in-headline");
        assertTrue(becomes(() -> headline.getText().startsWith("1 of 5")));
        hand.click(shown("hand-in-go"));
        shown("hand-in-receipt");
        clickInDialog("Close");
        javax.swing.SwingUtilities.invokeLater(open.frame.writeups().persons()::finish);
        clickInDialog("Remove my work");
        clickInDialog("OK");
        assertTrue(becomes(() -> open.editor("text").getText().isEmpty()));
        try (Stream<Path> files = Files.list(folder.resolve("data/copies/Hand-ins"))) {
            assertEquals(3, files.count());
        }
        type("text", "again");
        assertEquals("again", stored("text"));
    }
}
