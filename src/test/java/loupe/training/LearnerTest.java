package loupe.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import loupe.model.Batch;
import loupe.model.Gpt2;
import loupe.model.Gpt2Config;
import loupe.model.Trace;
import org.junit.jupiter.api.Test;

class LearnerTest {

    private static final Shape TINY = new Shape(300, 2, 2, 16, 16);
    private static final Gpt2Config CONFIG = GptTask.config(TINY);

    private static Learner learner(long seed) {
        return new Learner(manager -> GptTask.start(TINY, seed, manager));
    }

    /** One sequence of the tokens 0 to 7 and over again: easy to learn. */
    private static Sequences counting() {
        long[][] rows = new long[4][17];
        boolean[][] counts = new boolean[4][16];
        for (int row = 0; row < 4; row++) {
            for (int i = 0; i < 17; i++) {
                rows[row][i] = (row + i) % 8;
            }
            Arrays.fill(counts[row], row, 16, true);
        }
        return new Sequences(rows, counts);
    }

    private static List<MicroBatch> whole() {
        return inParts(1);
    }

    private static List<MicroBatch> inParts(int number) {
        return counting().parts(number).stream()
                .<MicroBatch>map(
                        sequences -> new GptTask.Some(CONFIG, sequences, new Dropout(0, 1)))
                .toList();
    }

    @Test
    void theFirstLossIsThatOfGuessing() {
        try (Learner learner = learner(1)) {
            assertEquals(Math.log(300), learner.step(1, 0, 0.1, whole()), 0.1);
        }
    }

    @Test
    void theLossOfAnEasySequenceFallsToNearlyNothing() {
        try (Learner learner = learner(1)) {
            double loss = 0;
            for (int step = 1; step <= 200; step++) {
                loss = learner.step(step, 0.01, 0.1, whole());
            }
            assertTrue(loss < 0.1, "loss " + loss);
        }
    }

    @Test
    void aStepOnTheSameTextMovesTheSameWay() {
        try (Learner one = learner(3);
                Learner other = learner(3)) {
            for (int step = 1; step <= 3; step++) {
                assertEquals(
                        one.step(step, 0.01, 0.1, whole()),
                        other.step(step, 0.01, 0.1, whole()),
                        0.0);
            }
        }
    }

    /** The steepest weight of each parameter is moved a little both ways. */
    @Test
    void gradientsAreTheSlopesOfTheLoss() {
        try (Learner learner = learner(1);
                NDManager scope = learner.manager().newSubManager()) {
            Map<String, NDArray> gradients = learner.slopes(whole(), scope).gradients();
            learner.parameters()
                    .forEach(
                            (name, parameter) -> {
                                float[] gradient = gradients.get(name).toFloatArray();
                                int at = steepest(gradient);
                                double up = lossBeside(learner, parameter, at, 0.01f);
                                double down = lossBeside(learner, parameter, at, -0.01f);
                                assertEquals((up - down) / 0.02, gradient[at], 2e-3, name);
                            });
        }
    }

    /** The rows count unequally many tokens, so that a mean of means would be another number. */
    @Test
    void gradientsOfPartsAddUpToThatOfTheWholeStep() {
        try (Learner learner = learner(1);
                NDManager scope = learner.manager().newSubManager()) {
            Learner.Slopes one = learner.slopes(whole(), scope);
            Map<String, float[]> wanted = new LinkedHashMap<>();
            one.gradients().forEach((name, slope) -> wanted.put(name, slope.toFloatArray()));
            one.gradients().values().forEach(slope -> slope.muli(0));
            for (int number : new int[] {2, 3, 4}) {
                Learner.Slopes parts = learner.slopes(inParts(number), scope);
                assertEquals(one.loss(), parts.loss(), 1e-5);
                parts.gradients()
                        .forEach(
                                (name, slope) ->
                                        assertArrayEquals(
                                                wanted.get(name), slope.toFloatArray(), 1e-5f));
                parts.gradients().values().forEach(slope -> slope.muli(0));
            }
        }
    }

    private static int steepest(float[] gradient) {
        int steepest = 0;
        for (int i = 0; i < gradient.length; i++) {
            steepest = Math.abs(gradient[i]) > Math.abs(gradient[steepest]) ? i : steepest;
        }
        return steepest;
    }

    private static double lossBeside(Learner learner, NDArray parameter, int at, float step) {
        try (NDManager scope = learner.manager().newSubManager()) {
            float[] move = new float[Math.toIntExact(parameter.size())];
            move[at] = step;
            NDArray moved = scope.create(move, parameter.getShape());
            parameter.addi(moved);
            double loss = whole().get(0).loss(learner.weights(scope), scope).getFloat();
            parameter.subi(moved);
            return loss;
        }
    }

    /**
     * Whatever a forward pass leaves to the collector must not be what the backward pass reads:
     * memory that Java frees between the two is filled with other numbers here.
     */
    @Test
    void gradientsDoNotDependOnTheGarbageCollector() {
        try (Learner learner = learner(1)) {
            double calm = gradient(learner, false);
            for (int time = 0; time < 5; time++) {
                assertEquals(calm, gradient(learner, true), 0.0);
            }
        }
    }

    private static double gradient(Learner learner, boolean collect) {
        Map<String, NDArray> parameters = learner.parameters();
        NDArray watched = parameters.get("h.0.attn.c_attn.weight");
        try (NDManager scope = learner.manager().newSubManager()) {
            watched.setRequiresGradient(true);
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                NDArray ids = scope.create(counting().told()).reshape(4, 16); // (B, T)
                NDArray loss =
                        new Gpt2(CONFIG, learner.weights(scope))
                                .forward(Batch.of(ids), Trace.nothing())
                                .square()
                                .sum(); // ()
                if (collect) {
                    System.gc();
                    for (int i = 0; i < 20_000; i++) {
                        ByteBuffer.allocateDirect(4).putFloat(0, Float.NaN);
                    }
                }
                collector.backward(loss);
            }
            NDArray gradient = watched.getGradient();
            gradient.attach(scope);
            double sum = gradient.abs().sum().getFloat();
            gradient.muli(0);
            watched.setRequiresGradient(false);
            return sum;
        }
    }
}
