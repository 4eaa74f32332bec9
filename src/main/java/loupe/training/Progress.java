package loupe.training;

/** Who is told how a training run gets on. Called from the training thread; must be quick. */
public interface Progress {

    /** A remark that stands for itself, such as where a run was taken up again. */
    void remark(String sentence);

    /** Where the run stands; several times a minute. */
    void standing(Standing standing);
}
