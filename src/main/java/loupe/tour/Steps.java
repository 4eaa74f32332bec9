package loupe.tour;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;

/** What was tried and whether it happened: a line a step, written as it goes, and its picture. */
final class Steps {

    private final Path folder;
    private final Hand hand;
    private final String part;
    private int number;

    Steps(Path folder, String part, Hand hand) {
        this.folder = folder;
        this.part = part;
        this.hand = hand;
    }

    static Path file(Path folder) {
        return folder.resolve("steps.txt");
    }

    /** Tries a step, photographs the screen after it and writes down what came of it. */
    void step(String what, Callable<Boolean> tried) throws IOException {
        number++;
        String outcome;
        try {
            outcome = Boolean.TRUE.equals(tried.call()) ? "ok" : "failed";
        } catch (Exception failure) {
            outcome = "failed (" + failure + ")";
        }
        String picture = "%s-%02d.png".formatted(part, number);
        hand.photograph(folder.resolve(picture));
        Files.writeString(
                file(folder),
                outcome + "\t" + what + "\t" + picture + "\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
