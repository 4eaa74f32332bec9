package loupe.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import loupe.answer.AnswerPlace;
import loupe.answer.AnswerTrouble;
import loupe.answer.Profile;
import loupe.answer.Profiles;
import loupe.handin.HandIn;
import loupe.handin.Job;
import loupe.handin.Preview;
import loupe.lesson.Course;
import loupe.library.Installed;
import loupe.panel.PanelCatalog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code installer/run hand-in}: the same PDF that the window makes, without the window. */
@Command(
        name = "hand-in",
        mixinStandardHelpOptions = true,
        description = {
            "Makes the PDF to hand in, with Markdown and JSON beside it, and checks it.",
            "It needs no network. On a computer without a display it uses a virtual one (Xvfb)."
        })
final class HandInCommand implements Callable<Integer> {

    private final WindowTools tools;

    @Spec private CommandSpec spec;
    @Mixin private ProfileOption profile;

    @Option(
            names = "--output",
            paramLabel = "FOLDER",
            description = "Where the files go (default: beside your readable copies).")
    private Optional<Path> output;

    @Option(
            names = "--course",
            paramLabel = "COURSE",
            defaultValue = "",
            description = "The id of a course that was added (default: the one that ships).")
    private String course;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "Your name, as it is to stand on the hand-in; it is kept.")
    private Optional<String> name;

    @Option(
            names = "--student-id",
            paramLabel = "ID",
            description = "Your student id; it is kept as well.")
    private Optional<String> studentId;

    HandInCommand(WindowTools tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Course handed = Course.open(folder(), PanelCatalog.ids());
        Profile person = named(Answers.person(profile.wanted()));
        if (person.name().isEmpty()) {
            out.println(
                    "There is no name yet: who marks this will not know whose it is."
                            + " Give it with --name.");
        }
        Path folder = output.orElse(person.place().handIns()).toAbsolutePath();
        try (Answers answers = Answers.of(person);
                WindowTools.OpenPrinter printer = tools.printer()) {
            HandIn handIn = new HandIn(handed, person, answers.saver().past(), printer.printer());
            Answers.await(handIn.preview()).items().forEach(each -> warn(out, each));
            Job job = handIn.start(folder, step -> out.println(step.words() + "…"));
            Runtime.getRuntime().addShutdownHook(new Thread(job::cancel, "stop on Ctrl-C"));
            HandIn.Result result = Answers.await(job.result());
            out.println();
            out.println("Handed in: " + result.record().file());
            out.println("Receipt code: " + result.record().receipt());
            out.println(
                    "It was opened again and holds your "
                            + result.answers()
                            + (result.answers() == 1
                                    ? " answer as it is saved here."
                                    : " answers as they are saved here."));
        }
        return 0;
    }

    /** Where the course is: an added one by its id, otherwise the one that ships. */
    private Path folder() throws CommandTrouble, IOException {
        if (course.isEmpty()) {
            return Path.of(System.getProperty("loupe.home", ".")).resolve("lessons");
        }
        List<Installed> all = AddedCourses.here().courses();
        return all.stream()
                .filter(each -> each.id().equals(course))
                .findFirst()
                .map(Installed::folder)
                .orElseThrow(() -> new CommandTrouble(unknown(all)));
    }

    private String unknown(List<Installed> all) {
        String ids = all.stream().map(Installed::id).collect(Collectors.joining(", "));
        return "No course \""
                + course
                + "\" was added. "
                + (ids.isEmpty()
                        ? "Add one with: installer/run add FILE"
                        : "Name one of these with --course: " + ids + ".");
    }

    /** The person with the name and student id that were given now. */
    private Profile named(Profile person) throws AnswerTrouble {
        if (name.isEmpty() && studentId.isEmpty()) {
            return person;
        }
        return new Profiles(AnswerPlace.ofThisComputer())
                .change(person, name.orElse(person.name()), studentId.orElse(person.studentId()));
    }

    private static String words(Preview.Item each) {
        return each.words() == 1 ? "1 word" : each.words() + " words";
    }

    private static void warn(PrintWriter out, Preview.Item each) {
        String name = each.lesson().id() + "/" + each.question().id();
        switch (each.fill()) {
            case EMPTY -> out.println(name + " is empty.");
            case UNREADABLE -> out.println(name + " is not a number.");
            case TOO_SHORT -> out.println(name + " is shorter than asked: " + words(each) + ".");
            case TOO_LONG -> out.println(name + " is longer than asked: " + words(each) + ".");
            case FINE -> {
                if (each.changed()) {
                    out.println(name + " has changed since the last hand-in.");
                }
            }
        }
    }
}
