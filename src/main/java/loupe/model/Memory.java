package loupe.model;

import ai.djl.ndarray.NDArray;

/** What an encoder made of a text, (B, S, D), and which of it may be looked at. */
record Memory(NDArray states, Mask mask) {}
