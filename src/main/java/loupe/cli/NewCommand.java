package loupe.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import loupe.author.AuthorTrouble;
import loupe.author.Beginning;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Begins a course or a lesson. */
@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        description = {
            "Begins a course, or a lesson in the course you are in: a folder with one working example"
                    + " of every block. Keep what you need."
        })
final class NewCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "course|lesson", description = "What to begin.")
    private What what;

    @Parameters(index = "1", paramLabel = "TITLE", description = "Its title.")
    private String title;

    @Option(
            names = "--in",
            paramLabel = "FOLDER",
            defaultValue = ".",
            description = "Where: a folder for a course, a course for a lesson (the current one).")
    private Path in;

    private enum What {
        course,
        lesson
    }

    @Override
    public Integer call() throws AuthorTrouble {
        Beginning beginning = new Beginning(CourseWords.here());
        Path made = what == What.course ? beginning.course(title, in) : beginning.lesson(title, in);
        System.out.println("Made " + made + ". Look at it with: installer/run preview " + made);
        return 0;
    }
}
