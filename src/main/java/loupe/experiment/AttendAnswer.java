package loupe.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was written into the file.
 *
 * @param decoderTokens what the decoder was given, in a model that has one
 * @param places the shape of each, in the order of the run
 * @param milliseconds of the run, without opening the model and writing the file
 */
public record AttendAnswer(
        String model,
        WeightChoice weights,
        String device,
        List<Piece> tokens,
        Optional<List<Piece>> decoderTokens,
        Map<String, List<Integer>> places,
        long milliseconds) {

    public AttendAnswer {
        tokens = List.copyOf(tokens);
        places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
    }
}
