package loupe.panel;

import com.google.gson.JsonObject;
import java.util.concurrent.Executor;
import loupe.experiment.Advice;
import loupe.experiment.Cancellation;

/** What answers one kind of question of the page. */
interface Panel {

    /**
     * @throws Advice if the person can mend it
     * @throws IllegalArgumentException if the page should not have asked so
     */
    Reply run(JsonObject request, Cancellation cancellation) throws Advice;

    /** Where it runs: on the model thread, unless it has nothing to do with models. */
    default Executor thread(Executor model) {
        return model;
    }
}
