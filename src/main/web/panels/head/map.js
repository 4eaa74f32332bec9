// The picture as a map: rows read, columns are read, the mean of the heads by lightness; or, of two pictures, where they differ.

import { ramp, rgb, signedColours } from '../../kit/colours.js';
import { hatchLater } from '../../kit/hatch.js';
import { drawToken } from './tokens-drawn.js';

const SHADES = 256;

/** Weights are lifted, or most cells of a long text would look empty; the drawn scale is lifted the same way. */
export const liftOf = (share) => Math.min(1, Math.max(0, share)) ** 0.5;

/** The colour of a share of the scale. */
export function mapColours(theme) {
  const colours = ramp(theme.surface, theme.attention);
  return (share) => colours(liftOf(share));
}

/** One pixel for each cell, to be drawn as large as it has to be. mean: rows × columns; end: what has the full colour */
export function mapPixels(scene, mean, end, theme) {
  const colour = mapColours(theme);
  const table = Array.from({ length: SHADES }, (_, i) => channels(colour(i / (SHADES - 1))));
  return pixels(scene, (i) => table[Math.min(SHADES - 1, Math.round((mean[i] / end) * (SHADES - 1)))]);
}

/** One pixel for each cell of a signed difference, with the end of its scale. */
export function differencePixels(scene, difference, max, theme) {
  const colour = signedColours(theme, max);
  const table = Array.from({ length: 2 * SHADES + 1 }, (_, i) => channels(colour(((i - SHADES) / SHADES) * max)));
  return pixels(scene, (i) => table[Math.round(Math.min(1, Math.max(-1, difference[i] / max)) * SHADES) + SHADES]);
}

const channels = (colour) => (colour.startsWith('#') ? rgb(colour) : colour.match(/\d+/g).map(Number));

function pixels({ rows, columns }, colourOf) {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [Math.max(1, columns.length), Math.max(1, rows.length)];
  const pen = canvas.getContext('2d');
  const image = pen.createImageData(canvas.width, canvas.height);
  for (let i = 0; i < rows.length * columns.length; i += 1) {
    const [r, g, b] = colourOf(i);
    image.data.set([r, g, b, 255], 4 * i);
  }
  pen.putImageData(image, 0, 0);
  return canvas;
}

/** Draws what stays while the pointer moves. data: { scene, at, pixels, pins, left, top, width, height: the part in sight } */
export function drawMap(pen, data, theme) {
  clipped(pen, 0, 0, data.width, data.height, () => {
    drawCellsInSight(pen, data);
    if (data.scene.stack.causal) drawMask(pen, data, theme);
    drawEdges(pen, data, theme);
  });
}

/** Draws what is pointed at or kept over it: frames, and the tokens they belong to. data also has: { focus, cell } */
export function drawPointed(pen, data, theme) {
  const { at, left, top, width, height } = data;
  clipped(pen, 0, 0, width, height, () => {
    clipped(pen, at.left - 1, at.top - 1, width, height, () => drawMarks(pen, data, theme));
    const marked = {
      query: [...placesOf(data, 'query')].filter((row) => row * at.cell >= top - at.cell),
      key: [...placesOf(data, 'key')].filter((column) => column * at.cell >= left - at.cell),
    };
    for (const [side, places] of Object.entries(marked)) {
      for (const place of places) drawLabel(pen, data, side, place, data.pins[side].has(place) ? 'kept' : 'here', theme);
    }
  });
}

/** The places of a side that are pointed at. */
function placesOf({ focus, cell }, side) {
  const places = new Set(focus?.side === side ? focus.places : []);
  const pointed = side === 'query' ? cell?.row : cell?.column;
  return pointed === null || pointed === undefined ? places : places.add(pointed);
}

