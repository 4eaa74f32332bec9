package loupe.panel;

/** What every request gets: exactly one of three, each as JSON for the page. */
public sealed interface Reply {

    String json();

    /** It worked. */
    record Drawn(String json) implements Reply {}

    /**
     * The person can mend it.
     *
     * @param message one sentence
     */
    record Refused(String message) implements Reply {

        @Override
        public String json() {
            return Json.of("state", "refused", "message", message);
        }
    }

    /**
     * We erred, and logged it.
     *
     * @param log the number it has in the log
     */
    record Broken(String log, String message) implements Reply {

        @Override
        public String json() {
            return Json.of("state", "broken", "log", log, "message", message);
        }
    }
}
