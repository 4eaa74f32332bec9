package loupe.training;

import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The README of a trained model: what it learnt from and how, and what it cannot do. What it is
 * worth is measured and added by {@code loupe.evaluation}.
 */
final class ModelCard {

    private final Plan plan;
    private final Corpus corpus;
    private final Texts texts;

    ModelCard(Plan plan, Corpus corpus, Texts texts) {
        this.plan = plan;
        this.corpus = corpus;
        this.texts = texts;
    }

    String text(Run run) {
        return String.join("\n", head(run), data(), settings(run), limits());
    }

    private String head(Run run) {
        return say(
                """
                # A small GPT for lessons

                A language model with GPT-2's architecture and %,d parameters, trained from random weights by
                Loupe's own trainer (`installer/run train gpt`). It is small enough to be looked through and
                large enough to have something to see. It is not GPT-2.

                | file | what it is |
                |---|---|
                | `model.safetensors` | weights in float16 under the names that the Hugging Face hub has for GPT-2; the output head is the token embedding |
                | `config.json` | the shape |
                | `tokenizer.json`, `tokenizer_config.json` | byte-level byte-pair encoding, %,d tokens |
                """,
                run.learner().size(), plan.shape().vocabulary());
    }

    private String data() {
        StringBuilder titles = new StringBuilder();
        corpus.books().forEach(book -> titles.append("- ").append(book.title()).append('\n'));
        return say(
                """
                ## What it learnt from

                %s
                Of each text the last twentieth was held out: never learnt from, only measured on. That leaves
                %,d tokens to learn from and %,d (%,d bytes) held out.
                %s""",
                titles,
                texts.learnt().length,
                texts.heldOut().length,
                texts.heldOutBytes(),
                sentences());
    }

    private String sentences() {
        if (texts.sentences().length == 0) {
            return "";
        }
        return say(
                """

                And from %,d tokens of generated English sentences, one or a few at a time: verbs that agree
                with a subject some words away, pronouns, words with two meanings, lists, negation, names that
                come back, small stories. One in eight fillings of each of their templates was held out. What
                it does well on such sentences it learnt from others of the same form.
                """,
                texts.sentences().length);
    }

    private String settings(Run run) {
        return "## How\n\n| setting | value |\n|---|---|\n" + fromPlan() + fromRun(run);
    }

    private String fromPlan() {
        Shape shape = plan.shape();
        Recipe recipe = plan.recipe();
        return say(
                """
                | layers, heads a layer, width, context | %d, %d, %d, %d |
                | tokens a step | %,d |
                | stages | %s |
                | start | normal numbers, deviation 0.02 for tokens and 0.02 times the root of 768 / width in linear layers, less in those that add to the stream; positions as sines and cosines, the fastest of %.1f radians a position, the slowest %.0f times slower |
                | repeats | a piece of 6 to 32 tokens, half of them random tokens, to the end of the sequence |
                """,
                shape.layers(),
                shape.heads(),
                shape.width(),
                shape.context(),
                recipe.tokensPerStep(),
                stages(),
                Waves.SHORT.fastest(),
                Waves.SHORT.range());
    }

    private String stages() {
        return plan.recipe().stages().stream()
                .map(
                        stage ->
                                say(
                                        "to %.0f %% of the run sequences of %d tokens, %.0f %% repeats, %.0f %% generated sentences, dropout %.2f",
                                        100 * stage.until(),
                                        plan.shape().context() / (stage.shortened() ? 2 : 1),
                                        100 * stage.repeats(),
                                        100 * stage.sentences(),
                                        stage.dropout()))
                .collect(Collectors.joining("; "));
    }

    private String fromRun(Run run) {
        return say(
                """
                | optimiser | AdamW, betas %.2f and %.2f, weight decay %.2f on the matrices of linear layers, gradients clipped to a norm of 1 |
                | learning rate | up to %s over its first %.0f %%, then a half cosine down to a twentieth, of which %s is behind at the end of each stage |
                | budget, seed | %s, %d |
                | steps, tokens | %,d, %,d |
                | time | %s |
                | mean loss of the last steps | %.3f nats a token, repeated sequences and sentences too |
                """,
                AdamW.BETA_1,
                AdamW.BETA_2,
                AdamW.DECAY,
                plan.recipe().rate(),
                100 * plan.recipe().warmUp(),
                plan.recipe().stages().stream()
                        .map(stage -> say("%.0f %%", 100 * stage.fallen()))
                        .collect(Collectors.joining(", ")),
                plan.budget().words(),
                plan.seed(),
                run.steps(),
                run.tokens(),
                run.time(),
                run.loss());
    }

    private static String limits() {
        return """
                ## Limits

                It knows the words of the texts above and little of the world: a name or a thing that they do
                not mention is only letters to it. It tells the next word from short patterns and from what
                stands a few sentences back; it does not reason, and what it says is not to be relied on. It
                repeats the views of the time its texts come from. The end-of-text token is there because
                GPT-2 has one; this model has never seen it. It is made to be looked into, not to be used.
                """;
    }

    private static String say(String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }
}
