package loupe.handin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import loupe.answer.AnswerHistory;
import loupe.answer.HandedIn;
import loupe.answer.Profile;
import loupe.answer.Snapshot;
import loupe.lesson.Course;

/**
 * Makes a hand-in from the store: prints it, puts the answers into the PDF as files, opens it again
 * and compares it with the store. Only then it gets its name and the store notes it.
 */
public final class HandIn {
    private static final String JSON = "answers.json";

    private final Course course;
    private final Profile person;
    private final AnswerHistory past;
    private final Printer printer;

    public HandIn(Course course, Profile person, AnswerHistory past, Printer printer) {
        this.course = course;
        this.person = person;
        this.past = past;
        this.printer = printer;
    }

    /** What is being done; each in its turn. */
    public enum Step {
        READING("Reading your answers"),
        PRINTING("Printing the PDF"),
        BINDING("Putting your answers into it"),
        CHECKING("Opening it again and comparing it with your answers"),
        NOTING("Noting the hand-in");

        private final String words;

        Step(String words) {
            this.words = words;
        }

        /** What the person reads. */
        public String words() {
            return words;
        }
    }

    /**
     * A hand-in that was checked.
     *
     * @param record the PDF with its receipt code
     * @param answers how many answers in it say something
     * @param questions how many questions it lists
     * @param cells how many Java cells that were changed it holds
     */
    public record Result(
            HandedIn record, Path markdown, Path json, int answers, int questions, int cells) {}

    /** What a hand-in would hold now. */
    public CompletableFuture<Preview> preview() {
        return past.snapshot(course.id())
                .thenCombine(
                        past.handIns(course.id()),
                        (all, before) -> Preview.of(course, all, before));
    }

    /**
     * Starts on the thread "hand-in"; {@code progress} is called there. The result fails with a
     * {@link HandInTrouble} or an {@link loupe.answer.AnswerTrouble}, whose message is the sentence
     * to show.
     *
     * @param folder where the three files go
     */
    public Job start(Path folder, Consumer<Step> progress) {
        Job job = new Job();
        Thread thread =
                new Thread(() -> job.carryOut(() -> make(folder, progress, job)), "hand-in");
        thread.setDaemon(true);
        thread.start();
        return job;
    }

    private Result make(Path folder, Consumer<Step> progress, Job job) throws Exception {
        try {
            job.step(progress, Step.READING);
            Instant at = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            Snapshot all = job.await(past.snapshot(course.id()));
            Contents contents = Contents.of(course, person, all, at);
            try (Bench bench = Bench.in(folder)) {
                Path bound = print(bench, contents, all, at, progress, job);
                job.step(progress, Step.CHECKING);
                Check.of(bound, contents, all.evidence());
                Check.againstStore(contents, all, past, job);
                Result result = publish(bench, folder, bound, contents, at);
                job.step(progress, Step.NOTING);
                job.await(past.handedIn(result.record(), all));
                bench.done();
                return result;
            }
        } catch (IOException e) {
            throw new HandInTrouble(
                    "The hand-in could not be written to "
                            + folder
                            + ", and nothing of it was left there. Your answers are safe. Make"
                            + " room on that disk, see that you may write there, or choose another"
                            + " folder. ("
                            + reason(e)
                            + ")",
                    e);
        }
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }

    private Path print(
            Bench bench,
            Contents contents,
            Snapshot all,
            Instant at,
            Consumer<Step> progress,
            Job job)
            throws Exception {
        job.step(progress, Step.PRINTING);
        Path printed = bench.file("printed.pdf");
        job.await(printer.print(Sheet.of(course, person, all, at), printed));
        job.step(progress, Step.BINDING);
        Path bound = bench.file("bound.pdf");
        Pdf.bind(printed, bound, course.title(), person.name(), files(contents, all));
        return bound;
    }

    private static Map<String, Pdf.Attachment> files(Contents contents, Snapshot all) {
        Map<String, Pdf.Attachment> files = new LinkedHashMap<>();
        files.put(JSON, new Pdf.Attachment("application/json", bytes(contents.json())));
        all.evidence()
                .forEach(
                        (name, view) ->
                                files.put(
                                        "view-" + name + ".png",
                                        new Pdf.Attachment("image/png", view.png())));
        return files;
    }

    private Result publish(Bench bench, Path folder, Path bound, Contents contents, Instant at)
            throws IOException {
        String name = FileNames.free(folder, course, person, at);
        Path markdown = Files.write(bench.file("md"), bytes(Readable.of(contents)));
        Path json = Files.write(bench.file("json"), bytes(contents.json()));
        Path md = bench.publish(markdown, name + ".md");
        Path js = bench.publish(json, name + ".json");
        Path pdf = bench.publish(bound, name + ".pdf");
        HandedIn record = new HandedIn(course.id(), pdf, FileSha256.of(pdf), at);
        int cells = (int) contents.answers().stream().filter(Contents.Answer::isCode).count();
        int asked = (int) contents.answers().stream().filter(Contents.Answer::asked).count();
        int written = contents.written().size();
        return new Result(record, md, js, written - cells, asked - cells, cells);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The JSON in a PDF that {@link HandIn} made. */
    static String jsonName() {
        return JSON;
    }
}
