// Where the keyboard goes: up and down between tokens, left and right between the columns and, in an open computation, through the dimensions.

/**
 * place: { side: 'query' | 'key', index, dimension: number or null }; bounds: { counts: { query, key }, steps: cells to walk through, 0 while
 * nothing is open }. Returns the next place, or null when the key means nothing here.
 */
export function move(place, key, { counts, steps }) {
  const count = counts[place.side];
  const to = (index) => ({ ...place, index: Math.min(count - 1, Math.max(0, index)) });
  switch (key) {
    case 'ArrowUp':
      return to(place.index - 1);
    case 'ArrowDown':
      return to(place.index + 1);
    case 'PageUp':
      return to(place.index - 10);
    case 'PageDown':
      return to(place.index + 10);
    case 'Home':
      return to(0);
    case 'End':
      return to(count - 1);
    case 'ArrowRight':
      return right(place, counts, steps);
    case 'ArrowLeft':
      return left(place, counts);
    default:
      return null;
  }
}

function right(place, counts, steps) {
  if (place.side === 'query') return { side: 'key', index: Math.min(counts.key - 1, place.index), dimension: null };
  if (steps === 0) return place;
  return { ...place, dimension: place.dimension === null ? 0 : Math.min(steps - 1, place.dimension + 1) };
}

function left(place, counts) {
  if (place.side === 'query') return place;
  if (place.dimension === null) return { side: 'query', index: Math.min(counts.query - 1, place.index), dimension: null };
  return { ...place, dimension: place.dimension === 0 ? null : place.dimension - 1 };
}
