package loupe.training;

/**
 * How a BERT learns.
 *
 * @param tokensPerStep at least so many, padding left out
 * @param rate the learning rate
 * @param shortPart part of the run that is spent on short texts
 * @param books part of the texts that come from books
 * @param copies part of the texts that are said twice; the rest are generated sentences
 */
record BertRecipe(
        int tokensPerStep, WarmCosine rate, double shortPart, double books, double copies) {

    /** The course model's. */
    static BertRecipe course() {
        return new BertRecipe(1_536, new WarmCosine(1.5e-3, 0.05), 0.8, 0.55, 0.06);
    }

    /** The same from a person's own text alone. */
    BertRecipe withoutSentences() {
        return new BertRecipe(tokensPerStep, rate, shortPart, 1 - copies, copies);
    }

    /**
     * Part of the texts that come from books at the end of the run: two of three others do, too.
     */
    double lateBooks() {
        return books + sentences() * 2 / 3;
    }

    /** Part of the texts that are generated sentences. */
    double sentences() {
        double rest = 1 - books - copies;
        return rest < 1e-9 ? 0 : rest;
    }
}
