package loupe.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import loupe.answer.Profile;
import loupe.handin.HandIn;
import loupe.handin.Job;
import loupe.handin.Preview;
import loupe.lesson.Course;
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

    HandInCommand(WindowTools tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Path home = Path.of(System.getProperty("loupe.home", "."));
        Course course = Course.open(home.resolve("lessons"), PanelCatalog.ids());
        Profile person = Answers.person(profile.wanted());
        Path folder = output.orElse(person.place().handIns()).toAbsolutePath();
        try (Answers answers = Answers.of(person);
                WindowTools.OpenPrinter printer = tools.printer()) {
            HandIn handIn = new HandIn(course, person, answers.saver().past(), printer.printer());
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
                            + " answers as they are saved here.");
        }
        return 0;
    }

    private static void warn(PrintWriter out, Preview.Item each) {
        String name = each.lesson().id() + "/" + each.question().id();
        switch (each.fill()) {
            case EMPTY -> out.println(name + " is empty.");
            case TOO_SHORT ->
                    out.println(name + " is shorter than asked: " + each.words() + " words.");
            case TOO_LONG ->
                    out.println(name + " is longer than asked: " + each.words() + " words.");
            case FINE -> {
                if (each.changed()) {
                    out.println(name + " has changed since the last hand-in.");
                }
            }
        }
    }
}
