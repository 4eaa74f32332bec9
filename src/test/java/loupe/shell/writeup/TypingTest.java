package loupe.shell.writeup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JScrollPane;
import javax.swing.SwingUtilities;
import javax.swing.text.BadLocationException;
import javax.swing.text.GapContent;
import javax.swing.text.JTextComponent;
import javax.swing.text.Segment;
import loupe.lesson.Question;
import loupe.lesson.Stem;
import loupe.lesson.Writeup;
import loupe.shell.browser.Palette;
import loupe.shell.look.Look;
import loupe.shell.look.Pile;
import loupe.tour.Hand;
import loupe.tour.Named;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Typing into a very long answer: the event thread never reads the whole of it. */
@Tag("hand")
class TypingTest {
    private static final String MEGABYTE =
            "A line of a pasted text, which is long enough.\n".repeat(22_000);

    /** What spelling looks at when the keyboard rests; everything else looks at one line. */
    private static final int LONGEST_READ = 20_000;

    private final Counted letters = new Counted();
    private final Told told = new Told();
    private JFrame frame;
    private TextAnswer answer;
    private JTextComponent editor;

    /** Notes the longest piece of text that the event thread asks for. */
    private static final class Counted extends GapContent {
        private static final long serialVersionUID = 1L;
        private final AtomicInteger longest = new AtomicInteger();

        private void note(int length) {
            if (SwingUtilities.isEventDispatchThread()) {
                longest.accumulateAndGet(length, Math::max);
            }
        }

        @Override
        public String getString(int where, int length) throws BadLocationException {
            note(length);
            return super.getString(where, length);
        }

        @Override
        public void getChars(int where, int length, Segment text) throws BadLocationException {
            note(length);
            super.getChars(where, length, text);
        }
    }

    /** Keeps what a card is told last. */
    private static final class Told implements CardEvents {
        private volatile Supplier<String> text = () -> "";
        private volatile boolean isBlank = true;

        @Override
        public void typed(Question question, Supplier<String> body, boolean blank) {
            text = body;
            isBlank = blank;
        }

        @Override
        public void follow(String address) {}

        @Override
        public void hint(Question question, int number) {}

        @Override
        public void travel(Question question, boolean back) {}

        @Override
        public void history(Question question) {}

        @Override
        public void wording(Question question) {}

        @Override
        public void attach(Question question) {}

        @Override
        public void reopen(String evidence) {}

        @Override
        public void entered(Question question) {}
    }

    private static <T> T onEventThread(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        SwingUtilities.invokeAndWait(task);
        return task.get();
    }

    @BeforeEach
    void openTheEditor() throws Exception {
        Writeup question = new Writeup(Stem.bare("text", "What?"), Writeup.Limits.NONE, "");
        onEventThread(
                () -> {
                    Look look = new Look(Palette.load(), false, 100);
                    answer =
                            new TextAnswer(
                                    question,
                                    1,
                                    "en",
                                    new WordsThread(),
                                    new Views(() -> null),
                                    told,
                                    new LongText(letters));
                    answer.restyle(look);
                    Pile pile = new Pile(0);
                    pile.add(answer.component());
                    frame = new JFrame("typing");
                    frame.add(new JScrollPane(pile));
                    frame.setSize(480, 600);
                    frame.setVisible(true);
                    return true;
                });
        editor = (JTextComponent) named("answer-text");
    }

    @AfterEach
    void close() throws Exception {
        onEventThread(
                () -> {
                    frame.dispose();
                    return true;
                });
    }

    private java.awt.Component named(String name) {
        return Named.in(frame, name).orElseThrow();
    }

    private static boolean becomes(Callable<Boolean> fact) throws Exception {
        for (int i = 0; i < 1_000; i++) {
            if (onEventThread(fact)) {
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return false;
    }

    private void show(String text, int caret) throws Exception {
        onEventThread(
                () -> {
                    answer.show(text);
                    editor.setCaretPosition(caret);
                    return true;
                });
    }

    @Test
    void aKeystrokeInAMegabyteReadsALineOfItAndOffersAllOfIt() throws Exception {
        show("", 0);
        Hand hand = new Hand();
        hand.click(editor);
        assertTrue(becomes(editor::isFocusOwner));
        show(MEGABYTE, MEGABYTE.length() / 47 / 2 * 47);
        JLabel words = (JLabel) named("words-text");
        assertTrue(becomes(() -> words.getText().equals("220000 words")), words::getText);
        letters.longest.set(0);
        hand.type("so it is ");
        int typed = MEGABYTE.length() + "so it is ".length();
        assertTrue(becomes(() -> editor.getDocument().getLength() == typed));
        assertTrue(becomes(() -> words.getText().equals("220003 words")), words::getText);
        TimeUnit.SECONDS.sleep(1); // spelling looks when the keyboard rests
        int longest = onEventThread(letters.longest::get);
        assertTrue(longest <= LONGEST_READ, "the event thread read " + longest + " letters");
        assertFalse(told.isBlank);
        String offered = CompletableFuture.supplyAsync(told.text).get();
        assertEquals(typed, offered.length());
        assertTrue(offered.contains("enough.\nso it is A line of"));
    }

    @Test
    void whatWasTypedStaysWhatItWasWhenAnotherVersionIsShown() throws Exception {
        show("one", 3);
        onEventThread(
                () -> {
                    editor.replaceSelection(" two");
                    return true;
                });
        Supplier<String> before = told.text;
        assertEquals("one two", before.get());
        show("", 0);
        assertEquals("one two", before.get());
        onEventThread(
                () -> {
                    editor.replaceSelection(" \n ");
                    return true;
                });
        assertTrue(told.isBlank);
        assertEquals(" \n ", told.text.get());
        assertEquals("one two", before.get());
    }

    @Test
    void theViewsOfATextAreFoundInTheirOrder() {
        String one = "1".repeat(64);
        String two = "2".repeat(64);
        Map<String, String> found =
                Attachments.captions(
                        "a ![second](evidence:" + two + ") b ![first](evidence:" + one + ")");
        assertEquals(List.of(two, one), List.copyOf(found.keySet()));
        assertEquals(Optional.of("first"), Optional.ofNullable(found.get(one)));
    }
}
