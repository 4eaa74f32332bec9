// Where things stand in the picture, in CSS pixels. Rows are tokens; queries stand in one column, keys in the other.

const TOKEN_MIN = 56;
const TOKEN_MAX = 148;
const BARS = 112; // a weight as bar and number
const SPREAD = 920; // the closed picture does not grow beyond this: longer lines are harder to follow

// The columns of an open computation (strip: a vector, at least): numbers have their bars beside them, or below them where there is little room.
const EDGE = 2; // pixels for the frame of the last number
const ROOMY = { token: 88, fan: 40, gap: 16, score: 96, distance: 88, softmax: 100, strip: 96 };
const WIDEST = 92; // what a column of tokens grows to in an open computation
const TIGHT = { token: 56, fan: 28, gap: 8, score: 58, distance: 48, softmax: 52, strip: 56 };

/**
 * width: of the picture; row: height of a row; counts: { query, key }; unit: pixels per design pixel;
 * tokenWidth: of the widest token; open: null, or { position: whether distances have a column }.
 */
export function layout({ width, row, counts, unit, tokenWidth, open }) {
  const common = { row, counts, unit, width, height: row * Math.max(counts.query, counts.key) };
  return open ? { ...common, ...opened(width, unit, open.position, tokenWidth) } : { ...common, ...closed(width, unit, tokenWidth) };
}

function closed(width, unit, tokenWidth) {
  const spread = Math.min(width, SPREAD * unit);
  const bars = Math.min(BARS * unit, spread * 0.18);
  const token = Math.min(Math.max(tokenWidth, TOKEN_MIN * unit), TOKEN_MAX * unit, spread * 0.24);
  const left = (width - spread) / 2;
  const right = left + spread;
  return {
    queries: { x: left + bars, width: token },
    keys: { x: right - bars - token, width: token },
    lines: { from: left + bars + token + 4 * unit, to: right - bars - token - 4 * unit },
    queryBars: { x: left, width: bars - 8 * unit },
    keyBars: { x: right - bars + 8 * unit, width: bars - 8 * unit },
    strips: null,
  };
}

const fixed = ({ token, fan, gap, score, distance, softmax }, position) =>
  2 * token + fan + 6 * gap + score + softmax + (position ? distance + gap : 0) + EDGE;

/** A column of tokens is as wide as its tokens, as long as the vectors keep their room. */
const withTokens = (sizes, most, room, position) => {
  const spare = Math.max(0, room - fixed(sizes, position) - 4 * sizes.strip) / 2;
  return { ...sizes, token: Math.max(sizes.token, Math.min(most, sizes.token + spare, WIDEST)) };
};

function opened(width, unit, position, tokenWidth) {
  const roomy = width / unit >= fixed(ROOMY, position) + 4 * ROOMY.strip;
  const sizes = withTokens(roomy ? ROOMY : TIGHT, tokenWidth / unit, width / unit, position);
  const total = Math.max(width, (fixed(sizes, position) + 4 * sizes.strip) * unit);
  const strip = (total - fixed(sizes, position) * unit) / 4;
  const token = sizes.token * unit;
  const lines = { from: token + 4 * unit, to: token + (sizes.fan - 4) * unit };
  const columns = [
    ['k', strip], ['product', strip], ['score', sizes.score * unit],
    ...(position ? [['distance', sizes.distance * unit]] : []),
    ['softmax', sizes.softmax * unit], ['v', strip], ['part', strip],
  ];
  const strips = {};
  let x = 2 * token + sizes.fan * unit;
  for (const [name, wide] of columns) {
    x += sizes.gap * unit;
    strips[name] = { x, width: wide };
    x += wide;
  }
  return { width: total, roomy, queries: { x: 0, width: token }, keys: { x: token + sizes.fan * unit, width: token }, lines, strips };
}

const VECTORS = new Set(['k', 'product', 'v', 'part']);

/** Whether a column shows vectors, a cell for each dimension. */
export const isVector = (column) => VECTORS.has(column);

/** The middle of a row. */
export function middle(at, index) {
  return (index + 0.5) * at.row;
}

/** The rows in sight: [first, last]. */
export function inSight({ row }, count, top, room) {
  return [Math.max(0, Math.floor(top / row)), Math.min(count - 1, Math.ceil((top + room) / row))];
}

/** The height of rows for `count` tokens in a room kept for `guessed`: a little closer rather than a jump; zoom only where there are many. */
export function rowHeight(count, guessed, unit, zoom = 1) {
  const room = guessed * 28;
  const height = Math.min(32, Math.max(22, room / count)) * unit;
  return Math.max(4 * unit, Math.round(height * zoom));
}

/** What of an open computation lies at a point: { key: its row, column, dimension } or null. */
export function under(at, size, x, y) {
  const key = Math.floor(y / at.row);
  if (!at.strips || key < 0 || key >= at.counts.key) return null;
  for (const [column, { x: left, width }] of Object.entries(at.strips)) {
    if (x < left || x >= left + width) continue;
    return { key, column, dimension: isVector(column) ? Math.floor(((x - left) / width) * size) : null };
  }
  return null;
}

/** The token whose row and column lie at a point: { side, index } or null. */
export function tokenAt(at, x, y) {
  const index = Math.floor(y / at.row);
  const end = at.strips ? at.keys.x + at.keys.width : at.width;
  const side = x <= at.lines.from ? 'query' : x >= at.lines.to && x <= end ? 'key' : null;
  return side && index >= 0 && index < at.counts[side] ? { side, index } : null;
}

/** The cell of a heat map at a point: { query, key }, or null. */
export function mapCellAt(at, x, y) {
  const { from, to } = at.lines;
  const query = Math.floor(y / at.row);
  if (x < from || x >= to || query < 0 || query >= at.counts.query) return null;
  return { query, key: Math.floor(((x - from) / (to - from)) * at.counts.key) };
}

/** How many letters the longest of these texts has. */
export const longest = (texts) => texts.reduce((most, text) => Math.max(most, Array.from(text).length), 0);

/** The width of a token of so many letters: in mono all are as wide as each other. */
export const tokenWidth = (letters, unit) => letters * 7.8 * unit + 16 * unit;
