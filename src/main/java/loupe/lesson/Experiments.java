package loupe.lesson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;

/** Reads a lesson's experiments and puts their places into the tree. */
final class Experiments {
    private static final Set<String> TEXTS =
            Set.of(
                    "view",
                    "model",
                    "text",
                    "target",
                    "weights",
                    "display",
                    "compare",
                    "kind",
                    "filter",
                    "weighting",
                    "word",
                    "layers",
                    "shown",
                    "measured",
                    "sort",
                    "caption",
                    "fallback");
    private static final Set<String> COUNTS = Set.of("layer", "head", "seed");
    private static final Set<String> COUNT_LISTS = Set.of("heads");
    private static final Set<String> LISTS = Set.of("texts", "pair", "allow");

    private final Reading reading;
    private final Findings findings;
    private final List<String> preferred;

    /**
     * {@code preferred} are the lesson's own models: the first is an experiment's if it names none.
     */
    Experiments(Reading reading, List<String> preferred) {
        this.reading = reading;
        this.findings = reading.findings();
        this.preferred = preferred.isEmpty() ? reading.models() : preferred;
    }

    /** Every experiment that can be read, in the order of the lesson. */
    List<Experiment> place(Node root) {
        List<Experiment> experiments = new ArrayList<>();
        for (FencedCodeBlock fence : Tree.nodes(root, FencedCodeBlock.class)) {
            if (ExperimentBlock.isMeant(fence)) {
                read(fence)
                        .ifPresent(
                                experiment -> {
                                    experiments.add(experiment);
                                    fence.insertAfter(new ExperimentBlock(experiment));
                                    fence.unlink();
                                });
            }
        }
        return experiments;
    }

    private Optional<Experiment> read(FencedCodeBlock fence) {
        List<SourceSpan> spans = fence.getSourceSpans();
        int line = spans.get(0).getLineIndex();
        Optional<String> id = id(line);
        int column = spans.size() > 1 ? spans.get(1).getColumnIndex() : 0;
        Optional<YamlMap> map =
                new Yaml(reading.source(), line + 1, column, findings).read(fence.getLiteral());
        if (id.isEmpty()) {
            return Optional.empty();
        }
        Optional<Map<String, Object>> settings = map.flatMap(this::settings);
        if (settings.isEmpty()) {
            reading.unreadable(id.get());
        }
        return settings.map(each -> new Experiment(id.get(), each));
    }

    private Optional<String> id(int line) {
        String text = reading.source().line(line);
        int end = text.indexOf("experiment") + "experiment".length();
        Attributes attributes = Attributes.read(text, end);
        reading.tell(attributes.faults(), line);
        for (Attributes.Attribute each : attributes.all()) {
            Spot spot = reading.source().spot(line, each.column(), each.name().length());
            String message = "\"" + each.name() + "\" is not an attribute of experiment";
            findings.error("D004", spot, message, "write it below, as \"name: value\"");
        }
        if (attributes.id().isEmpty()) {
            return Optional.of(reading.free("experiment"));
        }
        int width = attributes.id().length() + 1;
        Spot spot = reading.source().spot(line, attributes.idColumn(), width);
        return reading.take(attributes.id(), spot)
                ? Optional.of(attributes.id())
                : Optional.empty();
    }

    private Optional<Map<String, Object>> settings(YamlMap map) {
        Set<String> known = new TreeSet<>(TEXTS);
        known.addAll(COUNTS);
        known.addAll(COUNT_LISTS);
        known.addAll(LISTS);
        map.refuseOthers("E006", known, "an experiment");
        Optional<String> view = view(map);
        Map<String, Object> settings = new LinkedHashMap<>();
        for (String name : map.values().keySet()) {
            if (TEXTS.contains(name)) {
                map.text(name, false).ifPresent(text -> settings.put(name, text));
            } else if (COUNTS.contains(name)) {
                map.count(name).ifPresent(count -> settings.put(name, count));
            } else if (COUNT_LISTS.contains(name)) {
                settings.put(name, map.counts(name));
            } else if (LISTS.contains(name)) {
                settings.put(name, map.texts(name));
            }
        }
        if (!settings.containsKey("model")) {
            preferred.stream().findFirst().ifPresent(each -> settings.put("model", each));
        }
        settings.put("models", preferred);
        Map<String, Object> checked = new ExperimentRules(reading).check(map, settings);
        return view.map(each -> checked);
    }

    private Optional<String> view(YamlMap map) {
        Optional<String> view = map.required("view");
        if (view.isPresent() && !reading.vocabulary().views().contains(view.get())) {
            String message = "there is no view called \"" + view.get() + "\"";
            Spot spot = map.entry("view").orElseThrow().valueSpot();
            findings.unknown("E003", spot, message, view.get(), reading.vocabulary().views());
            return Optional.empty();
        }
        return view;
    }
}
