// Where things stand in the picture, in CSS pixels. Rows are tokens; the same rows serve both columns.

const TOKEN_MIN = 56;
const TOKEN_MAX = 148;
const BARS = 112; // a weight as bar and number
const SPREAD = 920; // the closed picture does not grow beyond this: longer lines are harder to follow
const FAN = 36;
const GAP = 12;

// The columns of an open computation (strip: a vector, at least): with bars, or with numbers alone where there is little room.
const ROOMY = { token: 76, score: 72, softmax: 92, strip: 64 };
const TIGHT = { token: 56, score: 50, softmax: 52, strip: 42 };

/**
 * width: of the picture; row: height of a row; count: tokens; unit: pixels per design pixel;
 * tokenWidth: of the widest token; open: whether the computation is shown.
 */
export function layout({ width, row, count, unit, tokenWidth, open }) {
  const common = { row, count, unit, width, height: row * count, open };
  return open ? { ...common, ...opened(width, unit) } : { ...common, ...closed(width, unit, tokenWidth) };
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

const least = ({ token, score, softmax, strip }) => 2 * token + FAN + 4 * GAP + score + softmax + 2 * strip;

function opened(width, unit) {
  const sizes = width / unit < least(ROOMY) ? TIGHT : ROOMY;
  const [token, score, softmax] = [sizes.token, sizes.score, sizes.softmax].map((size) => size * unit);
  const [fan, gap] = [FAN * unit, GAP * unit];
  const total = Math.max(width, least(sizes) * unit);
  const strip = (total - 2 * token - fan - 4 * gap - score - softmax) / 2;
  const k = { x: 2 * token + fan + gap, width: strip };
  const product = { x: k.x + strip + gap, width: strip };
  const scores = { x: product.x + strip + gap, width: score };
  return {
    width: total,
    queries: { x: 0, width: token },
    keys: { x: token + fan, width: token },
    lines: { from: token + 4 * unit, to: token + fan - 4 * unit },
    strips: { k, product, score: scores, softmax: { x: scores.x + score + gap, width: softmax } },
  };
}

/** The middle of a row. */
export function middle(at, index) {
  return (index + 0.5) * at.row;
}

/** The height of rows for `count` tokens in a room kept for `guessed`: a little closer rather than a jump. */
export function rowHeight(count, guessed, unit) {
  const room = guessed * 28;
  return Math.round(Math.min(32, Math.max(22, room / count)) * unit);
}

/** What of an open computation lies at a point: { key, column, dimension } or null. */
export function under(at, size, x, y) {
  const key = Math.floor(y / at.row);
  if (!at.strips || key < 0 || key >= at.count) return null;
  for (const [column, { x: left, width }] of Object.entries(at.strips)) {
    if (x < left || x >= left + width) continue;
    const vector = column === 'k' || column === 'product';
    return { key, column, dimension: vector ? Math.floor(((x - left) / width) * size) : null };
  }
  return null;
}

/** The token whose row and column lie at a point: { side, index } or null. */
export function tokenAt(at, x, y) {
  const index = Math.floor(y / at.row);
  if (index < 0 || index >= at.count) return null;
  if (x <= at.lines.from) return { side: 'query', index };
  const end = at.strips ? at.keys.x + at.keys.width : at.width;
  return x >= at.lines.to && x <= end ? { side: 'key', index } : null;
}

/** The width of the widest token: mono letters are all as wide as each other. */
export function widestToken(texts, unit) {
  return Math.max(0, ...texts.map((text) => Array.from(text).length)) * 7.8 * unit + 16 * unit;
}
