package loupe.experiment;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import loupe.checkpoint.CheckpointException;
import loupe.checkpoint.SafetensorsWriter;
import loupe.checkpoint.SafetensorsWriter.Precision;
import loupe.model.Trace;
import loupe.tensor.Torch;

/** Runs a model and writes what it computed at its named places into a safetensors file. */
public final class AttendExperiment {

    private final Lab lab;

    public AttendExperiment(Lab lab) {
        this.lab = lab;
    }

    /**
     * For {@link ModelThread} only. The file appears whole or not at all.
     *
     * @throws Advice if the model cannot be opened, cannot take what it is given, has no such
     *     place, or the file cannot be written
     */
    public AttendAnswer run(AttendRequest request) throws Advice {
        ModelThread.guard();
        return lab.withRoom(() -> attempt(request));
    }

    private AttendAnswer attempt(AttendRequest request) throws Advice {
        OpenModel model = lab.open(request.model(), request.weights());
        Inputs inputs = Inputs.of(model, request.given());
        Trace trace = Trace.of(places(model, request.places()));
        try (NDManager run = Torch.scope()) {
            long start = System.nanoTime();
            model.model().run(inputs.batch(run), trace);
            Map<String, NDArray> tensors = new LinkedHashMap<>();
            trace.places().forEach(place -> tensors.put(place, trace.get(place)));
            AttendAnswer answer =
                    new AttendAnswer(
                            model.id(),
                            request.weights(),
                            lab.device(),
                            Piece.all(inputs.tokens()),
                            inputs.written().map(Piece::all),
                            shapes(tensors),
                            (System.nanoTime() - start) / 1_000_000);
            new SafetensorsWriter(Metadata.of(answer), Precision.F32)
                    .write(request.output(), tensors);
            return answer;
        } catch (CheckpointException e) {
            throw new Advice(e.getMessage(), e);
        }
    }

    private static Map<String, List<Integer>> shapes(Map<String, NDArray> tensors) {
        Map<String, List<Integer>> shapes = new LinkedHashMap<>();
        tensors.forEach(
                (place, tensor) ->
                        shapes.put(
                                place,
                                Arrays.stream(tensor.getShape().getShape())
                                        .mapToObj(Math::toIntExact)
                                        .toList()));
        return shapes;
    }

    private static Set<String> places(OpenModel model, List<String> wanted) throws Advice {
        List<String> all = model.model().anatomy().places();
        Set<String> places = new LinkedHashSet<>(wanted.isEmpty() ? all : List.of());
        for (String name : wanted) {
            List<String> found =
                    all.stream().filter(p -> p.equals(name) || kind(p).equals(name)).toList();
            if (found.isEmpty()) {
                throw new Advice(
                        "%s has no place %s. It has %s."
                                .formatted(model.id(), name, String.join(", ", all)));
            }
            places.addAll(found);
        }
        return places;
    }

    /** The name without the layer. */
    private static String kind(String place) {
        return place.replaceAll("\\.\\d+$", "");
    }

    /** What stands beside the tensors: texts that hold JSON, under names that say what. */
    private static final class Metadata {
        private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

        static Map<String, String> of(AttendAnswer answer) {
            Map<String, String> metadata = new LinkedHashMap<>();
            metadata.put("model", answer.model());
            metadata.put("weights", answer.weights().variant());
            metadata.put("seed", Long.toString(answer.weights().seed()));
            metadata.put("device", answer.device());
            put(metadata, "", answer.tokens());
            Optional<List<Piece>> decoder = answer.decoderTokens();
            decoder.ifPresent(tokens -> put(metadata, "decoder_", tokens));
            return metadata;
        }

        private static void put(Map<String, String> metadata, String side, List<Piece> tokens) {
            metadata.put(side + "tokens", json(tokens.stream().map(Piece::text).toList()));
            metadata.put(side + "ids", json(tokens.stream().map(Piece::id).toList()));
            metadata.put(
                    side + "offsets",
                    json(tokens.stream().map(p -> List.of(p.start(), p.end())).toList()));
            metadata.put(side + "segments", json(tokens.stream().map(Piece::segment).toList()));
            metadata.put(side + "types", json(tokens.stream().map(Piece::type).toList()));
            metadata.put(side + "special", json(tokens.stream().map(Piece::special).toList()));
        }

        private static String json(Object value) {
            return GSON.toJson(value);
        }
    }
}
