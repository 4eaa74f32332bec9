package loupe.training;

import java.util.Locale;

/** The README of a trained translator; what it is worth is measured and written in afterwards. */
final class TranslatorCard {
    private final TranslatorPlan plan;

    TranslatorCard(TranslatorPlan plan) {
        this.plan = plan;
    }

    String text(Run run) {
        return String.join("\n", head(run), data(), settings(run), limits());
    }

    private String head(Run run) {
        return say(
                """
                # A small translator for lessons

                A translator from English to German with Marian's architecture and %,d parameters, trained
                from random weights by Loupe's own trainer (`installer/run train translator`). It is small
                enough to be looked through. It is none of the OPUS-MT models.

                | file | what it is |
                |---|---|
                | `model.safetensors` | weights in float16 under the names that the Hugging Face hub has for Marian; one table of tokens serves encoder, decoder and output; positions are sines and cosines and not in the file |
                | `config.json` | the shape, and how it writes |
                | `tokenizer.json`, `tokenizer_config.json` | one byte-level byte-pair encoding for both languages, %,d tokens, with `</s>` at the end of a text |
                """,
                run.learner().size(), plan.shape().vocabulary());
    }

    private static String data() {
        return """
        ## What it learnt from

        Pairs of sentences from a grammar in this project (`loupe.sentences.german`), drawn anew at
        every step: some three hundred nouns, verbs and adjectives; gender, the nominative, accusative
        and dative, weak nouns, endings of articles and adjectives, verb second, verb last, split
        prefixes, perfect, future and modal verbs, "nicht" and "kein", questions, relative clauses,
        pronouns with the gender of what they refer to. English "you" is always "du"; the English past
        becomes a German perfect.

        One filling in twenty is held out: all sentences with the same nouns, verbs and adjectives in
        whatever number, person or tense. "She sees the small elephant." is held out.
        """;
    }

    private String settings(Run run) {
        Shape shape = plan.shape();
        return say(
                """
                ## How

                | setting | value |
                |---|---|
                | layers, heads a layer, width, inner width, longest text | %d and %d, %d, %d, %d, %d tokens |
                | a step | %d pairs of about the same length; the decoder is given the right beginning |
                | optimiser | AdamW, betas %.2f and %.2f, weight decay %.2f on the matrices of linear layers, gradients clipped to a norm of 1 |
                | learning rate | up to %s over the first %.0f %%, then a half cosine down to a twentieth |
                | budget, seed | %s, %d |
                | steps, tokens read and written | %,d, %,d |
                | time | %s |
                | mean loss of the last steps | %.3f nats a token |
                """,
                shape.layers(),
                shape.layers(),
                shape.heads(),
                shape.width(),
                TranslatorFiles.inner(shape),
                shape.context(),
                plan.pairs(),
                AdamW.BETA_1,
                AdamW.BETA_2,
                AdamW.DECAY,
                plan.rate().peak(),
                100 * plan.rate().warmUp(),
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

        It knows the words of its grammar and nothing else: another word comes out as some word that it
        knows, or as none at all. It has seen one clause or two, never a paragraph. What its sentences
        say is nonsense as often as not. It is made to be looked into, not to be used.
        """;
    }

    private static String say(String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }
}
