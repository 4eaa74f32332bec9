/**
 * What the course models are worth: their numbers measured on text they never saw, beside what was
 * wanted of them. Start with {@link loupe.evaluation.Evaluation}; a model's numbers are an {@link
 * loupe.evaluation.Examiner}.
 */
package loupe.evaluation;
