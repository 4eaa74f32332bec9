package loupe.checkpoint;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import loupe.tensor.Weights;

/**
 * A PyTorch file ({@code pytorch_model.bin}), opened and checked. Its pickle is read with a closed
 * list of names, so no code in it ever runs.
 */
public final class PytorchFile implements WeightFile {
    private final Path path;
    private final FileChannel channel;
    private final PickledTensors tensors;

    private PytorchFile(Path path, FileChannel channel, PickledTensors tensors) {
        this.path = path;
        this.channel = channel;
        this.tensors = tensors;
    }

    /**
     * @throws CheckpointException if it cannot be read, is damaged, or holds anything but weights
     */
    public static PytorchFile open(Path path) throws CheckpointException {
        return Opened.open(
                path,
                channel -> {
                    TorchFormat format = TorchFormat.read(path.toString(), channel);
                    return new PytorchFile(
                            path, channel, tensors(path.toString(), channel, format));
                });
    }

    private static PickledTensors tensors(String file, FileChannel channel, TorchFormat format)
            throws CheckpointException {
        Map<String, PickledTensors.Placed> placed = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : stateDict(file, format.top()).entrySet()) {
            if (entry.getValue() instanceof PickledTensor tensor) {
                String name = String.valueOf(entry.getKey());
                tensor.check(file, name);
                long from = format.find(tensor.storage(), name);
                placed.put(name, new PickledTensors.Placed(name, tensor, from));
            }
        }
        return new PickledTensors(file, channel, format.order(), placed);
    }

    /** The map from name to tensor: the top itself, or what a trainer put under state_dict. */
    private static Map<?, ?> stateDict(String file, Object top) throws CheckpointException {
        if (top instanceof Map<?, ?> map) {
            return map.get("state_dict") instanceof Map<?, ?> inner ? inner : map;
        }
        throw new CheckpointException(
                "%s is not a state dict: its top is %s, wanted a dictionary from names to tensors."
                        .formatted(
                                file,
                                top instanceof PickledTensor ? "a tensor" : "something else"));
    }

    @Override
    public Set<String> names() {
        return Set.copyOf(tensors.placed().keySet());
    }

    @Override
    public Set<String> floats() {
        return tensors.placed().values().stream()
                .filter(placed -> Float32.isFloat(placed.tensor().type()))
                .map(PickledTensors.Placed::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Weights.Source source(NDManager scope) {
        return tensors.source(scope);
    }

    @Override
    public void close() throws CheckpointException {
        try {
            channel.close();
        } catch (IOException e) {
            throw new CheckpointException(path + " could not be closed.", e);
        }
    }
}
