package loupe.panel;

import com.google.gson.JsonObject;
import loupe.experiment.Advice;
import loupe.experiment.Cancellation;

/** What answers one kind of question of the page. On the model thread. */
interface Panel {

    /**
     * @throws Advice if the person can mend it
     * @throws IllegalArgumentException if the page should not have asked so
     */
    Reply run(JsonObject request, Cancellation cancellation) throws Advice;
}
