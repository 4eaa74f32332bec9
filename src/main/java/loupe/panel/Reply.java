package loupe.panel;

import com.google.gson.JsonObject;
import java.util.Optional;

/** What every request gets: exactly one of three, each as JSON for the page. */
public sealed interface Reply {

    String json();

    /** It worked. */
    record Drawn(String json) implements Reply {}

    /**
     * The person can mend it.
     *
     * @param message one sentence
     * @param missing a model to fetch, or nothing
     */
    record Refused(String message, Optional<String> missing) implements Reply {

        public Refused(String message) {
            this(message, Optional.empty());
        }

        @Override
        public String json() {
            JsonObject reply = new JsonObject();
            reply.addProperty("state", "refused");
            reply.addProperty("message", message);
            missing.ifPresent(
                    model -> {
                        JsonObject offer = new JsonObject();
                        offer.addProperty("fetch", model);
                        reply.add("offer", offer);
                    });
            return reply.toString();
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
