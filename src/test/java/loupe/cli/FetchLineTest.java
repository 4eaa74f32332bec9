package loupe.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import loupe.hub.FetchStanding;
import org.junit.jupiter.api.Test;

class FetchLineTest {

    private static String printed(boolean terminal) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        FetchLine line = new FetchLine(new PrintStream(bytes, true, UTF_8), terminal);
        line.standing(new FetchStanding("config.json", 665, 548_118_742, 0));
        line.standing(new FetchStanding("model.safetensors", 2_000_000, 548_118_742, 11e6));
        line.remark("The connection broke.");
        line.standing(new FetchStanding("model.safetensors", 548_118_742, 548_118_742, 11e6));
        line.end();
        return bytes.toString(UTF_8);
    }

    @Test
    void onATerminalOneLineIsWrittenOver() {
        assertEquals(
                """
                \rconfig.json  665 B of 548 MB (0 %)
                The connection broke.
                \rmodel.safetensors  548 MB of 548 MB (100 %)  11 MB/s  0 min 00 s left
                """,
                printed(true));
    }

    @Test
    void elsewhereALineComesNowAndThen() {
        assertEquals(
                """
                config.json  665 B of 548 MB (0 %)
                The connection broke.
                model.safetensors  548 MB of 548 MB (100 %)  11 MB/s  0 min 00 s left
                """,
                printed(false));
    }
}
