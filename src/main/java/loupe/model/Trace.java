package loupe.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import loupe.tensor.Grid;

/**
 * What one run shows of its inside, and what is changed there: at every named place a value can be
 * kept, another put in its stead, or the run stopped. A place nobody asked for costs one look-up.
 *
 * <p>For one run, on the thread of that run.
 */
public final class Trace {

    /** What becomes of the values on their way. */
    public interface Change {

        /** Another value of the same shape, or the same one. */
        NDArray of(String place, NDArray value);
    }

    private static final Change NONE = (place, value) -> value;

    private final Predicate<String> wanted;
    private final BooleanSupplier stopped;
    private final Map<String, NDArray> replaced;
    private final Map<String, NDArray> multiplied; // (N)
    private final Change change;
    private final Map<String, NDArray> kept = new LinkedHashMap<>();

    private Trace(
            Predicate<String> wanted,
            BooleanSupplier stopped,
            Map<String, NDArray> replaced,
            Map<String, NDArray> multiplied,
            Change change) {
        this.wanted = wanted;
        this.stopped = stopped;
        this.replaced = replaced;
        this.multiplied = multiplied;
        this.change = change;
    }

    /** Keeps nothing, never stops. */
    public static Trace nothing() {
        return changing(NONE);
    }

    /** Keeps nothing, never stops, and changes values on their way, as dropout does. */
    public static Trace changing(Change change) {
        return new Trace(place -> false, () -> false, Map.of(), Map.of(), change);
    }

    public static Trace of(Set<String> places) {
        return of(places, () -> false);
    }

    /**
     * @param stopped asked at every place; once it says yes, the run ends with a {@link
     *     CancellationException}
     */
    public static Trace of(Set<String> places, BooleanSupplier stopped) {
        return new Trace(Set.copyOf(places)::contains, stopped, Map.of(), Map.of(), NONE);
    }

    /**
     * The same for a run that goes on from that place with this value, such as a hidden state of
     * another run. The shape must be that of what it replaces.
     */
    public Trace replacing(String place, NDArray value) {
        return new Trace(wanted, stopped, with(replaced, place, value), multiplied, change);
    }

    /**
     * The same for a run in which what each head of a layer gathers is multiplied: by 0, the head
     * is silent. Its attention is shown as it is.
     *
     * @param factors one for each head, (N); gradients reach them
     */
    public Trace multiplying(AttentionKind kind, int layer, NDArray factors) {
        return new Trace(
                wanted,
                stopped,
                replaced,
                with(multiplied, kind.place("mixed", layer), factors),
                change);
    }

    /** Passes the value on, or what replaces it, and keeps it if it was asked for. */
    NDArray at(String place, NDArray value) {
        if (stopped.getAsBoolean()) {
            throw new CancellationException("stopped at " + place);
        }
        NDArray passed = changed(place, value);
        if (wanted.test(place)) {
            kept.put(place, passed);
        }
        return passed;
    }

    NDArray at(String place, int layer, NDArray value) {
        return at(place + "." + layer, value);
    }

    /** Makes and keeps a value that the run itself does not need, if it was asked for. */
    void show(String place, Supplier<NDArray> value) {
        if (replaced.containsKey(place)) {
            throw new IllegalArgumentException(place + " cannot be changed");
        }
        if (wanted.test(place)) {
            kept.put(place, value.get());
        }
    }

    /** Refuses changes at places that the run will not pass: nobody should wonder about them. */
    void check(List<String> places) {
        for (Set<String> changes : List.of(replaced.keySet(), multiplied.keySet())) {
            for (String place : changes) {
                if (!places.contains(place)) {
                    throw new IllegalArgumentException("there is no " + place + " to change");
                }
            }
        }
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

    private NDArray changed(String place, NDArray value) {
        if (replaced.containsKey(place)) {
            return replacement(place, value);
        }
        return multiplied.containsKey(place)
                ? value.mul(multiplied.get(place).reshape(-1, 1, 1)) // (B, N, T, H)
                : change.of(place, value);
    }

    /** A view, since layers free what they were given, and the next run may want it again. */
    private NDArray replacement(String place, NDArray value) {
        NDArray other = replaced.get(place);
        if (!other.getShape().equals(value.getShape())) {
            throw new IllegalArgumentException(
                    place + " is " + value.getShape() + ", not " + other.getShape());
        }
        NDArray view = other.reshape(other.getShape()); // a duplicate would not pass gradients on
        view.attach(value.getManager());
        return view;
    }

    private static Map<String, NDArray> with(
            Map<String, NDArray> before, String place, NDArray value) {
        Map<String, NDArray> after = new HashMap<>(before);
        after.put(place, value);
        return after;
    }
}
