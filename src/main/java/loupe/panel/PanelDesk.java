package loupe.panel;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import loupe.experiment.Advice;
import loupe.experiment.Cancellation;
import loupe.experiment.Fetching;
import loupe.experiment.Lab;

/**
 * Where the page's requests arrive: each gets exactly one reply, and the numbers behind it stay for
 * a while to be fetched. Its methods may be called from any thread and never block; the work is
 * done by the executor.
 */
public final class PanelDesk {
    private final Executor model;
    private final Lab lab;
    private final Runs runs = new Runs();
    private final Map<String, Panel> panels;
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
        this.lab = lab;
        this.panels =
                PanelCatalog.questions().stream()
                        .collect(toMap(each -> each, each -> PanelCatalog.panel(each, lab, runs)));
        this.fetching = lab.fetching();
        this.faults = new FaultLog(clock);
    }

    /**
     * The reply to a request, as soon as there is one; it never fails.
     *
     * @param question what is asked, such as {@code attention}; several panels may ask the same
     * @param ticket made by the page, by which it can cancel; one request at a time has it
     * @param json the request
     */
    public CompletableFuture<Reply> ask(String question, String ticket, String json) {
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
            Panel asked = panels.get(question);
            Executor thread = asked == null ? model : asked.thread(model);
            thread.execute(
                    () -> {
                        Reply found = reply(question, asked, json, cancellation);
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

    /** The models on this computer, as JSON; none where that cannot be found out. Reads files. */
    public String models() {
        List<String> found;
        try {
            found = lab.models();
        } catch (Advice unreadable) {
            found = List.of();
        }
        return Json.GSON.toJson(Map.of("models", found));
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

    /**
     * Numbers of a place, if the run is still kept and has them.
     *
     * @param query which of them and how, see {@link GridWish}
     */
    public Optional<byte[]> numbers(String run, String place, Map<String, String> query) {
        try {
            GridWish wish = GridWish.of(query);
            return runs.grid(run, place).flatMap(wish::from);
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** The border of the program: whatever is thrown beyond it ends here, in one of the replies. */
    private Reply reply(String question, Panel asked, String json, Cancellation cancellation) {
        try {
            if (cancellation.isWished()) {
                throw new CancellationException("stopped while it waited");
            }
            if (asked == null) {
                throw new IllegalArgumentException("nobody answers '" + question + "'");
            }
            return asked.run(Json.object(json), cancellation);
        } catch (Advice e) {
            return new Reply.Refused(e.getMessage(), e.missing());
        } catch (CancellationException e) {
            return new Reply.Refused("This run was stopped.");
        } catch (Throwable e) { // also an engine that does not load, or memory that is full
            return faults.broken(e);
        }
    }
}
