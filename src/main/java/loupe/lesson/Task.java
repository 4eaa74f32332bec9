package loupe.lesson;

import java.util.Objects;

/** Something to do that can be ticked off: its answer is "done", or nothing. */
public record Task(Stem stem) implements Question {
    /** The answer of a task that was done. */
    public static final String DONE = "done";

    public Task {
        Objects.requireNonNull(stem);
    }

    @Override
    public String label() {
        return "Task";
    }

    @Override
    public String block() {
        return "task";
    }

    @Override
    public String invitation() {
        return "Tick it off";
    }
}
