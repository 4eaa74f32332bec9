package loupe.panel;

import com.google.gson.JsonObject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import loupe.experiment.Advice;
import loupe.experiment.Cancellation;
import loupe.experiment.Fetching;
import loupe.experiment.Lab;
import loupe.tensor.Grid;

/**
 * Where the page's requests arrive: each gets exactly one reply, and the numbers behind it stay for
 * a while to be fetched. Its methods may be called from any thread and never block; the work is
 * done by the executor.
 */
public final class PanelDesk {
    private final Executor model;
    private final Runs runs = new Runs();
    private final AttentionPanel attention;
    private final Fetching fetching;
    private final FaultLog faults;
    private final Map<String, Cancellation> underWay = new ConcurrentHashMap<>();

    /**
     * @param model the one thread that touches tensors, {@link loupe.experiment.ModelThread}
     */
    public PanelDesk(Executor model, Lab lab) {
        this(model, lab, Clock.systemDefaultZone());
    }

    PanelDesk(Executor model, Lab lab, Clock clock) {
        this.model = model;
        this.attention = new AttentionPanel(lab, runs);
        this.fetching = lab.fetching();
        this.faults = new FaultLog(clock);
    }

    /**
     * The reply to a request, as soon as there is one; it never fails.
     *
     * @param panel one of {@link PanelCatalog#ids()}
     * @param ticket made by the page, by which it can cancel; one request at a time has it
     * @param json the request
     */
    public CompletableFuture<Reply> ask(String panel, String ticket, String json) {
        CompletableFuture<Reply> reply = new CompletableFuture<>();
        Cancellation cancellation = new Cancellation();
        if (underWay.putIfAbsent(ticket, cancellation) != null) {
            reply.complete(
                    faults.broken(
                            new IllegalArgumentException(
                                    "ticket " + ticket + " is under way already")));
            return reply;
        }
        try {
            model.execute(
                    () -> {
                        Reply found = reply(panel, json, cancellation);
                        underWay.remove(ticket);
                        reply.complete(found);
                    });
        } catch (RejectedExecutionException e) {
            underWay.remove(ticket);
            reply.complete(new Reply.Refused("Loupe is closing."));
        }
        return reply;
    }

    /** Stops that request, whether it runs or waits; false if it is not under way. */
    public boolean cancel(String ticket) {
        Cancellation cancellation = underWay.get(ticket);
        if (cancellation == null) {
            return false;
        }
        cancellation.cancel();
        return true;
    }

    /** Begins to fetch a model that is not here; how far it is, as JSON. */
    public String fetch(String model) {
        return FetchJson.of(fetching.start(model));
    }

    /** How far that is, as JSON. */
    public String fetched(String model) {
        return FetchJson.of(fetching.standing(model));
    }

    /** Stops it; what came is kept. */
    public String cancelFetch(String model) {
        return FetchJson.of(fetching.cancel(model));
    }

    /** A place of a run as float32, little-endian, row by row, if the run is still kept. */
    public Optional<byte[]> numbers(String run, String place) {
        return grid(run, place).map(Grid::littleEndian);
    }

    /** One head of them; nothing as well if there is no such head. */
    public Optional<byte[]> numbers(String run, String place, int head) {
        return grid(run, place, head).map(Grid::littleEndian);
    }

    Optional<Grid> grid(String run, String place) {
        return runs.grid(run, place);
    }

    Optional<Grid> grid(String run, String place, int head) {
        return runs.grid(run, place)
                .filter(grid -> head >= 0 && head < grid.shape()[0])
                .map(grid -> grid.slice(head));
    }

    /** The border of the program: whatever is thrown beyond it ends here, in one of the replies. */
    private Reply reply(String panel, String json, Cancellation cancellation) {
        try {
            if (cancellation.isWished()) {
                throw new CancellationException("stopped while it waited");
            }
            if (!PanelCatalog.ids().contains(panel)) {
                throw new Advice(
                        "There is no panel '%s'; the panels are: %s."
                                .formatted(
                                        panel,
                                        String.join(", ", new TreeSet<>(PanelCatalog.ids()))));
            }
            JsonObject request = Json.object(json);
            return attention.run(request, cancellation);
        } catch (Advice e) {
            return new Reply.Refused(e.getMessage(), e.missing());
        } catch (CancellationException e) {
            return new Reply.Refused("This run was stopped.");
        } catch (Throwable e) { // also an engine that does not load, or memory that is full
            return faults.broken(e);
        }
    }
}
