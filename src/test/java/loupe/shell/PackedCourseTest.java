package loupe.shell;

import static loupe.shell.OpenFrame.becomes;
import static loupe.shell.OpenFrame.onEventThread;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.swing.JLabel;
import loupe.answer.Draft;
import loupe.author.Packing;
import loupe.lesson.Course;
import loupe.lesson.Finding;
import loupe.lesson.Vocabulary;
import loupe.library.Installed;
import loupe.library.Library;
import loupe.panel.PanelCatalog;
import loupe.tour.Hand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A course on its way from its author to a hand-in: packed without its secret answers, installed,
 * answered in the window, handed in. Two of its questions come from the bank.
 *
 * <pre>
 *   first-lesson:  heads (number, secret)   compare (text, bank)   layers (number, bank, secret)
 * </pre>
 */
@Tag("hand")
@Timeout(180)
class PackedCourseTest {
    private static final Vocabulary NAMES = Vocabulary.ofViews(PanelCatalog.ids());
    private static final String LESSON =
            """
            ---
            schema: 1
            id: first-lesson
            title: Packed
            lang: en
            ---

            :::numeric{#heads points=1 feedback=immediate}
            How many heads has a layer?
            :::

            ::use[Compare](bank.md#compare){points=3}

            ::use[Layers](../../shared/bank/bank.md#layers){points=2}
            """;
    private static final String BANK =
            """
            :::writeup{#compare points=1 min-words=2}
            Compare **two** heads.
            :::

            :::numeric{#layers points=1 feedback=immediate}
            How many layers are there?
            :::
            """;
    private static final String KEY =
            """
            :::key{for=heads value=4}
            :::

            :::key{for=layers value=12}
            :::
            """;

    @TempDir Path folder;

    private final Hand hand;
    private OpenFrame open;

    PackedCourseTest() throws Exception {
        hand = new Hand();
    }

    @AfterEach
    void close() throws Exception {
        Dialogs.closeAll();
        if (open != null) {
            open.close();
        }
    }

    private Path author(String yaml) throws Exception {
        Path course = folder.resolve("course");
        Path lesson = Files.createDirectories(course.resolve("lessons/01-first"));
        Path bank = Files.createDirectories(course.resolve("shared/bank"));
        Files.writeString(course.resolve("course.yaml"), yaml);
        Files.writeString(lesson.resolve("lesson.md"), LESSON);
        Files.writeString(lesson.resolve("key.md"), KEY);
        Files.writeString(bank.resolve("bank.md"), BANK);
        return course;
    }

    private Installed install(Path course) throws Exception {
        Packing.Outcome packed = new Packing(course, NAMES).pack(folder);
        assertEquals("", Finding.print(packed.findings()));
        assertTrue(packed.leftOut().containsKey("lessons/01-first/key.md"));
        Library library = new Library(folder.resolve("courses"), NAMES);
        return library.add(
                packed.file().toString(),
                new loupe.library.AddProgress() {
                    @Override
                    public void standing(String what, long done, long total) {}

                    @Override
                    public boolean isStopped() {
                        return false;
                    }
                });
    }

    private void type(String question, String text) throws Exception {
        open.write(hand, question, text);
        assertEquals(text, open.editor(question).getText());
    }

    private Map<String, Draft> stored() throws Exception {
        open.answers().flush().get(20, TimeUnit.SECONDS);
        return open.answers().load("demo", "first-lesson").get(20, TimeUnit.SECONDS);
    }

    @Test
    void aQuestionOfTheBankAndASecretNumberAreAnsweredInAPackedCourseAndHandedIn()
            throws Exception {
        Installed installed = install(author("id: demo\ntitle: Demo\nlessons: [lessons/01-first]"));
        assertFalse(Files.exists(installed.folder().resolve("lessons/01-first/key.md")));
        assertEquals("", Finding.print(Course.check(installed.folder(), NAMES)));
        open = new OpenFrame(folder.resolve("data"), installed.folder());
        assertTrue(
                open.probe.becomes(
                        "document.querySelector('#q-compare .prompt strong').textContent === 'two'"
                                + " && document.querySelector('#q-layers') !== null",
                        OpenFrame.PATIENCE));
        type("heads", "4");
        type("compare", "Two heads differ");
        type("layers", "11");
        assertFalse(onEventThread(() -> open.named("check-layers").isShowing()));
        JLabel progress = (JLabel) open.named("progress");
        assertTrue(
                becomes(() -> progress.getText().equals("3 of 3 answered, worth 6 of 6 points")),
                progress::getText);
        assertEquals("Two heads differ", stored().get("compare").body());
        assertEquals("4", stored().get("heads").body());
        assertEquals("11", stored().get("layers").body());
        handIn();
        String json = handedIn();
        for (String each :
                List.of(
                        "\"compare\"",
                        "\"Two heads differ\"",
                        "Compare **two** heads.",
                        "\"11\"")) {
            assertTrue(json.contains(each), json);
        }
    }

    private void handIn() throws Exception {
        hand.click(open.named("hand-in"));
        Component go = Dialogs.shown("hand-in-go");
        assertTrue(becomes(go::isEnabled));
        hand.click(go);
        JLabel receipt = (JLabel) Dialogs.shown("hand-in-receipt");
        assertTrue(receipt.getText().matches("[0-9a-f]{8}"), receipt.getText());
        Dialogs.click(hand, "Close");
    }

    private String handedIn() throws Exception {
        try (Stream<Path> files = Files.list(folder.resolve("data/copies/Hand-ins"))) {
            return Files.readString(
                    files.filter(each -> each.toString().endsWith(".json"))
                            .findFirst()
                            .orElseThrow());
        }
    }

    @Test
    void anyWayToWriteACourseYamlMakesACourseThatSaysItIsPacked() throws Exception {
        for (String yaml :
                List.of(
                        "{id: demo, title: Demo, lessons: [lessons/01-first]}\n",
                        "# A course\n\n{\n  id: demo, title: Demo,\n"
                                + "  lessons: [lessons/01-first]\n}\n",
                        "---\nid: demo\ntitle: Demo\nlessons: [lessons/01-first]\n...\n",
                        "id: demo\r\ntitle: Demo\r\nlessons:\r\n  - lessons/01-first\r\n",
                        "packed: false\nid: demo\ntitle: Demo\nlessons: [lessons/01-first]\n",
                        "id: demo\ntitle: Demo\nlessons: [lessons/01-first]\n\"packed\": false\n")) {
            Path folderNow = install(author(yaml)).folder();
            assertEquals("", Finding.print(Course.check(folderNow, NAMES)), yaml);
            assertEquals(3, Course.open(folderNow, NAMES).lessons().get(0).questions().size());
        }
    }
}
