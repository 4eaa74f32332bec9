// The numbers of one run, fetched when they come on the screen and kept as long as the run is shown.

/** A look-up for the numbers of a place ("attn.3") and a head; each is asked for once, through `fetching(run, place, head)`. */
export function grids(run, fetching) {
  const kept = new Map();
  return function numbersOf(place, head) {
    const key = `${place}/${head}`;
    if (!kept.has(key)) {
      const coming = fetching(run, place, head);
      coming.catch(() => kept.delete(key)); // a trouble is not worth keeping
      kept.set(key, coming);
    }
    return kept.get(key);
  };
}
