package loupe.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import loupe.author.AuthorTrouble;
import loupe.author.Camera;
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
            "Writes a course, or one lesson of it, for people without Loupe: one page for each lesson"
                    + " with a picture of each experiment, or its questions for Moodle.",
            "For the pictures every experiment is run as it is written. On a computer without a"
                    + " display that takes a virtual one (Xvfb)."
        })
final class ExportCommand implements Callable<Integer> {

    private final WindowTools tools;

    /** What a course can be written as. */
    enum Form {
        /** A page for each lesson that needs no other file. */
        HTML,
        /** Questions for Moodle. */
        GIFT
    }

    @Parameters(paramLabel = "PATH", description = "A course's folder, or a lesson in one.")
    private Path path;

    @Option(names = "--to", paramLabel = "FORM", required = true, description = "html or gift.")
    private Form form;

    @Option(
            names = "--output",
            paramLabel = "FOLDER",
            defaultValue = "export",
            description = "Where the files go (${DEFAULT-VALUE}).")
    private Path output;

    @Option(
            names = "--no-pictures",
            description = "Runs nothing: pages have no pictures of the experiments.")
    private boolean noPictures;

    ExportCommand(WindowTools tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() throws AuthorTrouble, InterruptedException {
        Export export = new Export(CoursePlace.of(path), CourseWords.here());
        List<Path> written = form == Form.GIFT ? export.gift(output) : pages(export);
        written.forEach(each -> System.out.println("Wrote " + each));
        return 0;
    }

    private List<Path> pages(Export export) throws AuthorTrouble, InterruptedException {
        if (noPictures) {
            Camera none = (course, lesson, experiment) -> new Camera.Nothing("");
            return export.pages(output, none, (lesson, experiment, place, all) -> {});
        }
        ProgressLine line = new ProgressLine(System.out, System.console() != null);
        try (WindowTools.OpenCamera camera = tools.camera()) {
            return export.pages(
                    output,
                    camera,
                    (lesson, experiment, place, all) -> show(line, lesson, experiment, place, all));
        } finally {
            line.end();
        }
    }

    private static void show(
            ProgressLine line, String lesson, String experiment, int place, int all) {
        if (line.isDue(place == all)) {
            line.show("picture " + place + " of " + all + ": " + lesson + "/" + experiment);
        }
    }
}
