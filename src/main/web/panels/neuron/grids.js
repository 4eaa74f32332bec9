// The numbers of one run, fetched when they come on the screen; those that were asked for last are kept.

const MOST = 12_000_000; // numbers

/** A look-up for the numbers of a place ("attn.3") and a head; each is asked for once, through `fetching(run, place, head)`. */
export function grids(run, fetching) {
  const kept = new Map(); // key to { coming, size }
  let size = 0;

  return function numbersOf(place, head) {
    const key = `${place}/${head}`;
    if (!kept.has(key)) {
      const entry = { coming: fetching(run, place, head), size: 0 };
      kept.set(key, entry);
      entry.coming.then((numbers) => arrived(entry, numbers.length), () => kept.delete(key)); // a trouble is not worth keeping
    }
    return kept.get(key).coming;
  };

  /** Lets the oldest go where there are too many. */
  function arrived(newest, count) {
    newest.size = count;
    size += count;
    for (const [key, entry] of kept) {
      if (size <= MOST || entry === newest) return;
      kept.delete(key);
      size -= entry.size;
    }
  }
}
