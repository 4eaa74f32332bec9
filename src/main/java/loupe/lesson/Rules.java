package loupe.lesson;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * What a course lays down for its lessons.
 *
 * @param root the course's folder
 * @param packed whether it was packed for students, so that it has no keys
 */
record Rules(
        Path root,
        String course,
        List<String> models,
        Vocabulary vocabulary,
        Published published,
        boolean packed) {
    Rules {
        Objects.requireNonNull(root);
        Objects.requireNonNull(course);
        models = List.copyOf(models);
        Objects.requireNonNull(vocabulary);
        Objects.requireNonNull(published);
    }
}
