// The picture of one head as a heat map: a row for each token that reads, a column for each that is read, stronger with more weight.

import { rgb } from '../../kit/colours.js';
import { hatchLater } from '../../kit/hatch.js';
import { inSight } from './layout.js';
import { SHOWN_FROM } from './lines.js';

const STEPS = 255;
const APART = 5; // pixels a cell must have for a gap between cells

/** The colour of a share of the largest weight. */
export function weightColour(theme, share) {
  const bytes = new Uint8ClampedArray(pixelsFor(theme).buffer);
  const at = 4 * Math.round(share * STEPS);
  return `rgb(${bytes[at]}, ${bytes[at + 1]}, ${bytes[at + 2]})`;
}

let kept = { theme: null, pixels: null };

/** The colours of a theme, made once for it. */
function pixelsFor(theme) {
  if (kept.theme !== theme) kept = { theme, pixels: weightPixels(theme) };
  return kept.pixels;
}

/** A colour for each share of the largest weight: the surface for next to nothing, then the hues of the lines. */
function weightPixels(theme) {
  const pixels = new Uint32Array(STEPS + 1);
  const bytes = new Uint8ClampedArray(pixels.buffer);
  const [surface, weak, strong] = [theme.surface, theme.attentionWeak, theme.attention].map(rgb);
  for (let i = 0; i <= STEPS; i += 1) {
    const weight = i / STEPS;
    const [from, to, share] = weight < SHOWN_FROM ? [surface, weak, weight / SHOWN_FROM] : [weak, strong, weight ** 0.7];
    bytes.set([0, 1, 2].map((c) => from[c] + (to[c] - from[c]) * share).concat(255), 4 * i);
  }
  return pixels;
}

/** data: { attention (queries × keys), end: what has the strongest colour, at, top, room, causal, places: the rows and columns as arrange.js makes them } */
export function drawMap(pen, { attention, end, at, top, room, causal, places }, theme) {
  const [first, last] = inSight(at, at.counts.query, top, room);
  if (last < first) return;
  pen.save();
  pen.translate(0, -top);
  const area = { ...across(at), y: first * at.row, height: (last - first + 1) * at.row };
  const picture = pixelsOf({ attention, keys: at.counts.key, first, last, most: Math.floor(area.width), end }, pixelsFor(theme));
  pen.imageSmoothingEnabled = false;
  pen.drawImage(picture, 0, 0, picture.width, picture.height, area.x, area.y, area.width, area.height);
  if (causal) hatchLater(pen, places, { left: area.x, top: 0, row: at.row, column: area.width / at.counts.key, unit: at.unit }, [first, last], theme);
  drawGaps(pen, at, area, theme);
  pen.restore();
}

const across = (at) => ({ x: at.lines.from, width: at.lines.to - at.lines.from });

/** Frames the rows or columns in focus, and of a cell that is pointed at its column. data: { at, top, focus, cell: { key } or null } */
export function frameFocus(pen, { at, top, focus: { side, indices }, cell }, theme) {
  const { x, width } = across(at);
  const step = width / at.counts.key;
  const height = at.row * at.counts.query;
  pen.save();
  pen.translate(0, -top);
  pen.strokeStyle = theme.text;
  pen.lineWidth = at.unit;
  const column = (index) => pen.strokeRect(x + index * step, 0, Math.max(1, step), height);
  for (const index of indices) {
    if (side === 'query') pen.strokeRect(x, index * at.row, width, at.row);
    else column(index);
  }
  if (cell) column(cell.key);
  pen.restore();
}

/** One pixel for each weight of the rows in sight; where there are more columns than room, the largest of those that share a pixel. */
function pixelsOf({ attention, keys, first, last, most, end }, colours) {
  const width = Math.max(1, Math.min(keys, most));
  const height = last - first + 1;
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width, height];
  const pen = canvas.getContext('2d');
  const image = pen.createImageData(width, height);
  const out = new Uint32Array(image.data.buffer);
  for (let row = 0; row < height; row += 1) {
    const strongest = new Float32Array(width);
    const from = (first + row) * keys;
    for (let key = 0; key < keys; key += 1) {
      const x = Math.floor((key * width) / keys);
      strongest[x] = Math.max(strongest[x], attention[from + key]);
    }
    for (let x = 0; x < width; x += 1) out[row * width + x] = colours[Math.round(Math.min(1, strongest[x] / end) * STEPS)];
  }
  pen.putImageData(image, 0, 0);
  return canvas;
}

/** Gaps between cells, where these are large enough to be told apart. */
function drawGaps(pen, at, { x, y, width, height }, theme) {
  pen.fillStyle = theme.surface;
  const step = width / at.counts.key;
  if (step >= APART * at.unit) for (let key = 0; key <= at.counts.key; key += 1) pen.fillRect(x + key * step - 0.5, y, 1, height);
  if (at.row >= APART * at.unit) for (let line = y; line <= y + height; line += at.row) pen.fillRect(x, line - 0.5, width, 1);
}
