/** Trains the course models, on the desk and in a lesson. */
package loupe.training;
