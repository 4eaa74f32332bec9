package loupe.model;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** The architectures there are, by the {@code model_type} of a {@code config.json}. */
public enum ModelType {
    GPT2("gpt2");

    private final String published;

    ModelType(String published) {
        this.published = published;
    }

    /**
     * @param origin the file, for messages
     * @throws ConfigException if the type is missing or is none of these
     */
    public static ModelType read(String origin, Map<String, ?> json) {
        Object found = json.get("model_type");
        if (found == null) {
            throw new ConfigException(origin + ": model_type is missing.");
        }
        return Arrays.stream(values())
                .filter(type -> type.published.equals(found))
                .findFirst()
                .orElseThrow(
                        () ->
                                new ConfigException(
                                        "%s: model_type is %s, which cannot be run; wanted %s."
                                                .formatted(origin, found, supported())));
    }

    private static String supported() {
        return Arrays.stream(values())
                .map(type -> type.published)
                .collect(Collectors.joining(", "));
    }
}
