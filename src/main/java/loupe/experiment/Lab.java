package loupe.experiment;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import loupe.checkpoint.CheckpointException;
import loupe.hub.Hub;
import loupe.hub.HubSettings;
import loupe.hub.LocalModel;
import loupe.hub.ModelId;
import loupe.model.ConfigException;
import loupe.tensor.Torch;
import loupe.tensor.TorchException;
import loupe.tensor.WeightsException;

/**
 * The models on the bench: opens them by id and keeps the last few. Making one loads nothing; the
 * engine starts with the first model. What opens models belongs to {@link ModelThread}.
 */
public final class Lab {
    private static final int KEPT = 3;

    private record Key(String id, WeightChoice weights) {}

    private final Hub hub;
    private final Fetching fetching;
    private final Map<Key, OpenModel> open = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * @param home where the program is installed; {@code course/x} is {@code assets/models/x} there
     */
    public Lab(Path home) {
        this(home, HubSettings.ofThisProcess());
    }

    public Lab(Path home, HubSettings settings) {
        this.hub = new Hub(home, settings);
        this.fetching = new Fetching(settings);
    }

    /** The models on their way here. From any thread. */
    public Fetching fetching() {
        return fetching;
    }

    /** The ids of the models a person can choose from. From any thread. */
    public List<String> models() throws Advice {
        try {
            return hub.models().stream().filter(LocalModel::whole).map(LocalModel::id).toList();
        } catch (CheckpointException e) {
            throw new Advice(e.getMessage(), e);
        }
    }

    /** The name of the device that models run on. From any thread; starts nothing. */
    public String device() {
        return Torch.device();
    }

    /** Opens the model and runs it once, so that the first real run is as fast as the others. */
    public void warm(String modelId) throws Advice {
        new AttentionExperiment(this).warm(modelId);
    }

    /** Work with models. */
    interface Work<T> {
        T done() throws Advice;
    }

    /** Does it; where the GPU has no room for it, once more on the CPU. */
    <T> T withRoom(Work<T> work) throws Advice {
        try {
            return work.done();
        } catch (RuntimeException failure) {
            if (!Torch.leaveFullGpu(failure)) {
                throw failure;
            }
            open.values().forEach(OpenModel::close);
            open.clear();
            return work.done();
        }
    }

    OpenModel open(String id) throws Advice {
        return open(id, WeightChoice.TRAINED);
    }

    OpenModel open(String id, WeightChoice weights) throws Advice {
        ModelThread.guard();
        Key key = new Key(id, weights);
        try {
            OpenModel known = open.get(key);
            if (known != null && !known.isOutdated()) {
                return known;
            }
            OpenModel fresh = OpenModel.open(id, hub.find(ModelId.parse(id)), weights);
            keep(key, fresh);
            return fresh;
        } catch (CheckpointException e) {
            throw advice(id, e);
        } catch (ConfigException | WeightsException | TorchException e) {
            throw new Advice(e.getMessage(), e);
        }
    }

    /** Why a model did not open; where it is missing, with the offer to fetch it. */
    private Advice advice(String id, CheckpointException trouble) {
        return lacks(id)
                ? new Advice(
                        id + " is not on this computer yet. It is fetched once and kept.",
                        id,
                        trouble)
                : new Advice(trouble.getMessage(), trouble);
    }

    private boolean lacks(String id) {
        try {
            return hub.lacks(ModelId.parse(id));
        } catch (CheckpointException notEvenAnId) {
            return false;
        }
    }

    private void keep(Key key, OpenModel fresh) {
        OpenModel before = open.put(key, fresh);
        if (before != null) {
            before.close();
        }
        Iterator<OpenModel> oldestFirst = open.values().iterator();
        while (open.size() > KEPT) {
            oldestFirst.next().close();
            oldestFirst.remove();
        }
    }
}
