package loupe.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import loupe.author.AuthorTrouble;
import loupe.author.CoursePlace;
import loupe.author.FindingFormat;
import loupe.author.Lint;
import loupe.lesson.Finding;
import loupe.lesson.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what is wrong with a course. */
@Command(
        name = "lint",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Checks a course, or one lesson of it, and says what is wrong, where, and how to mend it.",
            "The exit status is 1 when there is an error."
        })
final class LintCommand implements Callable<Integer> {

    @Parameters(paramLabel = "PATH", description = "A course's folder, or a lesson in one.")
    private Path path;

    @Option(
            names = "--fix",
            description = {
                "Mends what needs no judgement: names that are nearly right, missing blank lines,"
                        + " fences that are too short. A file is replaced whole."
            })
    private boolean fix;

    @Option(
            names = "--format",
            paramLabel = "FORM",
            defaultValue = "text",
            description = "text, json or github (${DEFAULT-VALUE}).")
    private FindingFormat format;

    @Override
    public Integer call() throws AuthorTrouble {
        long start = System.nanoTime();
        CoursePlace place = CoursePlace.of(path);
        Lint lint = new Lint(place, CourseWords.here());
        List<Finding> mended = fix ? lint.mend() : List.of();
        List<Finding> findings = lint.findings();
        System.out.print(format.print(findings, prefix(place)));
        if (format == FindingFormat.TEXT) {
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.println(count(findings, mended, seconds));
        }
        return Lint.hasErrors(findings) ? 1 : 0;
    }

    /** The course's folder as seen from here, so that other programs find the files. */
    private static String prefix(CoursePlace place) {
        Path here = Path.of("").toAbsolutePath();
        Path folder = place.folder();
        Path way = folder.startsWith(here) ? here.relativize(folder) : folder;
        return way.toString().isEmpty() ? "" : way.toString().replace('\\', '/') + "/";
    }

    static String count(List<Finding> findings, List<Finding> mended, double seconds) {
        long errors = findings.stream().filter(each -> each.severity() == Severity.ERROR).count();
        return String.format(
                Locale.ROOT,
                "%s%s, %s (%.1f s)",
                mended.isEmpty() ? "" : mended.size() + " mended, ",
                counted(errors, "error"),
                counted(findings.size() - errors, "warning"),
                seconds);
    }

    private static String counted(long count, String what) {
        return (count == 0 ? "no" : count) + " " + what + (count == 1 ? "" : "s");
    }
}
