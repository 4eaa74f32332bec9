package loupe.shell;

import loupe.shell.writeup.AnswerCommands;

/** The menus of the window, entry by entry. */
final class FrameCommands {

    private static final String SHORTCUTS =
            """
            F6    next column: contents, lesson, writeup
            Alt+1, Alt+2, Alt+3    contents, lesson, writeup
            Ctrl+Page Up, Ctrl+Page Down    previous lesson, next lesson
            Ctrl+B    show or hide the contents
            Ctrl+J    show or hide the writeup
            Ctrl+Plus, Ctrl+Minus, Ctrl+0    text larger, smaller, normal
            Ctrl+Z, Ctrl+Y    undo and redo in an answer, earlier sessions included
            Ctrl+F    find in an answer
            Ctrl+Shift+P    an answer as it will be read
            Ctrl+Shift+A    attach the view of the question's experiment
            Ctrl+Shift+H    earlier versions of an answer
            F11    an experiment beside your answer, and little else
            Ctrl+Shift+Enter    hand in
            Ctrl+Q    quit

            In a picture: arrow keys move from token to token, Enter opens one, Escape closes it.
            In a Java cell: Ctrl+Enter runs it, Escape lets Tab walk on.""";

    private static final String ABOUT =
            """
            Loupe 0.1
            See inside transformers.

            Apache License 2.0""";

    private FrameCommands() {}

    static void fill(FrameMenu menu, CourseFrame frame) {
        Appearance look = frame.appearance();
        menu.menu("Course", 'C')
                .item("Previous lesson", "ctrl PAGE_UP", () -> frame.step(-1))
                .item("Next lesson", "ctrl PAGE_DOWN", () -> frame.step(1))
                .line()
                .item("Hand in…", "ctrl shift ENTER", frame.writeups()::handIn)
                .item("Your name and student id…", "", frame.writeups().persons()::rename)
                .item("Switch person…", "", frame.writeups().persons()::switchPerson)
                .item(
                        "Finish and remove my work from this computer…",
                        "",
                        frame.writeups().persons()::finish)
                .line()
                .item("Quit", "ctrl Q", frame::close);
        AnswerCommands answer = frame.writeups().commands();
        menu.menu("Answer", 'A')
                .item("Find in the answer", "ctrl F", answer::find)
                .item("Preview, or write again", "ctrl shift P", answer::preview)
                .item("Attach the experiment's view", "ctrl shift A", answer::attach)
                .item("Show a hint", "ctrl shift I", answer::hint)
                .line()
                .item("History…", "ctrl shift H", answer::history)
                .item("Start over", "", answer::startOver)
                .item("Bring back a backup…", "", answer::backups)
                .line()
                .item("Show or hide spelling marks", "", answer::spelling)
                .item("Answer beside its experiment", "F11", answer::focusMode);
        menu.menu("View", 'V')
                .choice("Light", look.theme().equals("light"), () -> look.choose("light"))
                .choice("Dark", look.theme().equals("dark"), () -> look.choose("dark"))
                .choice("As the system", look.theme().equals("system"), () -> look.choose("system"))
                .line()
                .item("Larger text", "ctrl PLUS", look::larger)
                .also("ctrl EQUALS")
                .also("ctrl shift EQUALS")
                .also("ctrl ADD")
                .item("Smaller text", "ctrl MINUS", look::smaller)
                .also("ctrl SUBTRACT")
                .item("Normal text", "ctrl 0", look::normal)
                .line()
                .item("Show or hide contents", "ctrl B", () -> frame.columns().toggleContents())
                .item("Show or hide writeup", "ctrl J", () -> frame.columns().toggleWriteup());
        menu.menu("Go", 'G')
                .item("Next column", "F6", frame::nextColumn)
                .item("Contents", "alt 1", frame::focusContents)
                .item("Lesson", "alt 2", frame::focusPage)
                .item("Writeup", "alt 3", frame::focusWriteup);
        menu.menu("Help", 'H')
                .item("Keyboard", "F1", () -> frame.say("Keyboard", SHORTCUTS))
                .item("About Loupe", "", () -> frame.say("About Loupe", ABOUT));
    }
}
