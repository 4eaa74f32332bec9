package loupe.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import loupe.training.Standing;
import org.junit.jupiter.api.Test;

class TrainingLineTest {

    private static final Standing EARLY =
            new Standing(1_200, 0.12, 4.5678, 12_345, Duration.ofSeconds(3_725));
    private static final Standing DONE = new Standing(10_000, 1, 3.2, 999, Duration.ZERO);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, UTF_8);

    @Test
    void elsewhereThanOnATerminalEachStandingIsALine() {
        TrainingLine line = new TrainingLine(out, false);
        line.standing(EARLY);
        line.standing(EARLY); // too soon after the last one
        line.standing(DONE);
        line.end();
        assertEquals(
                "step 1,200 (12 %)  loss 4.568  12,345 tokens/s  1 h 02 min left\n"
                        + "step 10,000 (100 %)  loss 3.200  999 tokens/s  0 min 00 s left\n",
                bytes.toString(UTF_8));
    }

    @Test
    void onATerminalOneLineIsWrittenOverAndWhatWasLongerIsWiped() {
        TrainingLine line = new TrainingLine(out, true);
        line.standing(EARLY);
        line.standing(DONE);
        line.end();
        String early = "step 1,200 (12 %)  loss 4.568  12,345 tokens/s  1 h 02 min left";
        String done = "step 10,000 (100 %)  loss 3.200  999 tokens/s  0 min 00 s left";
        String wiped = " ".repeat(early.length() - done.length());
        assertEquals("\r" + early + "\r" + done + wiped + "\n", bytes.toString(UTF_8));
    }

    @Test
    void aRemarkEndsTheLineFirst() {
        TrainingLine line = new TrainingLine(out, true);
        line.standing(DONE);
        line.remark("Going on.");
        assertEquals(
                "\rstep 10,000 (100 %)  loss 3.200  999 tokens/s  0 min 00 s left\nGoing on.\n",
                bytes.toString(UTF_8));
    }
}
