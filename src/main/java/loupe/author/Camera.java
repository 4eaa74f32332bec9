package loupe.author;

import loupe.lesson.Course;
import loupe.lesson.Experiment;
import loupe.lesson.Lesson;

/** Runs experiments as they are written and takes their pictures, for pages that run nothing. */
public interface Camera {

    /**
     * @throws AuthorTrouble if no pictures can be taken at all
     */
    Shot take(Course course, Lesson lesson, Experiment experiment)
            throws AuthorTrouble, InterruptedException;

    /** What came of one experiment. */
    sealed interface Shot {}

    /**
     * Its picture, as two addresses that hold it.
     *
     * @param light for a light page
     * @param dark for a dark one
     * @param width in CSS pixels
     * @param alt the picture in words
     */
    record Picture(String light, String dark, int width, int height, String alt) implements Shot {}

    /**
     * None.
     *
     * @param why a sentence, or empty where none was wanted
     */
    record Nothing(String why) implements Shot {}
}
