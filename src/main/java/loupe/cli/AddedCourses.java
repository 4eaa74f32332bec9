package loupe.cli;

import loupe.answer.AnswerPlace;
import loupe.library.Library;

/** The courses that were added on this computer, for commands. */
final class AddedCourses {
    private AddedCourses() {}

    static Library here() {
        return new Library(
                AnswerPlace.ofThisComputer().data().resolve("courses"), CourseWords.here());
    }
}
