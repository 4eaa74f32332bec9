package loupe.lesson;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Checks what an experiment is set to: models, texts, words of a closed list, layers and heads. */
final class ExperimentRules {
    /** What a student may change. */
    private static final Set<String> ALLOWED =
            Set.of("text", "model", "layer", "head", "display", "weights");

    private static final Map<String, String> CODES = Map.of("display", "E004", "weights", "E005");
    private static final List<String> READABLE = List.of("text", "target", "pair", "texts");

    private final Reading reading;
    private final Findings findings;

    ExperimentRules(Reading reading) {
        this.reading = reading;
        this.findings = reading.findings();
    }

    /**
     * The settings with their texts read from files where they name some; findings for the rest.
     */
    Map<String, Object> check(YamlMap map, Map<String, Object> settings) {
        checkModels(map, settings);
        reading.vocabulary().choices().forEach((name, words) -> checkChoice(map, name, words));
        checkAllow(map, settings);
        checkShape(map, settings);
        Map<String, Object> read = new LinkedHashMap<>(settings);
        read.replaceAll(
                (name, value) ->
                        READABLE.contains(name)
                                ? text(value, map.entry(name).orElseThrow().valueSpot())
                                : value);
        return read;
    }

    private void checkModels(YamlMap map, Map<String, Object> settings) {
        Map<String, Set<String>> choices = reading.vocabulary().choices();
        Set<String> weights = choices.getOrDefault("weights", Set.of());
        boolean knowsWeights = choices.containsKey("weights");
        for (String name : knowsWeights ? List.of("model", "compare") : List.of("model")) {
            Optional<YamlMap.Entry> entry = map.entry(name);
            if (entry.isPresent()
                    && settings.get(name) instanceof String model
                    && !reading.models().contains(model)
                    && !(name.equals("compare") && weights.contains(model))) {
                findings.unknown(
                        "E001",
                        entry.get().valueSpot(),
                        "the model \"" + model + "\" is not listed in course.yaml",
                        model,
                        reading.models());
            }
        }
    }

    private void checkChoice(YamlMap map, String name, Set<String> words) {
        Optional<YamlMap.Entry> entry = map.entry(name);
        if (entry.isPresent()
                && entry.get().value() instanceof String word
                && !words.contains(word)) {
            findings.unknown(
                    CODES.getOrDefault(name, "E006"),
                    entry.get().valueSpot(),
                    "\"" + name + "\" cannot be \"" + word + "\"",
                    word,
                    new TreeSet<>(words));
        }
    }

    private void checkAllow(YamlMap map, Map<String, Object> settings) {
        if (!(settings.get("allow") instanceof List<?> allowed)) {
            return;
        }
        for (Object each : allowed) {
            String name = String.valueOf(each);
            if (!ALLOWED.contains(name)) {
                findings.unknown(
                        "E006",
                        map.entry("allow").orElseThrow().valueSpot(),
                        "\"allow\" cannot name \"" + name + "\"",
                        name,
                        ALLOWED);
            }
        }
    }

    private void checkShape(YamlMap map, Map<String, Object> settings) {
        String model = String.valueOf(settings.get("model"));
        Optional<Vocabulary.Shape> shape = reading.vocabulary().shape(model);
        if (shape.isEmpty()) {
            return;
        }
        map.entry("layer")
                .ifPresent(each -> checkLayer(each.value(), each.valueSpot(), model, shape.get()));
        for (String name : List.of("head", "heads")) {
            map.entry(name)
                    .ifPresent(
                            each -> checkHead(each.value(), each.valueSpot(), model, shape.get()));
        }
    }

    private void checkLayer(Object layer, Spot spot, String model, Vocabulary.Shape shape) {
        checkNumber("E007", "layer", layer, spot, model, shape.layers());
    }

    private void checkHead(Object head, Spot spot, String model, Vocabulary.Shape shape) {
        List<?> all = head instanceof List<?> list ? list : Collections.singletonList(head);
        all.forEach(each -> checkNumber("E008", "head", each, spot, model, shape.heads()));
    }

    private void checkNumber(
            String code, String what, Object value, Spot spot, String model, int count) {
        if (value instanceof Integer number && number >= count) {
            findings.error(
                    code,
                    spot,
                    what + " " + number + " is outside " + model + ", which has " + count,
                    what + "s are counted from 0 to " + (count - 1));
        }
    }

    /** Checks what a link sets in an experiment: {@code layer=5&head=1}. */
    void checkLink(String query, Experiment experiment, Spot spot) {
        Map<String, Object> settings = new LinkedHashMap<>(experiment.settings());
        for (String each : query.split("&")) {
            String[] parts = each.split("=", 2);
            Set<String> known = new TreeSet<>(reading.vocabulary().links());
            if (parts.length < 2 || !known.isEmpty() && !known.contains(parts[0])) {
                String message = "a link cannot set \"" + parts[0] + "\"";
                findings.unknown("E006", spot, message, parts[0], known);
                continue;
            }
            boolean number = parts[1].matches("[0-9]{1,9}");
            settings.put(parts[0], number ? (Object) Integer.valueOf(parts[1]) : parts[1]);
        }
        String model = String.valueOf(settings.get("model"));
        reading.vocabulary()
                .shape(model)
                .ifPresent(
                        shape -> {
                            checkLayer(settings.get("layer"), spot, model, shape);
                            checkHead(settings.get("head"), spot, model, shape);
                        });
    }

    /** A text as written, or the text of the file it names. */
    private Object text(Object value, Spot spot) {
        if (value instanceof List<?> list) {
            return list.stream().map(each -> text(each, spot)).toList();
        }
        String text = String.valueOf(value);
        if (!Beside.TEXTS.isAddress(text)) {
            return value;
        }
        try {
            Optional<Path> file = Beside.TEXTS.find(reading.folder(), text);
            if (file.isPresent()) {
                return Source.read(file.get(), text).text().strip();
            }
            findings.unknown(
                    "E002",
                    spot,
                    "there is no text \"" + text + "\"",
                    text,
                    Beside.TEXTS.all(reading.folder()));
        } catch (IOException | LessonTrouble e) {
            findings.error("E002", spot, "this text cannot be read: " + e.getMessage());
        }
        return "";
    }
}
