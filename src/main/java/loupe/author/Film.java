package loupe.author;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import loupe.lesson.Course;
import loupe.lesson.Experiment;
import loupe.lesson.Lesson;

/** The pictures of a course's experiments, taken one lesson after the other. */
final class Film {
    private final Course course;
    private final Camera camera;
    private final ExportProgress progress;
    private final int all;
    private int place;

    Film(Course course, List<Lesson> lessons, Camera camera, ExportProgress progress) {
        this.course = course;
        this.camera = camera;
        this.progress = progress;
        this.all = lessons.stream().mapToInt(each -> each.experiments().size()).sum();
    }

    /** What came of each experiment of a lesson, by its id. */
    Map<String, Camera.Shot> of(Lesson lesson) throws AuthorTrouble, InterruptedException {
        Map<String, Camera.Shot> shots = new LinkedHashMap<>();
        for (Experiment each : lesson.experiments()) {
            place++;
            progress.taking(lesson.id(), each.id(), place, all);
            shots.put(each.id(), camera.take(course, lesson, each));
        }
        return shots;
    }
}
