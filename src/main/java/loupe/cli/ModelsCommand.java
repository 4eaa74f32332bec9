package loupe.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import loupe.checkpoint.CheckpointException;
import loupe.hub.Bytes;
import loupe.hub.Hub;
import loupe.hub.LocalModel;
import loupe.lesson.Course;
import loupe.lesson.Experiment;
import loupe.lesson.Lesson;
import loupe.lesson.LessonTrouble;
import loupe.panel.PanelCatalog;
import picocli.CommandLine.Command;

/** What models are here, where, how large, and what each lesson needs. */
@Command(
        name = "models",
        mixinStandardHelpOptions = true,
        description = "Lists the models on this computer, and those that each lesson needs.")
final class ModelsCommand implements Callable<Integer> {

    @Override
    public Integer call() throws CheckpointException, LessonTrouble {
        Path home = Path.of(System.getProperty("loupe.home", "."));
        List<LocalModel> here = new Hub(home).models();
        print(here, Course.open(home.resolve("lessons"), PanelCatalog.ids()), System.out);
        return 0;
    }

    static void print(List<LocalModel> here, Course course, PrintStream out) {
        Map<String, LocalModel> byId =
                here.stream()
                        .collect(
                                Collectors.toMap(
                                        LocalModel::id,
                                        Function.identity(),
                                        (a, b) -> a,
                                        LinkedHashMap::new));
        Set<String> all = new LinkedHashSet<>(byId.keySet());
        all.addAll(course.models());
        course.lessons().forEach(lesson -> all.addAll(needed(lesson)));
        int width = all.stream().mapToInt(String::length).max().orElse(0);
        out.println("Models:");
        for (String id : all) {
            out.println(("  %-" + width + "s  %s").formatted(id, standing(id, byId)));
        }
        out.println("Lessons:");
        for (Lesson lesson : course.lessons()) {
            Set<String> needed = needed(lesson);
            out.printf(
                    "  %s: %s%n",
                    lesson.title(), needed.isEmpty() ? "no model" : String.join(", ", needed));
        }
    }

    private static String standing(String id, Map<String, LocalModel> here) {
        LocalModel model = here.get(id);
        if (model != null && model.whole()) {
            return "%7s  %s".formatted(Bytes.text(model.bytes()), model.path());
        }
        String remedy =
                id.startsWith("course/")
                        ? "should have come with Loupe: install it again"
                        : "installer/run fetch " + id;
        return "%7s  %s".formatted(model == null ? "missing" : "partly", remedy);
    }

    /** The models that its experiments run on, in their order. */
    private static Set<String> needed(Lesson lesson) {
        Set<String> needed = new LinkedHashSet<>();
        for (Experiment experiment : lesson.experiments()) {
            if (experiment.settings().get("model") instanceof String id) {
                needed.add(id);
            }
        }
        return needed;
    }
}
