package loupe.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import loupe.hub.Bytes;
import loupe.library.AddProgress;
import loupe.library.CourseTrouble;
import loupe.library.Installed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Installs a course. Ctrl-C leaves everything as it was. */
@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        description = {
            "Installs a course beside the others, or a new version of one. Answers stay.",
            "Choose it in the window's menu Course."
        })
final class AddCommand implements Callable<Integer> {
    private static final int STOPPED = 130;
    private static final long LONGEST_STOP_SECONDS = 5;

    @Parameters(
            paramLabel = "FILE|FOLDER|URL",
            description = "A packed course, a course's folder, or an https address.")
    private String source;

    @Override
    public Integer call() throws CourseTrouble, InterruptedException {
        AtomicBoolean stop = new AtomicBoolean();
        CountDownLatch done = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stop, done), "stop on Ctrl-C"));
        Line line = new Line(new ProgressLine(System.out, System.console() != null), stop);
        try {
            Installed added = AddedCourses.here().add(source, line);
            line.end();
            String version = added.version().isEmpty() ? "" : ", version " + added.version();
            System.out.println("Installed \"" + added.title() + "\"" + version + ".");
            return 0;
        } catch (CourseTrouble e) {
            line.end();
            System.err.println(e.getMessage());
            return stop.get() ? STOPPED : 1;
        } finally {
            done.countDown();
        }
    }

    private static void stop(AtomicBoolean stop, CountDownLatch done) {
        stop.set(true);
        try {
            done.await(LONGEST_STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private record Line(ProgressLine line, AtomicBoolean stop) implements AddProgress {

        @Override
        public void standing(String what, long done, long total) {
            if (what.equals("fetching") && line.isDue(done == total)) {
                String of = total > 0 ? " of " + Bytes.text(total) : "";
                line.show("fetched " + Bytes.text(done) + of);
            }
        }

        @Override
        public boolean isStopped() {
            return stop.get();
        }

        void end() {
            line.end();
        }
    }
}
