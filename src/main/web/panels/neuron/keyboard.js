// Where the keyboard goes: up and down between tokens, left and right between the columns and, in an open computation, through the dimensions.

/**
 * place: { side: 'query' | 'key', index, dimension: number or null }; bounds: { count, size: dimensions, or 0 while nothing is open }.
 * Returns the next place, or null when the key means nothing here.
 */
export function move(place, key, { count, size }) {
  const to = (change) => ({ ...place, ...change });
  const clamp = (index) => Math.min(count - 1, Math.max(0, index));
  switch (key) {
    case 'ArrowUp':
      return to({ index: clamp(place.index - 1) });
    case 'ArrowDown':
      return to({ index: clamp(place.index + 1) });
    case 'PageUp':
      return to({ index: clamp(place.index - 10) });
    case 'PageDown':
      return to({ index: clamp(place.index + 10) });
    case 'Home':
      return to({ index: 0 });
    case 'End':
      return to({ index: count - 1 });
    case 'ArrowRight':
      return right(place, size);
    case 'ArrowLeft':
      return left(place);
    default:
      return null;
  }
}

function right(place, size) {
  if (place.side === 'query') return { side: 'key', index: place.index, dimension: null };
  if (size === 0) return place;
  return { ...place, dimension: place.dimension === null ? 0 : Math.min(size - 1, place.dimension + 1) };
}

function left(place) {
  if (place.side === 'query') return place;
  if (place.dimension === null) return { side: 'query', index: place.index, dimension: null };
  return { ...place, dimension: place.dimension === 0 ? null : place.dimension - 1 };
}
