package loupe.panel;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.google.gson.Gson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import loupe.checkpoint.SafetensorsWriter;
import loupe.model.Gpt2;
import loupe.model.Gpt2Config;
import loupe.tensor.Torch;
import loupe.tensor.Weights;

/** A model folder of 300 thin layers over 512 tokens: little to store, much to compute. */
final class DeepModel {

    /** Makes every tensor that the model asks for, all ones, and remembers it. */
    private record Ones(NDManager scope, Map<String, NDArray> tensors) implements Weights.Source {

        @Override
        public String origin() {
            return "ones";
        }

        @Override
        public Set<String> names() {
            return Set.of();
        }

        @Override
        public NDArray read(String name, Shape wanted) {
            return tensors.computeIfAbsent(name, unused -> scope.ones(wanted));
        }
    }

    private DeepModel() {}

    static void write(Path folder, Path tokenizer) throws Exception {
        Gpt2Config config = Gpt2Config.sized(275, 512, 16, 300, 8);
        Files.copy(tokenizer, folder.resolve("tokenizer.json"));
        try (NDManager scope = Torch.scope()) {
            Ones ones = new Ones(scope, new TreeMap<>());
            Gpt2 asksForAll = new Gpt2(config, Weights.of(ones));
            Files.writeString(
                    folder.resolve("config.json"), new Gson().toJson(asksForAll.config().json()));
            new SafetensorsWriter(Map.of(), SafetensorsWriter.Precision.F32)
                    .write(folder.resolve("model.safetensors"), ones.tensors());
        }
    }
}
