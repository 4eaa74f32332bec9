package loupe.experiment;

import java.nio.file.Path;
import java.util.List;

/**
 * A wish to have the inside of a run in a file.
 *
 * @param model its id, or the path of its folder
 * @param places the places wanted, by name ({@code attn.0}) or for all layers ({@code attn}); empty
 *     for all there are
 * @param output a file in the safetensors format
 */
public record AttendRequest(
        String model, WeightChoice weights, Given given, List<String> places, Path output) {

    public AttendRequest {
        places = List.copyOf(places);
    }
}
