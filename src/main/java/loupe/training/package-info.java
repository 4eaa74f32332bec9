/**
 * Trains the course models, on the desk and in a lesson. Start with {@link loupe.training.Trainer}.
 */
package loupe.training;
