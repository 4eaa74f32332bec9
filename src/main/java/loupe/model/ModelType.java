package loupe.model;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The architectures there are, by the {@code model_type} of a {@code config.json}. */
public enum ModelType {
    GPT2("gpt2", Gpt2Config::read),
    BERT("bert", Bert::read),
    DISTILBERT("distilbert", DistilBert::read),
    ROBERTA("roberta", Roberta::read),
    ELECTRA("electra", Electra::read),
    ALBERT("albert", Albert::read);

    private final String published;
    private final Function<Settings, Architecture> reader;

    ModelType(String published, Function<Settings, Architecture> reader) {
        this.published = published;
        this.reader = reader;
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

    Architecture architecture(Settings settings) {
        return reader.apply(settings);
    }

    private static String supported() {
        return Arrays.stream(values())
                .map(type -> type.published)
                .collect(Collectors.joining(", "));
    }
}
