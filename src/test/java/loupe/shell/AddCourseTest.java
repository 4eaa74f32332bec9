package loupe.shell;

import static loupe.shell.OpenFrame.becomes;
import static loupe.shell.OpenFrame.onEventThread;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import loupe.lesson.Vocabulary;
import loupe.library.Library;
import loupe.panel.PanelCatalog;
import loupe.tour.Hand;
import loupe.tour.Named;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Adding a course in the window, with real keys. */
@Tag("hand")
class AddCourseTest {
    @TempDir Path folder;
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());

    private static Optional<Component> inDialog(String name) {
        return Arrays.stream(Window.getWindows())
                .filter(each -> each.isShowing() && each.getName().equals("add-window"))
                .findFirst()
                .flatMap(each -> Named.in(each, name));
    }

    private static JTextField source() throws Exception {
        return (JTextField) onEventThread(() -> inDialog("add-source").orElseThrow());
    }

    private static String words() {
        return inDialog("add-words").map(each -> ((JTextArea) each).getText()).orElse("");
    }

    @AfterEach
    void closeTheDialog() throws Exception {
        onEventThread(
                () -> {
                    Arrays.stream(Window.getWindows())
                            .filter(each -> each.getName().equals("add-window"))
                            .forEach(Window::dispose);
                    return true;
                });
    }

    private void openDialog(OpenFrame open, Hand hand) throws Exception {
        Library library =
                new Library(folder.resolve("courses"), Vocabulary.ofViews(PanelCatalog.ids()));
        onEventThread(
                () -> {
                    open.frame
                            .offers()
                            .adding(
                                    library,
                                    added -> told.add("added " + added.id()),
                                    wanted -> told.add("open " + wanted.id()));
                    return true;
                });
        open.clickEditor(hand, "first");
        Menus.choose(hand, KeyEvent.VK_C, "Add a course…");
        assertTrue(becomes(() -> inDialog("add-source").isPresent()));
        Component field = onEventThread(() -> inDialog("add-source").orElseThrow());
        hand.click(field);
        assertTrue(becomes(field::isFocusOwner));
    }

    @Test
    void aCourseIsAddedAndOpenedByKeyboardAndAMistakeIsSaidInTheDialog() throws Exception {
        Path course = Files.createDirectories(folder.resolve("new"));
        Files.writeString(course.resolve("course.yaml"), "id: new\ntitle: New\nlessons: [a]\n");
        Files.writeString(
                Files.createDirectories(course.resolve("a")).resolve("lesson.md"),
                "---\nschema: 1\nid: aaa\ntitle: A\nlang: en\n---\n\nA.\n");
        try (OpenFrame open = new OpenFrame(folder.resolve("data"))) {
            Hand hand = new Hand();
            openDialog(open, hand);
            OpenFrame.type(hand, source(), "nothing-here");
            hand.chord(KeyEvent.VK_ENTER);
            assertTrue(
                    becomes(
                            () ->
                                    words().equals(
                                                    "There is nothing at nothing-here. Name a packed"
                                                            + " course, a folder or an address.")),
                    AddCourseTest::words);
            JTextField field = source();
            assertTrue(becomes(field::isFocusOwner));
            hand.chord(KeyEvent.VK_CONTROL, KeyEvent.VK_A);
            OpenFrame.type(hand, field, course.toString());
            hand.chord(KeyEvent.VK_ENTER);
            assertTrue(becomes(() -> words().equals("Installed “New”.")), AddCourseTest::words);
            assertEquals(List.of("added new"), told);
            assertTrue(becomes(() -> inDialog("add-go").orElseThrow().isFocusOwner()));
            hand.chord(KeyEvent.VK_ENTER);
            assertTrue(becomes(() -> told.contains("open new")));
            assertTrue(becomes(() -> inDialog("add-source").isEmpty()));
        }
    }

    @Test
    void escapeLeavesWithoutAdding() throws Exception {
        try (OpenFrame open = new OpenFrame(folder.resolve("data"))) {
            Hand hand = new Hand();
            openDialog(open, hand);
            OpenFrame.type(hand, source(), "abc");
            hand.chord(KeyEvent.VK_ESCAPE);
            assertTrue(becomes(() -> inDialog("add-source").isEmpty()));
            assertEquals(List.of(), told);
        }
    }
}
