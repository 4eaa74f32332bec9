// The picture as a map: rows read, columns are read, the mean of the heads by lightness; or, of two pictures, where they differ.

import { ramp, rgb, signedColours } from '../../kit/colours.js';
import { meanOf } from './scene.js';
import { drawToken } from './tokens-drawn.js';

const SHADES = 256;

/** Weights are lifted, or most cells of a long text would look empty; the drawn scale is lifted the same way. */
export const liftOf = (share) => Math.min(1, Math.max(0, share)) ** 0.5;

/** The colour of a share of the scale. */
export function mapColours(theme) {
  const colours = ramp(theme.surface, theme.attention);
  return (share) => colours(liftOf(share));
}

/** One pixel for each cell, to be drawn as large as it has to be. */
export function mapPixels(scene, theme) {
  const colour = mapColours(theme);
  const table = Array.from({ length: SHADES }, (_, i) => channels(colour(i / (SHADES - 1))));
  const mean = meanOf(scene.matrices);
  return pixels(scene, (i) => table[Math.min(SHADES - 1, Math.round((mean[i] / scene.max) * (SHADES - 1)))]);
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

/** Draws what is in sight. data: { scene, at, pixels, focus, cell: pointed at, pins, left, top, width, height: the part in sight } */
export function drawMap(pen, data, theme) {
  const { at } = data;
  pen.save();
  pen.beginPath();
  pen.rect(0, 0, data.width, data.height);
  pen.clip();
  drawCellsInSight(pen, data);
  drawMarks(pen, data, theme);
  drawEdges(pen, data, at, theme);
  pen.restore();
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
function drawMarks(pen, { at, focus, cell, left, top }, theme) {
  const rows = new Set(focus?.side === 'query' ? focus.places : []);
  const columns = new Set(focus?.side === 'key' ? focus.places : []);
  if (cell?.row !== null && cell) rows.add(cell.row);
  if (cell?.column !== null && cell) columns.add(cell.column);
  pen.strokeStyle = theme.accent;
  pen.lineWidth = theme.unit;
  for (const row of rows) pen.strokeRect(at.left - 0.5, at.top + row * at.cell - top - 0.5, at.columns * at.cell - left + 1, at.cell + 1);
  for (const column of columns) pen.strokeRect(at.left + column * at.cell - left - 0.5, at.top - 0.5, at.cell + 1, at.rows * at.cell - top + 1);
}

/** The tokens stay at the edges while the map scrolls under them. */
function drawEdges(pen, data, at, theme) {
  const { scene, left, top, width, height } = data;
  pen.fillStyle = theme.surface;
  pen.fillRect(0, 0, width, at.top);
  pen.fillRect(0, 0, at.left, height);
  const gap = 4 * at.unit;
  clipped(pen, 0, at.top, at.left, height - at.top, () => {
    edge(data, 'query', top, height - at.top, (place, look, size) => drawToken(pen, scene.rows[place],
      { x: 0, width: at.left - gap, y: at.top + (place + 0.5) * at.cell - top, align: 'right', row: Math.max(at.cell, size * 1.4) }, size, look, theme));
  });
  clipped(pen, at.left, 0, width - at.left, at.top, () => {
    edge(data, 'key', left, width - at.left, (place, look, size) => {
      pen.save();
      pen.translate(at.left + (place + 0.5) * at.cell - left, at.top - gap);
      if (at.type) pen.rotate(-Math.PI / 2);
      drawToken(pen, scene.columns[place], at.type
        ? { x: 0, width: at.top - gap, y: 0, align: 'left', row: Math.max(at.cell, size * 1.4) }
        : { x: -60 * at.unit, width: 120 * at.unit, y: -8 * at.unit, align: 'left', row: 18 * at.unit }, size, look, theme);
      pen.restore();
    });
  });
}

function clipped(pen, x, y, width, height, draw) {
  pen.save();
  pen.beginPath();
  pen.rect(x, y, width, height);
  pen.clip();
  draw();
  pen.restore();
}

function edge({ scene, at, focus, cell, pins }, side, from, room, draw) {
  const line = side === 'query' ? scene.rows : scene.columns;
  const pointed = side === 'query' ? cell?.row : cell?.column;
  const marked = [];
  const each = (place) => {
    const here = pointed === place || (focus?.side === side && focus.places.includes(place));
    const kept = pins[side].has(place);
    if (here || kept) marked.push([place, kept ? 'kept' : 'here']);
    else if (at.type) draw(place, 'faint', at.type);
  };
  for (let place = Math.max(0, Math.floor(from / at.cell)); place < line.length && place * at.cell < from + room; place += 1) each(place);
  for (const [place, look] of marked) draw(place, look, at.type || 12 * at.unit);
}
