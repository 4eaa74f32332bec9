package loupe.training;

import java.util.Locale;

/** The README of a sentiment model: what it learnt from and how, and what it cannot do. */
final class SentimentCard {

    private SentimentCard() {}

    /**
     * @param rows reviews in a step
     */
    static String text(Run run, Budget budget, WarmCosine rate, Choices choices, int rows) {
        return String.format(
                Locale.ROOT,
                FORM,
                run.learner().size(),
                budget.words(),
                choices.seed(),
                rows,
                choices.parts(),
                AdamW.DECAY,
                rate.peak(),
                100 * rate.warmUp(),
                run.tokens(),
                run.time());
    }

    private static final String FORM =
            """
            # A small judge of film reviews, for lessons

            `course/bert` with a head over two classes, %,d parameters in all, tuned by Loupe's own trainer
            (`installer/run train sentiment`). It tells whether a sentence praises a film, also where a word is
            turned into its opposite. It is small enough to be looked through; it is no model of what people write.

            | file | what it is |
            |---|---|
            | `model.safetensors` | weights in float16 under the names that the Hugging Face hub has for `BertForSequenceClassification` |
            | `config.json` | the shape; `NEGATIVE` is class 0, `POSITIVE` class 1 |
            | `tokenizer.json`, `tokenizer_config.json`, `vocab.txt` | those of `course/bert` |

            ## What it learnt from

            Reviews of films, a sentence each, from Loupe's own grammar (`loupe.sentences.Reviews`), and what
            `course/bert` had learnt before. Half of them praise. In half of the templates a word is turned into
            its opposite ("is not", "nobody liked", "far from", "without a dull moment"), in others two clauses
            contradict each other ("The plot is dull, but the film is charming."), and the one about the whole film
            decides. What is held out shares no filling of a template with what is learnt from.

            ## How

            | setting | value |
            |---|---|
            | budget, seed | %s, %d |
            | reviews a step, parts of a step | %d, %d |
            | optimiser | AdamW as for `course/bert`, weight decay %.2f, all parameters |
            | learning rate | up to %s over the first %.0f %%, then a half cosine down to a twentieth |
            | tokens | %,d |
            | time | %s |

            ## Limits

            It knows the adjectives and verbs of its grammar, some hundred, and judges by them: praise in words
            that it has not met is luck. It has never seen irony, comparison or more than two clauses. It is made to
            be looked into, not to be used.
            """;
}
