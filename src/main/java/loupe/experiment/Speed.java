package loupe.experiment;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import loupe.checkpoint.CheckpointException;
import loupe.checkpoint.ModelFolder;
import loupe.checkpoint.SafetensorsWriter;
import loupe.checkpoint.SafetensorsWriter.Precision;
import loupe.model.Architecture;
import loupe.model.AttentionKind;
import loupe.model.Batch;
import loupe.model.Stack;
import loupe.model.Trace;
import loupe.tensor.Torch;
import loupe.tensor.Weights;

/** How long a model takes to open and to run. For {@link ModelThread}; for benchmarks. */
public final class Speed implements AutoCloseable {

    /** Draws every matrix that a model asks for; what it asks for once it gets again. */
    private record Random(NDManager scope, Map<String, NDArray> drawn) implements Weights.Source {

        @Override
        public String origin() {
            return "chance";
        }

        @Override
        public Set<String> names() {
            return drawn.keySet();
        }

        @Override
        public NDArray read(String name, Shape wanted) {
            return drawn.computeIfAbsent(
                    name, unused -> scope.randomNormal(0, 0.02f, wanted, DataType.FLOAT32));
        }
    }

    private static final int WARM_UPS = 3;

    private final OpenModel model;
    private final double openMilliseconds;

    private Speed(OpenModel model, double openMilliseconds) {
        this.model = model;
        this.openMilliseconds = openMilliseconds;
    }

    /** Writes a model with random weights into a folder. */
    public static void write(Path folder, Map<String, Object> config) throws IOException, Advice {
        ModelThread.guard();
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("config.json"), new Gson().toJson(config));
        try (NDManager scope = Torch.scope()) {
            Random random = new Random(scope, new LinkedHashMap<>());
            Architecture.read("config.json", config).build(Weights.of(random));
            new SafetensorsWriter(Map.of(), Precision.F32)
                    .write(folder.resolve("model.safetensors"), random.drawn());
        } catch (CheckpointException e) {
            throw new Advice(e.getMessage(), e);
        }
    }

    /** Opens the model; the engine is started before, and does not count. */
    public static Speed open(Path folder) throws Advice {
        ModelThread.guard();
        Torch.scope().close();
        try {
            long start = System.nanoTime();
            OpenModel model =
                    OpenModel.open(
                            folder.toString(), ModelFolder.open(folder), WeightChoice.TRAINED);
            return new Speed(model, (System.nanoTime() - start) / 1e6);
        } catch (CheckpointException e) {
            throw new Advice(e.getMessage(), e);
        }
    }

    public double openMilliseconds() {
        return openMilliseconds;
    }

    /** Milliseconds of each of so many runs over that many tokens, all attention kept. */
    public List<Double> runs(int tokens, int count) {
        ModelThread.guard();
        Stack stack = model.model().anatomy().stack(AttentionKind.SELF);
        Set<String> places = new LinkedHashSet<>();
        for (int layer = 0; layer < stack.layers(); layer++) {
            places.add(stack.kind().place("attn", layer));
        }
        places.add(stack.kind().place("hidden", stack.layers()));
        List<Double> all = new ArrayList<>();
        for (int run = 0; run < WARM_UPS + count; run++) {
            all.add(run(tokens, Trace.of(places), stack.layers()));
        }
        return all.subList(WARM_UPS, all.size());
    }

    private double run(int tokens, Trace trace, int layers) {
        long[] ids = new long[tokens];
        for (int i = 0; i < tokens; i++) {
            ids[i] = 1000 + 7L * i;
        }
        long start = System.nanoTime();
        try (NDManager run = Torch.scope()) {
            model.model().run(Batch.of(run, ids), trace);
            trace.get(AttentionKind.SELF.place("hidden", layers)).getFloat(0, 0, 0); // it is there
            return (System.nanoTime() - start) / 1e6;
        }
    }

    @Override
    public void close() {
        model.close();
    }
}
