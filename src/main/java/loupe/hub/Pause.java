package loupe.hub;

import java.time.Duration;

/** Waits; a test does not. */
interface Pause {
    void of(Duration wait) throws InterruptedException;
}
