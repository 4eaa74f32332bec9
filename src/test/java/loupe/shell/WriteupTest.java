package loupe.shell;

import static loupe.shell.OpenFrame.becomes;
import static loupe.shell.OpenFrame.onEventThread;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Component;
import java.awt.Container;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.event.KeyEvent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JViewport;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import loupe.answer.Draft;
import loupe.tour.Hand;
import loupe.tour.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every type of question in the writeup, tried with real mouse and key events. */
@Tag("hand")
class WriteupTest {
    private static final Path COURSE =
            Path.of(System.getProperty("loupe.home"), "src/test/resources/question-course");

    @TempDir Path folder;

    private OpenFrame open;

    private OpenFrame start() throws Exception {
        open = new OpenFrame(folder, COURSE);
        return open;
    }

    private boolean says(String name, String words) throws Exception {
        return becomes(() -> ((JLabel) open.named(name)).getText().equals(words));
    }

    private String progress() {
        return ((JLabel) open.named("progress")).getText();
    }

    private Map<String, Draft> stored() throws Exception {
        return open.answers().load("questions", "all-types").get(20, TimeUnit.SECONDS);
    }

    private boolean isStored(String question, String body) throws Exception {
        BooleanSupplier there =
                () -> {
                    try {
                        Draft draft = stored().get(question);
                        return draft != null && draft.body().equals(body);
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                };
        for (int i = 0; i < 400 && !there.getAsBoolean(); i++) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return there.getAsBoolean();
    }

    @Test
    void everyTypeIsAnsweredKeptAndThereAgain() throws Exception {
        try (OpenFrame window = start()) {
            Hand hand = new Hand();
            window.write(hand, "text", "To the left");
            window.click(hand, "answer-one-left");
            window.click(hand, "answer-many-value");
            window.click(hand, "answer-many-query");
            window.write(hand, "sum", "1.0");
            window.click(hand, "answer-do");
            assertTrue(isStored("text", "To the left"), stored()::toString);
            assertTrue(isStored("one", "left"), stored()::toString);
            assertTrue(isStored("many", "query\nvalue"), stored()::toString);
            assertTrue(isStored("sum", "1.0"), stored()::toString);
            assertTrue(isStored("do", "done"), stored()::toString);
            assertTrue(says("progress", "5 of 5 answered, worth 9 of 9 points"));
        }
        try (OpenFrame window = start()) {
            assertTrue(becomes(() -> window.editor("text").getText().equals("To the left")));
            assertTrue(becomes(() -> isSelected("answer-one-left")));
            assertTrue(isSelected("answer-many-query") && isSelected("answer-many-value"));
            assertTrue(!isSelected("answer-many-key"));
            assertEquals("1.0", window.editor("sum").getText());
            assertTrue(isSelected("answer-do"));
        }
    }

    private boolean isSelected(String name) {
        return ((AbstractButton) open.named(name)).isSelected();
    }

    @Test
    void aChoiceAndATaskAreAnsweredWithTheKeyboardAlone() throws Exception {
        try (OpenFrame window = start()) {
            Hand hand = new Hand();
            window.clickEditor(hand, "text");
            onEventThread(
                    () -> {
                        window.named("answer-one-left").requestFocus();
                        return true;
                    });
            assertTrue(becomes(() -> window.named("answer-one-left").isFocusOwner()));
            hand.chord(KeyEvent.VK_SPACE);
            assertTrue(becomes(() -> isSelected("answer-one-left")));
            hand.chord(KeyEvent.VK_DOWN);
            assertTrue(becomes(() -> isSelected("answer-one-right")));
            assertTrue(isStored("one", "right"), stored()::toString);
        }
    }

    @Test
    void feedbackIsGivenWhenAskedForAndTakenBackByAChange() throws Exception {
        try (OpenFrame window = start()) {
            Hand hand = new Hand();
            window.click(hand, "answer-one-right");
            window.click(hand, "check-one");
            assertTrue(says("verdict-one", "✗ Not right"));
            assertTrue(becomes(() -> window.named("verdict-one").isVisible()));
            window.click(hand, "answer-one-left");
            assertTrue(becomes(() -> !window.named("verdict-one").isVisible()));
            window.click(hand, "check-one");
            assertTrue(says("verdict-one", "✓ Right"));
            assertTrue(!window.named("check-many").isVisible(), "that waits for the hand-in");
            window.write(hand, "sum", "2");
            window.click(hand, "check-sum");
            assertTrue(says("verdict-sum", "✗ Not right"));
        }
    }

    @Test
    void whatIsNoNumberIsSaidToBeNoneAndKept() throws Exception {
        try (OpenFrame window = start()) {
            Hand hand = new Hand();
            window.write(hand, "sum", "one");
            assertTrue(becomes(() -> window.named("warning-sum").isVisible()));
            assertTrue(says("warning-sum", "This is not a number. Write it like 0.25 units"));
            assertTrue(says("state-sum", ""), "it is not said to be answered");
            assertTrue(becomes(() -> progress().startsWith("0 of ")), "nor counted as answered");
            assertTrue(isStored("sum", "one"), stored()::toString);
            hand.chord(KeyEvent.VK_CONTROL, KeyEvent.VK_A);
            hand.type("1");
            assertTrue(says("state-sum", "✓ answered"));
            assertTrue(becomes(() -> progress().startsWith("1 of ")));
        }
    }

    @Test
    void hintsOpenOneByOneAndEachIsRecorded() throws Exception {
        try (OpenFrame window = start()) {
            Hand hand = new Hand();
            AbstractButton hint = (AbstractButton) window.named("hint-text");
            assertEquals("Show a hint (1 of 2)", hint.getText());
            window.click(hand, "hint-text");
            assertTrue(becomes(() -> hint.getText().equals("Show the next hint (2 of 2)")));
            assertTrue(Named.in(window.frame.window(), "hint-text-1").isPresent());
            assertTrue(Named.in(window.frame.window(), "hint-text-2").isEmpty());
            for (int i = 0; i < 400 && !hints().containsKey("text"); i++) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            assertEquals(Map.of("text", Set.of(1)), hints());
        }
        try (OpenFrame window = start()) {
            assertTrue(becomes(() -> Named.in(window.frame.window(), "hint-text-1").isPresent()));
        }
    }

    private Map<String, Set<Integer>> hints() throws Exception {
        return open.answers().past().hints("questions", "all-types").get(20, TimeUnit.SECONDS);
    }

    @Test
    void aModelAnswerIsOfferedOnceThereIsAnAnswer() throws Exception {
        try (OpenFrame window = start()) {
            Hand hand = new Hand();
            Component reference = window.named("reference-text");
            assertTrue(onEventThread(() -> !reference.isShowing()));
            window.write(hand, "text", "mine");
            assertTrue(becomes(reference::isShowing));
            window.click(hand, "reference-text");
            assertTrue(becomes(() -> window.named("reference-text-text").isVisible()));
        }
    }

    @Test
    void wordsAreCountedAgainstTheLimitsWhichNeverBlock() throws Exception {
        try (OpenFrame window = start()) {
            Hand hand = new Hand();
            window.write(hand, "text", "one two");
            assertTrue(says("words-text", "2 words · at least 5 are asked for"));
            hand.type(" 3 4 5");
            assertTrue(says("words-text", "5 words"));
            hand.type(" 6 7 8 9 10 11 12 13");
            assertTrue(says("words-text", "13 words · more than the 12 asked for"));
            assertTrue(isStored("text", "one two 3 4 5 6 7 8 9 10 11 12 13"));
        }
    }

    @Test
    void thePreviewShowsTheMarkdownAndRunsNothing() throws Exception {
        try (OpenFrame window = start()) {
            Hand hand = new Hand();
            JTextComponent editor = window.clickEditor(hand, "text");
            onEventThread(
                    () -> {
                        editor.setText("**Bold** <script>x</script> ![p](http://a.b/c.png)");
                        return true;
                    });
            window.click(hand, "read-text");
            JTextComponent preview = (JTextComponent) window.named("preview-text");
            assertTrue(becomes(() -> shown(preview).contains("Bold <script>x</script>")));
            assertTrue(becomes(() -> preview.getHeight() > 10), "height " + preview.getHeight());
            assertTrue(shown(preview).contains("[picture: p]"), shown(preview));
            assertTrue(preview.getText().contains("<strong>Bold</strong>"), preview.getText());
            hand.chord(KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT, KeyEvent.VK_P);
            assertTrue(becomes(editor::isShowing));
        }
    }

    private static String shown(JTextComponent pane) throws Exception {
        return pane.getDocument().getText(0, pane.getDocument().getLength());
    }

    private static List<Integer> highlighted(JTextComponent editor) {
        return Arrays.stream(editor.getHighlighter().getHighlights())
                .map(each -> each.getStartOffset())
                .sorted()
                .toList();
    }

    @Test
    void findGoesFromPlaceToPlace() throws Exception {
        try (OpenFrame window = start()) {
            Hand hand = new Hand();
            JTextComponent editor = window.write(hand, "text", "a dog and a cat and a dog");
            hand.chord(KeyEvent.VK_CONTROL, KeyEvent.VK_F);
            assertTrue(becomes(() -> window.named("find-text").isFocusOwner()));
            hand.type("DOG");
            assertTrue(becomes(() -> "dog".equals(editor.getSelectedText())));
            assertTrue(becomes(() -> editor.getCaret().isSelectionVisible()));
            int first = editor.getSelectionStart();
            hand.chord(KeyEvent.VK_ENTER);
            assertTrue(becomes(() -> editor.getSelectionStart() > first));
            assertEquals(
                    List.of(first, editor.getSelectionStart()),
                    onEventThread(() -> highlighted(editor)),
                    "the other place has its mark, this one its selection");
            hand.chord(KeyEvent.VK_ENTER);
            assertTrue(becomes(() -> editor.getSelectionStart() == first));
            hand.chord(KeyEvent.VK_ESCAPE);
            assertTrue(becomes(editor::isFocusOwner));
            assertEquals("a dog and a cat and a dog", editor.getText());
        }
    }

    @Test
    void undoGoesOnIntoEarlierSessionsAndRedoComesBack() throws Exception {
        for (String text : List.of("one", " two")) {
            try (OpenFrame window = start()) {
                Hand hand = new Hand();
                JTextComponent editor = window.clickEditor(hand, "text");
                hand.chord(KeyEvent.VK_CONTROL, KeyEvent.VK_END);
                OpenFrame.type(hand, editor, text);
            }
        }
        try (OpenFrame window = start()) {
            Hand hand = new Hand();
            JTextComponent editor = window.clickEditor(hand, "text");
            assertTrue(becomes(() -> editor.getText().equals("one two")));
            hand.chord(KeyEvent.VK_CONTROL, KeyEvent.VK_Z);
            assertTrue(becomes(() -> editor.getText().equals("one")), editor.getText());
            assertTrue(isStored("text", "one"), stored()::toString);
            hand.chord(KeyEvent.VK_CONTROL, KeyEvent.VK_Z);
            hand.chord(KeyEvent.VK_CONTROL, KeyEvent.VK_Y);
            assertTrue(becomes(() -> editor.getText().equals("one two")), editor.getText());
        }
    }

    @Test
    void theWriteupBeginsAtItsFirstQuestionWhicheverIsAnswered() throws Exception {
        Path course = Path.of(System.getProperty("loupe.home"), "lessons");
        String last = "group-report";
        try (OpenFrame window = new OpenFrame(folder, course)) {
            window.write(new Hand(), last, "a line");
            window.answers().flush().get(20, TimeUnit.SECONDS);
        }
        try (OpenFrame window = new OpenFrame(folder, course)) {
            JTextComponent editor = window.editor(last);
            assertTrue(becomes(() -> editor.getText().equals("a line")));
            onEventThread(() -> true);
            Container viewport = SwingUtilities.getAncestorOfClass(JViewport.class, editor);
            assertEquals(
                    new Point(0, 0), onEventThread(() -> ((JViewport) viewport).getViewPosition()));
        }
    }

    @Test
    void undoAfterStartingOverBringsBackWhatWasEmptied() throws Exception {
        try (OpenFrame window = start()) {
            Hand hand = new Hand();
            JTextComponent editor = window.write(hand, "text", "one");
            assertTrue(isStored("text", "one"), stored()::toString);
            OpenFrame.type(hand, editor, " two");
            assertTrue(isStored("text", "one two"), stored()::toString);
            Menus.choose(hand, KeyEvent.VK_A, "Start over");
            assertTrue(becomes(() -> editor.getText().isEmpty()), editor.getText());
            assertTrue(becomes(() -> window.named("notice-action").isShowing()));
            assertTrue(becomes(editor::isFocusOwner), OpenFrame::keyboard);
            hand.chord(KeyEvent.VK_CONTROL, KeyEvent.VK_Z);
            assertTrue(becomes(() -> editor.getText().equals("one two")), editor.getText());
            assertTrue(becomes(() -> !window.named("notice-action").isShowing()));
        }
    }

    @Test
    void theEditorHasItsRingWhileItHasTheKeyboardAndNoLonger() throws Exception {
        try (OpenFrame window = start()) {
            Hand hand = new Hand();
            Robot eye = new Robot();
            Rectangle place = Hand.place(window.named("answer-text"));
            Point edge = new Point(place.x + 1, place.y + place.height / 2);
            Color plain = eye.getPixelColor(edge.x, edge.y);
            JTextComponent editor = window.clickEditor(hand, "text");
            assertEquals(place, Hand.place(editor), "it stands where it stood");
            assertTrue(becomes(() -> !eye.getPixelColor(edge.x, edge.y).equals(plain)));
            hand.chord(KeyEvent.VK_TAB);
            assertTrue(becomes(() -> !editor.isFocusOwner()));
            assertTrue(becomes(() -> eye.getPixelColor(edge.x, edge.y).equals(plain)));
        }
    }

    @Test
    void nothingOfWhatIsRightReachesThePageOrTheFile() throws Exception {
        try (OpenFrame window = start()) {
            Hand hand = new Hand();
            window.click(hand, "answer-one-left");
            assertTrue(isStored("one", "left"));
            String html =
                    window.probe.value("document.documentElement.outerHTML", OpenFrame.PATIENCE);
            for (String secret : List.of("the mask hides", "checked", "0.001", "Every line")) {
                assertTrue(!html.contains(secret), secret);
            }
        }
        for (String name : List.of("answers.db", "copies/questions/all-types.md")) {
            String bytes =
                    new String(
                            Files.readAllBytes(folder.resolve(name)), StandardCharsets.ISO_8859_1);
            for (String secret : List.of("the mask hides", "[x]", "0.001")) {
                assertTrue(!bytes.contains(secret), secret + " in " + name);
            }
        }
    }

    @Test
    void everythingInTheWriteupHasANameForScreenReaders() throws Exception {
        try (OpenFrame window = start()) {
            onEventThread(
                    () -> {
                        check((Container) window.frame.writeups().component());
                        return true;
                    });
        }
    }

    private static void check(Container container) {
        for (Component each : container.getComponents()) {
            if (each.isFocusable() && each.isVisible() && each instanceof JComponent) {
                boolean control = each instanceof AbstractButton || each instanceof JTextComponent;
                String name = each.getAccessibleContext().getAccessibleName();
                assertTrue(!control || name != null && !name.isBlank(), each.toString());
            }
            if (each instanceof Container inside) {
                check(inside);
            }
        }
    }
}
