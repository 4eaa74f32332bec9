package loupe.shell;

import java.time.Instant;
import java.util.Set;
import javax.swing.JFrame;
import loupe.lesson.Lesson;
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
