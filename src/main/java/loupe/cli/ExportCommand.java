package loupe.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import loupe.author.AuthorTrouble;
import loupe.author.CoursePlace;
import loupe.author.Export;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a course for people without Loupe. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes a course, or one lesson of it, for people without Loupe: one page for each lesson,"
                    + " or its questions for Moodle."
        })
final class ExportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "PATH", description = "A course's folder, or a lesson in one.")
    private Path path;

    @Option(names = "--to", paramLabel = "FORM", required = true, description = "html or gift.")
    private Export.Form form;

    @Option(
            names = "--output",
            paramLabel = "FOLDER",
            defaultValue = "export",
            description = "Where the files go (${DEFAULT-VALUE}).")
    private Path output;

    @Override
    public Integer call() throws AuthorTrouble {
        Export export = new Export(CoursePlace.of(path), CourseWords.here());
        export.write(form, output).forEach(each -> System.out.println("Wrote " + each));
        return 0;
    }
}
