package loupe.evaluation;

/**
 * Where one attention head of a model that reads both ways looks, as mean attention from 0 to 1, on
 * held-out generated passages: from every token that is no mark to all {@code [SEP]} together, to
 * the next token, to the one before, to itself. And of how many pronouns the word it looks at most
 * is the one the pronoun stands for, 0 to 1. Layer and head count from 0.
 */
record ReaderHead(
        int layer,
        int head,
        double separator,
        double next,
        double previous,
        double same,
        double antecedent) {}
