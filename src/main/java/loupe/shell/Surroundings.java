package loupe.shell;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.swing.JFrame;
import loupe.answer.Draft;
import loupe.lesson.Cell;
import loupe.lesson.Lesson;
import loupe.lesson.Sha256;
import loupe.shell.browser.PageCode;
import loupe.shell.writeup.WriteupWindow;

/** The window as the writeup sees it. */
final class Surroundings implements WriteupWindow {

    private final CourseFrame frame;

    Surroundings(CourseFrame frame) {
        this.frame = frame;
    }

    @Override
    public JFrame frame() {
        return frame.window();
    }

    @Override
    public void follow(String address) {
        frame.follow(address);
    }

    @Override
    public void open(Lesson lesson, String question) {
        frame.visit(lesson, question);
    }

    @Override
    public void person(String name) {
        frame.person(name);
    }

    @Override
    public void answered(String lesson, Set<String> questions) {
        frame.contents().answered(lesson, questions);
    }

    @Override
    public void saved(Instant at) {
        frame.status().saved(at);
    }

    @Override
    public void notSaved() {
        frame.status().notSaved();
    }

    @Override
    public void tell(String sentence) {
        frame.status().tell(sentence);
    }

    @Override
    public void code(Map<String, Draft> code) {
        Lesson lesson = frame.lesson();
        List<PageCode> cells =
                lesson.cells().stream()
                        .filter(each -> code.containsKey(each.id()))
                        .map(each -> code(each, code.get(each.id())))
                        .toList();
        frame.tellPage("code", PageCode.json(lesson.id(), cells));
    }

    private static PageCode code(Cell cell, Draft draft) {
        boolean older = !draft.promptSha256().equals(Sha256.of(cell.code()));
        return new PageCode(cell.id(), draft.body(), older);
    }

    @Override
    public void lookAt(String experiment) {
        if (frame.page().isEmpty()) {
            tell("There is no page to take a view from: the lesson could not be shown.");
        }
        frame.tellPage("attach", experiment);
    }

    @Override
    public void reopen(String state) {
        frame.tellPage("reopen", state);
    }

    @Override
    public void focusOn(String experiment, boolean on) {
        frame.columns().focus(on);
        frame.tellPage("only", on ? experiment : "");
    }
}
