package loupe.vocabulary;

/** Two neighbouring tokens, by id, that become one. */
record Merge(int left, int right) {}
