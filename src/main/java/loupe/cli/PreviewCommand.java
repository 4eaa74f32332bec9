package loupe.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import loupe.author.CoursePlace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Opens a course as its author sees it. */
@Command(
        name = "preview",
        mixinStandardHelpOptions = true,
        description = {
            "Opens a course in a window that follows its files: save in any editor, and the lesson is"
                    + " there anew. What is wrong stands under it; a click opens the place in the editor"
                    + " that VISUAL names.",
            "Answers written there are kept apart from yours."
        })
final class PreviewCommand implements Callable<Integer> {
    private final WindowTools tools;

    @Parameters(paramLabel = "PATH", description = "A course's folder, or a lesson in one.")
    private Path path;

    PreviewCommand(WindowTools tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() throws Exception {
        return tools.preview(CoursePlace.of(path).folder());
    }
}
