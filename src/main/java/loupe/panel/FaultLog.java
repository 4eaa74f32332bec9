package loupe.panel;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Where a fault of ours is logged, once, under a number that the person can quote. */
final class FaultLog {
    private static final Logger LOG = Logger.getLogger("loupe.panel");
    private static final DateTimeFormatter NUMBER = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final Clock clock;
    private final Set<String> used = new HashSet<>();

    FaultLog(Clock clock) {
        this.clock = clock;
    }

    synchronized Reply.Broken broken(Throwable fault) {
        String second = NUMBER.format(LocalDateTime.now(clock));
        String number = second;
        for (int next = 2; !used.add(number); next++) {
            number = second + "-" + next;
        }
        LOG.log(Level.SEVERE, number, fault);
        return new Reply.Broken(
                number,
                "Something went wrong inside Loupe; the log tells more under " + number + ".");
    }
}