function drawMask(pen, { scene, at, left, top, height }, theme) {
  const rows = [Math.max(0, Math.floor(top / at.cell)), Math.min(at.rows - 1, Math.ceil((top + height) / at.cell))];
  const cells = { left: at.left - left, top: at.top - top, row: at.cell, column: at.cell, unit: at.unit };
  hatchLater(pen, { query: scene.rows, key: scene.columns }, cells, rows, theme);
}

function drawCellsInSight(pen, { at, pixels: source, left, top, width, height }) {
  const first = { column: Math.max(0, Math.floor(left / at.cell)), row: Math.max(0, Math.floor(top / at.cell)) };
  const last = {
    column: Math.min(at.columns, Math.ceil((left + width - at.left) / at.cell)),
    row: Math.min(at.rows, Math.ceil((top + height - at.top) / at.cell)),
  };
  const [w, h] = [last.column - first.column, last.row - first.row];
  if (w <= 0 || h <= 0) return;
  pen.imageSmoothingEnabled = false;
  pen.drawImage(source, first.column, first.row, w, h, at.left + first.column * at.cell - left, at.top + first.row * at.cell - top, w * at.cell, h * at.cell);
}

/** The row and column that are pointed at or kept are framed. */
function drawMarks(pen, data, theme) {
  const { at, left, top } = data;
  pen.strokeStyle = theme.accent;
  pen.lineWidth = theme.unit;
  for (const row of placesOf(data, 'query')) pen.strokeRect(at.left - 0.5, at.top + row * at.cell - top - 0.5, at.columns * at.cell - left + 1, at.cell + 1);
  for (const column of placesOf(data, 'key')) pen.strokeRect(at.left + column * at.cell - left - 0.5, at.top - 0.5, at.cell + 1, at.rows * at.cell - top + 1);
}

/** The tokens stay at the edges while the map scrolls under them. */
function drawEdges(pen, data, theme) {
  const { scene, at, pins, left, top, width, height } = data;
  pen.fillStyle = theme.surface;
  pen.fillRect(0, 0, width, at.top);
  pen.fillRect(0, 0, at.left, height);
  const edge = (side, line, from, room) => {
    for (let place = Math.max(0, Math.floor(from / at.cell)); place < line.length && place * at.cell < from + room; place += 1) {
      const kept = pins[side].has(place);
      if (at.type || kept) drawLabel(pen, data, side, place, kept ? 'kept' : 'faint', theme);
    }
  };
  clipped(pen, 0, at.top, at.left, height - at.top, () => edge('query', scene.rows, top, height - at.top));
  clipped(pen, at.left, 0, width - at.left, at.top, () => edge('key', scene.columns, left, width - at.left));
}

/** A token at its edge: beside its row, or over its column, upright where the columns are wide enough. */
function drawLabel(pen, { scene, at, left, top, width }, side, place, look, theme) {
  const size = at.type || 12 * at.unit;
  const gap = 4 * at.unit;
  const middle = (place + 0.5) * at.cell;
  if (side === 'query') {
    drawToken(pen, scene.rows[place], { x: 0, width: at.left - gap, y: at.top + middle - top, align: 'right', row: Math.max(at.cell, size * 1.4) }, size, look, theme);
    return;
  }
  pen.save();
  pen.translate(at.left + middle - left, at.top - gap);
  if (at.type) {
    pen.rotate(-Math.PI / 2);
    drawToken(pen, scene.columns[place], { x: 0, width: at.top - gap, y: 0, align: 'left', row: Math.max(at.cell, size * 1.4) }, size, look, theme);
  } else {
    const half = 60 * at.unit;
    const x = Math.min(-half, width - (at.left + middle - left) - 2 * half);
    drawToken(pen, scene.columns[place], { x, width: 2 * half, y: -8 * at.unit, align: 'center', row: 18 * at.unit }, size, look, theme);
  }
  pen.restore();
}

function clipped(pen, x, y, width, height, draw) {
  pen.save();
  pen.beginPath();
  pen.rect(x, y, width, height);
  pen.clip();
  draw();
  pen.restore();
}
