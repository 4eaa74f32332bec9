// The open computation: key vectors, element-wise products, scores, softmax, values and weighted values of one query, row by row.

import { ramp, signedColours } from '../../kit/colours.js';
import { hatch } from '../../kit/hatch.js';
import * as numbers from '../../kit/numbers.js';
import { inSight, middle } from './layout.js';

// The room of the numbers; what is left of a column is its bar. Where the column is tight, the bar is below.
const SCORE_DIGITS = 46;
const WEIGHT_DIGITS = { usual: 36, small: 52 };
const SMALL = 0.1; // where no weight reaches this, two decimals would say nothing
const SOLID = 2; // pixels a cell must have to be drawn to whole pixels

/**
 * Draws the rows in sight.
 * data: { at, top, room, open: see open-row.js }
 */
export function drawStrips(pen, { at, top, room, open }, theme) {
  const [first, last] = inSight(at, at.counts.key, top, room);
  const colours = {};
  for (const name of ['vector', 'product', 'value', 'part']) colours[name] = signedColours(theme, open.scales[name]);
  const masked = open.shown.findIndex((key) => key >= open.seen);
  pen.save();
  pen.translate(0, -top);
  for (let row = first; row <= last; row += 1) {
    if (open.shown[row] < open.seen) drawRow(pen, at, row, open, colours, theme);
  }
  if (masked >= 0) drawMask(pen, at, Math.max(masked, first), Math.min(last, open.shown.length - 1), theme);
  pen.restore();
}

function drawRow(pen, at, row, open, colours, theme) {
  const key = open.shown[row];
  const { strips, unit } = at;
  const y = middle(at, row);
  const place = (column) => ({ ...strips[column], y, unit, row: at.row });
  drawStrip(pen, place('k'), part(open.k, key, open.size), colours.vector);
  drawStrip(pen, place('product'), part(open.products, key, open.size), colours.product);
  drawScore(pen, at, place('score'), open.dots[key] * open.scale, open.scales.score, theme);
  if (strips.distance) drawScore(pen, at, place('distance'), open.position[key], open.scales.score, theme);
  drawWeight(pen, at, place('softmax'), open.weights[key], open.most < SMALL, theme);
  drawStrip(pen, place('v'), part(open.v, key, open.size), colours.value);
  drawStrip(pen, place('part'), part(open.parts, key, open.size), colours.part);
}

/** What is pointed at: the band of its row, and the frame of its cell in each strip of the same numbers. */
export function drawMarks(pen, { at, top, open, cell }, theme) {
  if (!cell || cell.key === null) return;
  pen.save();
  pen.translate(0, -top);
  pen.strokeStyle = theme.text;
  pen.lineWidth = at.unit;
  const y = middle(at, cell.key);
  const left = at.keys.x;
  pen.strokeRect(left - 2 * at.unit, cell.key * at.row + 0.5, at.width - left + 1.5 * at.unit, at.row - 1);
  if (cell.dimension !== null && open.shown[cell.key] < open.seen) {
    pen.lineWidth = 1.5 * at.unit;
    for (const column of framed(cell.column)) {
      const { x, width } = at.strips[column];
      frameCell(pen, { x: x + (cell.dimension * width) / open.size, y, width: width / open.size, unit: at.unit, row: at.row });
    }
  }
  pen.restore();
}

/** A dimension is framed in both strips of its half, because the second is made from the first. */
export const framed = (column) => (column === 'v' || column === 'part' ? ['v', 'part'] : ['k', 'product']);

/** A vector as a row of cells. place: { x, y: its middle, width, unit, row } */
export function drawStrip(pen, { x, y, width, unit, row }, values, colour) {
  const half = halfOf(row, unit);
  const cell = width / values.length;
  const fit = cell >= SOLID ? Math.round : (edge) => edge;
  for (let d = 0; d < values.length; d += 1) {
    const left = fit(x + d * cell);
    pen.fillStyle = colour(values[d]);
    pen.fillRect(left, Math.round(y - half), fit(x + (d + 1) * cell) - left, Math.round(2 * half));
  }
}

const halfOf = (row, unit) => Math.min(9 * unit, row / 2 - 1);
const part = (values, index, size) => values.subarray(index * size, (index + 1) * size);

/** The keys that come later than the query: the mask, made visible. */
function drawMask(pen, at, from, to, theme) {
  if (to < from) return;
  const { unit, strips } = at;
  const half = halfOf(at.row, unit);
  const left = strips.k.x;
  const top = middle(at, from) - half;
  const width = strips.part.x + strips.part.width - left;
  const height = (to - from) * at.row + 2 * half;
  hatch(pen, { left, top, width, height, step: 8 * unit, lineWidth: unit }, theme);
  const words = to === from ? 'comes later: masked, weight 0' : 'come later: masked, weight 0';
  pen.font = theme.sans;
  pen.textAlign = 'left';
  pen.textBaseline = 'middle';
  pen.fillStyle = theme.surface;
  pen.fillRect(left + 8 * unit, top, pen.measureText(words).width + 16 * unit, 18 * unit);
  pen.fillStyle = theme.textMuted;
  pen.fillText(words, left + 16 * unit, top + 10 * unit);
}

/** A score: its number, and a bar to the right of zero or to the left of it. */
function drawScore(pen, at, place, score, { low, high }, theme) {
  const { unit } = at;
  const digits = at.roomy ? SCORE_DIGITS * unit : 0;
  const left = place.x + digits;
  const room = place.width - digits;
  const [up, thick] = at.roomy ? [4, 8] : [-6, 3];
  text(pen, at, numbers.fixed(score), at.roomy ? left - 6 * unit : place.x + place.width, place.y, theme, 'right');
  const perOne = room / (high - low || 1);
  const zero = Math.round(left - low * perOne);
  const long = score * perOne;
  pen.fillStyle = theme.hairline;
  pen.fillRect(zero, place.y - (at.roomy ? 9 : up) * unit, 1, (at.roomy ? 18 : thick) * unit);
  pen.fillStyle = score < 0 ? theme.negative : theme.positive;
  pen.fillRect(Math.min(zero, zero + long), place.y - up * unit, Math.abs(long), thick * unit);
}

function drawWeight(pen, at, place, weight, isSmall, theme) {
  const { unit } = at;
  const digits = at.roomy ? WEIGHT_DIGITS[isSmall ? 'small' : 'usual'] * unit : 0;
  const [up, thick] = at.roomy ? [4, 8] : [-6, 3];
  text(pen, at, (isSmall ? numbers.small : numbers.weight)(weight), place.x + (at.roomy ? digits : place.width), place.y, theme, 'right');
  const gap = at.roomy ? 8 * unit : 0;
  pen.fillStyle = ramp(theme.attentionWeak, theme.attention)(weight ** 0.7);
  pen.fillRect(place.x + digits + gap, place.y - up * unit, Math.max(unit, weight * (place.width - digits - gap)), thick * unit);
}

export function frameCell(pen, { x, y, width, unit, row }) {
  const half = halfOf(row, unit) + unit;
  pen.strokeRect(x - unit, y - half, width + 2 * unit, 2 * half);
}

function text(pen, at, words, x, y, theme, align) {
  if (at.row < 13 * at.unit) return;
  pen.font = theme.mono;
  pen.textAlign = align;
  pen.textBaseline = 'middle';
  pen.fillStyle = theme.text;
  pen.fillText(words, x, y + (at.roomy ? 1 : -1) * at.unit);
}
