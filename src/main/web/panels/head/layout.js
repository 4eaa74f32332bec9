// Where things stand in the two forms of the picture, in CSS pixels. Lines: two columns of tokens. Map: a matrix with its tokens at the edges.

const ROW = { most: 28, least: 22, all: 560 }; // they stand closer where there are many
const LETTER = 7.8; // JetBrains Mono at 13 px
const TOKEN = { least: 44, most: 150 };
const BARS = { roomy: 116, tight: 0 };
const LINES = { least: 72, most: 560 };
const READABLE = 9; // pixels of a letter's height

/** The widest label of a column, in CSS pixels. */
export const widest = (line, unit) => Math.max(0, ...line.map(({ label }) => Array.from(label).length)) * LETTER * unit + 14 * unit;

/** width: of the picture; rows, columns: lines (arrange.js); zoom: 1 is the size of reading. */
export function lineLayout({ width, rows, columns, unit, zoom }) {
  const count = Math.max(rows.length, columns.length);
  const row = Math.max(1.5, Math.max(ROW.least, Math.min(ROW.most, ROW.all / count)) * unit * zoom);
  const bars = (width >= 560 * unit ? Math.min(BARS.roomy * unit, width * 0.16) : BARS.tight);
  const room = (width - 2 * bars - LINES.least * unit) / 2;
  const token = (line) => Math.min(Math.max(widest(line, unit), TOKEN.least * unit), TOKEN.most * unit, room);
  const [left, right] = [token(rows), token(columns)];
  const lines = Math.min(LINES.most * unit, width - 2 * bars - left - right);
  const start = (width - lines - left - right - 2 * bars) / 2;
  return {
    form: 'lines', width, unit, row, count, height: row * count,
    type: letters(row, unit),
    leftBars: { x: start, width: Math.max(0, bars - 10 * unit) },
    left: { x: start + bars, width: left },
    lines: { from: start + bars + left + 5 * unit, to: start + bars + left + lines - 5 * unit },
    right: { x: start + bars + left + lines, width: right },
    rightBars: { x: start + bars + left + lines + right + 10 * unit, width: Math.max(0, bars - 10 * unit) },
  };
}

/** The size of letters in a row, or 0 where they could not be read. */
function letters(row, unit) {
  const size = Math.min(13 * unit, row * 0.78);
  return size < READABLE * unit ? 0 : size;
}

export function mapLayout({ width, rows, columns, unit, zoom }) {
  const edge = (line) => Math.min(Math.max(widest(line, unit) + 6 * unit, 36 * unit), 120 * unit);
  const left = edge(rows);
  const fit = (width - left) / columns.length;
  const cell = Math.max(1, Math.min(28 * unit, Math.max(2 * unit, fit)) * zoom);
  const top = letters(cell, unit) ? edge(columns) : 24 * unit;
  return {
    form: 'map', unit, cell, left, top, type: letters(cell, unit), rows: rows.length, columns: columns.length,
    width: left + cell * columns.length, height: top + cell * rows.length,
  };
}

/** The middle of a row of tokens. */
export const middle = (at, place) => (place + 0.5) * at.row;

/** What lies at a point of the lines: { side, place } or null. */
export function tokenAt(at, { rows, columns }, x, y) {
  const place = Math.floor(y / at.row);
  const split = (at.lines.from + at.lines.to) / 2;
  const near = (at.lines.to - at.lines.from) * 0.12;
  if (place < 0 || (x > at.lines.from + near && x < at.lines.to - near)) return null;
  const side = x < split ? 'query' : 'key';
  return place < (side === 'query' ? rows : columns).length ? { side, place } : null;
}

/** What lies at a point of the map: { row, column }, either null over an edge; or null. */
export function cellAt(at, x, y) {
  const row = Math.floor((y - at.top) / at.cell);
  const column = Math.floor((x - at.left) / at.cell);
  if (row >= at.rows || column >= at.columns || (row < 0 && column < 0)) return null;
  return { row: row < 0 ? null : row, column: column < 0 ? null : column };
}
