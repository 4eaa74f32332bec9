package loupe.evaluation;

import java.util.Optional;

/** Measures one of the course models; the same model and books always give the same numbers. */
interface Examiner {

    /**
     * @param books without them, what is measured on books is left out
     */
    Report examine(Subject subject, Optional<Books> books);
}
