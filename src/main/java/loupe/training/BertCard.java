package loupe.training;

import java.util.Locale;

/** The README of a trained BERT: what it learnt from and how, and what it cannot do. */
record BertCard(BertPlan plan, Corpus corpus) {

    String text(Run run) {
        return String.join("\n", head(run), data(), settings(run), limits());
    }

    private String head(Run run) {
        return say(
                """
                # A small BERT for lessons

                An encoder with BERT's architecture and %,d parameters, trained from random weights by Loupe's
                own trainer (`installer/run train bert`) to guess hidden words and whether one text follows
                another; both heads are kept. It is small enough to be looked through and large enough to have
                something to see. It is not `bert-base-uncased`.

                | file | what it is |
                |---|---|
                | `model.safetensors` | weights in float16 under the names that the Hugging Face hub has for `BertForPreTraining`; words are guessed with the matrix of their embeddings |
                | `config.json` | the shape |
                | `tokenizer.json`, `tokenizer_config.json`, `vocab.txt` | WordPiece, lower case, %,d tokens, learnt from the same texts |
                """,
                run.learner().size(), plan.shape().vocabulary());
    }

    private String data() {
        StringBuilder titles = new StringBuilder();
        corpus.books().forEach(book -> titles.append("- ").append(book.title()).append('\n'));
        BertRecipe recipe = plan.recipe();
        return say(
                """
                ## What it learnt from

                - sentences from Loupe's own grammar (`loupe.sentences`), among them reviews of films: %.0f %% of the
                  texts. What is held out shares no filling of a template with what is learnt from.
                - pieces of books, %.0f %%, and %.0f %% in the last 18 %% of the run:

                %s
                - copies, %.0f %%: a piece of a book or of random tokens as first and as second text, hidden in one of
                  them. Heads that look at neighbours grow from these.

                Of each book the last twentieth was held out: never learnt from, only measured on. Half of all
                pairs go on, the others have another second text; a quarter of the generated passages stay whole.
                """,
                100 * (1 - recipe.books() - recipe.copies()),
                100 * recipe.books(),
                100 * recipe.lateBooks(),
                titles.toString().replaceAll("(?m)^- ", "  - "),
                100 * recipe.copies());
    }

    private String settings(Run run) {
        return "## How\n\n| setting | value |\n|---|---|\n" + fromPlan() + fromRun(run);
    }

    private String fromPlan() {
        Shape shape = plan.shape();
        return say(
                """
                | layers, heads a layer, width, inner width, context | %d, %d, %d, %d, %d |
                | tokens a step | at least %,d, in texts of up to %d tokens for the first %.0f %% of the run, then of up to %d |
                | to be told | 15 to 45 %% of the tokens of a book's text, 20 %% of those of sentences: of ten, eight are hidden behind `[MASK]`, one becomes another and one stays |
                | pronouns | where the grammar knows what a pronoun stands for, three of four are asked for: hidden themselves, or, in seven of ten cases, left to see and asked for the word they stand for; after 30 %% of the run more of the passages have such pronouns (%.0f %% instead of %.0f %%), and that question weighs as much as %.0f hidden words |
                | start | normal numbers, deviation 0.02 for tokens, 0.08 for special ones, and 0.02 times the root of 768 / width in linear layers; positions as sines and cosines; the last head of layer %d at rest on `[SEP]`: part of its query asks for that token's key |
                """,
                shape.layers(),
                shape.heads(),
                shape.width(),
                BertFiles.INNER * shape.width(),
                shape.context(),
                plan.recipe().tokensPerStep(),
                plan.stage(0).length(),
                100 * plan.recipe().shortPart(),
                plan.stage(1).length(),
                100 * plan.stage(1).pronouns(),
                100 * plan.stage(0).pronouns(),
                plan.stage(1).reference(),
                shape.layers() / 2);
    }

    private String fromRun(Run run) {
        return say(
                """
                | optimiser | AdamW, betas %.2f and %.2f, weight decay %.2f on the matrices of linear layers for the first 52 %% of the run and none after, gradients clipped to a norm of 1 |
                | learning rate | up to %s over the first %.0f %%, then a half cosine down to a twentieth |
                | budget, seed, parts of a step | %s, %d, %d |
                | steps, tokens | %,d, %,d |
                | time | %s |
                """,
                AdamW.BETA_1,
                AdamW.BETA_2,
                AdamW.DECAY,
                plan.recipe().rate().peak(),
                100 * plan.recipe().rate().warmUp(),
                plan.budget().words(),
                plan.seed(),
                plan.parts(),
                run.steps(),
                run.tokens(),
                run.time());
    }

    private static String limits() {
        return """
                ## Limits

                The head that looks from pronouns at what they stand for grew from that question, which BERT was
                never asked; where the program shows what stands behind a pronoun that is not hidden, the guess is
                often that word. The head at rest on `[SEP]` was started so and stayed so; BERT's came by themselves.

                It knows the words of its sentences well and those of the books a little; a word that it has not
                met is only pieces to it. Its sentences come from a grammar of a few hundred words, and on
                them it is much better than on what people write. Whether one text follows another it tells by
                names and things that come back, not by sense. It repeats the views of the time its books come
                from. It is made to be looked into, not to be used.
                """;
    }

    private static String say(String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }
}
