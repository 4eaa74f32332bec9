package loupe.experiment;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import loupe.checkpoint.CheckpointException;
import loupe.hub.Fetch;
import loupe.hub.FetchProgress;
import loupe.hub.FetchStanding;
import loupe.hub.Fetcher;
import loupe.hub.HubSettings;
import loupe.hub.ModelId;

/**
 * Models on their way to this computer, by id, one after the other. Runs never download; a person
 * asks for it. From any thread; nothing here waits.
 */
public final class Fetching {

    /** How far one fetch is. */
    public sealed interface Standing {}

    /**
     * It comes.
     *
     * @param done bytes that are here
     * @param total bytes that there will be; 0 while that is not known
     * @param left how long the rest will take, if that can be said
     * @param remark a sentence such as that the connection broke and is tried again, or nothing
     */
    public record Coming(long done, long total, Optional<Duration> left, String remark)
            implements Standing {}

    /** It is here. */
    public record Done() implements Standing {}

    /** It was stopped; what came is kept. */
    public record Cancelled() implements Standing {}

    /** It did not come, for the reason in the sentence. */
    public record Failed(String sentence) implements Standing {}

    /** A fetch and what was last heard of it. */
    private static final class UnderWay implements FetchProgress {

        private volatile Coming last = new Coming(0, 0, Optional.empty(), "");
        private Fetch fetch;

        @Override
        public void standing(FetchStanding now) {
            last = new Coming(now.done(), now.total(), now.left(), "");
        }

        @Override
        public void remark(String sentence) {
            Coming before = last;
            last = new Coming(before.done, before.total, Optional.empty(), sentence);
        }

        private Standing now() {
            if (!fetch.isDone()) {
                return last;
            }
            try {
                return fetch.await().isPresent() ? new Done() : new Cancelled();
            } catch (CheckpointException trouble) {
                return new Failed(trouble.getMessage());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return new Cancelled();
            }
        }
    }

    private final HubSettings settings;
    private final Map<String, UnderWay> underWay = new ConcurrentHashMap<>();
    private Fetcher fetcher;

    Fetching(HubSettings settings) {
        this.settings = settings;
    }

    /** Begins, unless it is under way already. */
    public synchronized Standing start(String model) {
        UnderWay known = underWay.get(model);
        if (known != null && !known.fetch.isDone()) {
            return known.now();
        }
        try {
            if (fetcher == null) {
                fetcher = new Fetcher(settings);
            }
            UnderWay fresh = new UnderWay();
            fresh.fetch = fetcher.start(ModelId.parse(model), fresh);
            underWay.put(model, fresh);
            return fresh.now();
        } catch (CheckpointException noId) {
            return new Failed(noId.getMessage());
        }
    }

    public Standing standing(String model) {
        UnderWay known = underWay.get(model);
        return known == null ? new Failed(model + " was not asked for. Fetch it.") : known.now();
    }

    /** Stops it; what came is kept. */
    public Standing cancel(String model) {
        UnderWay known = underWay.get(model);
        if (known != null) {
            known.fetch.cancel();
        }
        return standing(model);
    }
}
