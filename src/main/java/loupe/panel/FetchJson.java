package loupe.panel;

import com.google.gson.JsonObject;
import loupe.experiment.Fetching;

/** How far a fetch is, in the words of the protocol: running, done, cancelled or failed. */
final class FetchJson {

    private FetchJson() {}

    static String of(Fetching.Standing standing) {
        JsonObject json = new JsonObject();
        if (standing instanceof Fetching.Coming coming) {
            json.addProperty("state", "running");
            json.addProperty("done", coming.done());
            json.addProperty("total", coming.total());
            coming.left().ifPresent(left -> json.addProperty("secondsLeft", left.toSeconds()));
            json.addProperty("remark", coming.remark());
        } else if (standing instanceof Fetching.Failed failed) {
            json.addProperty("state", "failed");
            json.addProperty("message", failed.sentence());
        } else {
            json.addProperty("state", standing instanceof Fetching.Done ? "done" : "cancelled");
        }
        return json.toString();
    }
}
