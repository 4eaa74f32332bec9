package loupe.model;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The architectures there are, by the {@code model_type} of a {@code config.json}. */
public enum ModelType {
    GPT2("gpt2", Gpt2Config::read, Start::gpt2),
    BERT("bert", Bert::read, Start::bert),
    DISTILBERT("distilbert", DistilBert::read, Start::bert),
    ROBERTA("roberta", Roberta::read, Start::roberta),
    ELECTRA("electra", Electra::read, Start::bert),
    ALBERT("albert", Albert::read, Start::bert),
    MARIAN("marian", MarianConfig::read, Start::bart),
    BART("bart", BartConfig::read, Start::bart),
    T5("t5", T5Config::read, Start::t5);

    private final String published;
    private final Function<Settings, Architecture> reader;
    private final Function<Settings, Start> start;

    ModelType(
            String published,
            Function<Settings, Architecture> reader,
            Function<Settings, Start> start) {
        this.published = published;
        this.reader = reader;
        this.start = start;
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

    Start start(Settings settings) {
        return start.apply(settings);
    }

    private static String supported() {
        return Arrays.stream(values())
                .map(type -> type.published)
                .collect(Collectors.joining(", "));
    }
}
