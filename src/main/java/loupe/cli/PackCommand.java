package loupe.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import loupe.author.AuthorTrouble;
import loupe.author.CoursePlace;
import loupe.author.Packing;
import loupe.lesson.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Packs a course for students. */
@Command(
        name = "pack",
        mixinStandardHelpOptions = true,
        description = {
            "Checks a course, enters its questions in ids.lock, and makes one file of it for students:"
                    + " without key.md, drafts and hidden files."
        })
final class PackCommand implements Callable<Integer> {

    @Parameters(paramLabel = "PATH", description = "The course's folder.")
    private Path path;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            defaultValue = ".",
            description = "The file, or a folder for it (the current one).")
    private Path output;

    @Override
    public Integer call() throws AuthorTrouble {
        Path folder = CoursePlace.of(path).folder();
        Packing.Outcome outcome = new Packing(folder, CourseWords.here()).pack(output);
        System.out.print(Finding.print(outcome.findings()));
        if (!outcome.packed()) {
            System.out.println("Nothing was packed: mend the errors first.");
            return 1;
        }
        System.out.println("Packed into " + outcome.file() + ":");
        Packing.lines(outcome).forEach(System.out::println);
        return 0;
    }
}
