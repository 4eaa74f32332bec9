/** The border with the engine: the operations the models share, weights by name, plain matrices. */
package loupe.tensor;
