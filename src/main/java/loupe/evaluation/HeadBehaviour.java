package loupe.evaluation;

/**
 * Where one attention head looks, as mean attention from 0 to 1: on held-out text, to the token
 * before, to the token itself, to the first token of all; on random tokens said twice, to the token
 * after the earlier occurrence (the induction score of Olsson et al. 2022). Layer and head count
 * from 0.
 */
record HeadBehaviour(
        int layer, int head, double previous, double same, double first, double induction) {}
