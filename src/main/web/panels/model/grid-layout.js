// Where the thumbnails stand: a row for each layer, a column for each head, in CSS pixels.

const AXIS = 28; // room for the numbers of layers and heads
const GAP = 4;
const MOST = 132; // a thumbnail does not grow beyond this
const LEAST = 26;

/** width: of the picture; layers, heads: the numbers that are shown; unit: pixels per design pixel. */
export function gridLayout({ width, layers, heads, unit }) {
  const axis = AXIS * unit;
  const gap = GAP * unit;
  const room = (width - axis) / heads.length - gap;
  const side = Math.floor(Math.max(LEAST * unit, Math.min(MOST * unit, room)));
  const step = side + gap;
  return { axis, side, step, layers, heads, width: axis + heads.length * step, height: axis + layers.length * step };
}

/** The place of the thumbnail in that row and column. */
export function cellAt({ axis, side, step }, row, column) {
  return { x: axis + column * step, y: axis + row * step, width: side, height: side };
}

/** Which layers or heads "0-3, 7" names; all of them for "" and "all"; null for what cannot be read or is not there. */
export function numbersIn(text, count) {
  const all = Array.from({ length: count }, (_, i) => i);
  if (/^\s*(all)?\s*$/i.test(text)) return all;
  const chosen = new Set();
  for (const part of text.split(',')) {
    const found = /^\s*(\d{1,4})\s*(?:[-–]\s*(\d{1,4})\s*)?$/.exec(part);
    if (!found) return null;
    const [from, to] = [Number(found[1]), Number(found[2] ?? found[1])];
    if (to < from || to >= count) return null;
    for (let i = from; i <= to; i += 1) chosen.add(i);
  }
  return all.filter((i) => chosen.has(i));
}

/** Where the arrow keys lead among the thumbnails: { row, column }, or null when the key means nothing here. */
export function step({ row, column }, key, { rows, columns }) {
  const to = (r, c) => ({ row: Math.min(rows - 1, Math.max(0, r)), column: Math.min(columns - 1, Math.max(0, c)) });
  switch (key) {
    case 'ArrowUp':
      return to(row - 1, column);
    case 'ArrowDown':
      return to(row + 1, column);
    case 'ArrowLeft':
      return to(row, column - 1);
    case 'ArrowRight':
      return to(row, column + 1);
    case 'Home':
      return to(row, 0);
    case 'End':
      return to(row, columns - 1);
    case 'PageUp':
      return to(0, column);
    case 'PageDown':
      return to(rows - 1, column);
    default:
      return null;
  }
}
