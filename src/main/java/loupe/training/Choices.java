package loupe.training;

import java.util.Optional;
import loupe.vocabulary.TrainingAdvice;

/**
 * What a person chose of a training run; what was left open is the course model's own.
 *
 * @param parts how many parts each step is cut into, whose gradients add up
 */
public record Choices(Sizes sizes, Optional<Budget> budget, long seed, int parts) {

    /**
     * @throws TrainingAdvice when a step cannot be cut so
     */
    public Choices {
        if (parts < 1 || parts > 1_024) {
            throw new TrainingAdvice("--parts is " + parts + ". Choose a number from 1 to 1,024.");
        }
    }

    /** Sizes of a model, each as it was chosen or open. */
    public record Sizes(
            Optional<Integer> vocabulary,
            Optional<Integer> layers,
            Optional<Integer> heads,
            Optional<Integer> width,
            Optional<Integer> context) {

        /** Nothing chosen. */
        static final Sizes OPEN =
                new Sizes(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());

        /**
         * That shape with what was chosen in its stead.
         *
         * @throws TrainingAdvice when the whole makes no sense
         */
        Shape over(Shape course) {
            return new Shape(
                    vocabulary.orElse(course.vocabulary()),
                    layers.orElse(course.layers()),
                    heads.orElse(course.heads()),
                    width.orElse(course.width()),
                    context.orElse(course.context()));
        }
    }
}
