package loupe.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import loupe.tensor.Grid;

/**
 * What one run shows of its inside: the values at the named places that were asked for. A place
 * nobody asked for costs one look-up. Every place is also where a run can be stopped.
 *
 * <p>For one run, on the thread of that run.
 */
public final class Trace {
    private final Predicate<String> wanted;
    private final BooleanSupplier stopped;
    private final Map<String, NDArray> kept = new LinkedHashMap<>();

    private Trace(Predicate<String> wanted, BooleanSupplier stopped) {
        this.wanted = wanted;
        this.stopped = stopped;
    }

    /** Keeps nothing, never stops: what training wants. */
    public static Trace nothing() {
        return new Trace(place -> false, () -> false);
    }

    public static Trace of(Set<String> places) {
        return of(places, () -> false);
    }

    /**
     * @param stopped asked at every place; once it says yes, the run ends with a {@link
     *     CancellationException}
     */
    public static Trace of(Set<String> places, BooleanSupplier stopped) {
        return new Trace(Set.copyOf(places)::contains, stopped);
    }

    /** Passes the value on, and keeps it if it was asked for. */
    NDArray at(String place, NDArray value) {
        if (stopped.getAsBoolean()) {
            throw new CancellationException("stopped at " + place);
        }
        if (wanted.test(place)) {
            kept.put(place, value);
        }
        return value;
    }

    NDArray at(String place, int layer, NDArray value) {
        return at(place + "." + layer, value);
    }

    /** Lets what was kept so far outlive the scope of its layer. */
    void moveTo(NDManager run) {
        kept.values().forEach(value -> value.attach(run));
    }

    /** The places that were asked for and reached, in the order of the run. */
    public Set<String> places() {
        return Collections.unmodifiableSet(kept.keySet());
    }

    /** The value there, which lives as long as the run's scope. */
    public NDArray get(String place) {
        NDArray value = kept.get(place);
        if (value == null) {
            throw new IllegalArgumentException(place + " was not kept, only " + kept.keySet());
        }
        return value;
    }

    /** The value there, copied out of the engine. */
    public Grid grid(String place) {
        return Grid.of(get(place));
    }
}
