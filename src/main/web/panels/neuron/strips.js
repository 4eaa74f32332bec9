// The open computation: key vectors, element-wise products, scores and softmax of one query, row by row.

import { ramp, signedColours } from '../../kit/colours.js';
import * as numbers from '../../kit/numbers.js';
import { middle } from './layout.js';

// The room of the numbers; what is left of a column is its bar, if that is worth drawing.
const SCORE_DIGITS = 46;
const WEIGHT_DIGITS = 44;

/**
 * Draws the rows in sight.
 * data: { at, top, room, size, k, row: { seen, products, scores }, weights: the model's row, scales: { vector, product, score }, cell }
 */
export function drawStrips(pen, data, theme) {
  const { at, top, room, row } = data;
  pen.save();
  pen.translate(0, -top);
  const first = Math.max(0, Math.floor(top / at.row));
  const last = Math.min(at.count - 1, Math.ceil((top + room) / at.row));
  const vector = signedColours(theme, data.scales.vector);
  const product = signedColours(theme, data.scales.product);
  if (data.cell && data.cell.key !== null) drawBand(pen, at, data.cell.key, theme);
  for (let key = first; key <= Math.min(last, row.seen - 1); key += 1) {
    drawStrip(pen, { ...at.strips.k, y: middle(at, key), unit: at.unit }, part(data.k, key, data.size), vector);
    drawStrip(pen, { ...at.strips.product, y: middle(at, key), unit: at.unit }, part(row.products, key, data.size), product);
    drawScore(pen, at, middle(at, key), row.scores[key], data.scales.score, theme);
    drawWeight(pen, at, middle(at, key), data.weights[key], theme);
  }
  if (row.seen < at.count) drawMask(pen, at, row.seen, theme);
  if (isDimension(data.cell, row.seen)) drawCell(pen, data, theme);
  pen.restore();
}

const isDimension = (cell, seen) => cell && cell.key !== null && cell.dimension !== null && cell.key < seen;

/** A vector as a row of cells. place: { x, y: its middle, width, unit } */
export function drawStrip(pen, { x, y, width, unit }, values, colour) {
  const half = 9 * unit;
  const cell = width / values.length;
  values.forEach((value, d) => {
    const left = Math.round(x + d * cell);
    pen.fillStyle = colour(value);
    pen.fillRect(left, y - half, Math.round(x + (d + 1) * cell) - left, 2 * half);
  });
}

const part = (values, index, size) => values.subarray(index * size, (index + 1) * size);

/** The row that is pointed at. */
function drawBand(pen, at, key, theme) {
  pen.fillStyle = theme.chip;
  pen.fillRect(at.keys.x, key * at.row, at.width - at.keys.x, at.row);
}

/** The keys that come later than the query: the mask, made visible. */
function drawMask(pen, at, from, theme) {
  const { unit, strips } = at;
  const left = strips.k.x;
  const top = middle(at, from) - 9 * unit;
  const width = strips.softmax.x + strips.softmax.width - left;
  const height = (at.count - 1 - from) * at.row + 18 * unit;
  pen.save();
  pen.beginPath();
  pen.rect(left, top, width, height);
  pen.clip();
  pen.strokeStyle = theme.chip;
  pen.lineWidth = unit;
  pen.beginPath();
  for (let x = left - height; x < left + width; x += 8 * unit) {
    pen.moveTo(x, top + height);
    pen.lineTo(x + height, top);
  }
  pen.stroke();
  pen.restore();
  const words = at.count - from === 1 ? 'comes later: masked, weight 0' : 'come later: masked, weight 0';
  pen.font = theme.sans;
  pen.textAlign = 'left';
  pen.textBaseline = 'middle';
  pen.fillStyle = theme.surface;
  pen.fillRect(left + 8 * unit, top, pen.measureText(words).width + 16 * unit, 18 * unit);
  pen.fillStyle = theme.textMuted;
  pen.fillText(words, left + 16 * unit, middle(at, from) + unit);
}

/** The score: its number, and a bar to the right of zero or to the left of it. */
function drawScore(pen, at, y, score, { low, high }, theme) {
  const { x, width } = at.strips.score;
  const digits = SCORE_DIGITS * at.unit;
  text(pen, numbers.fixed(score), x + digits - 6 * at.unit, y, theme, 'right');
  if (width < 1.25 * digits) return;
  const perOne = (width - digits) / (high - low || 1);
  const zero = Math.round(x + digits - low * perOne);
  const long = score * perOne;
  pen.fillStyle = theme.hairline;
  pen.fillRect(zero, y - 9 * at.unit, 1, 18 * at.unit);
  pen.fillStyle = score < 0 ? theme.negative : theme.positive;
  pen.fillRect(Math.min(zero, zero + long), y - 4 * at.unit, Math.abs(long), 8 * at.unit);
}

function drawWeight(pen, at, y, weight, theme) {
  const { x, width } = at.strips.softmax;
  const digits = WEIGHT_DIGITS * at.unit;
  text(pen, numbers.weight(weight), x, y, theme, 'left');
  if (width < 1.25 * digits) return;
  pen.fillStyle = ramp(theme.attentionWeak, theme.attention)(weight ** 0.7);
  pen.fillRect(x + digits, y - 4 * at.unit, Math.max(1, weight * (width - digits)), 8 * at.unit);
}

/** The frame round what is pointed at; a dimension is framed in both strips, because its product is theirs. */
function drawCell(pen, { at, cell, size }, theme) {
  const y = middle(at, cell.key);
  pen.strokeStyle = theme.text;
  pen.lineWidth = 1.5 * at.unit;
  for (const column of ['k', 'product']) {
    const { x, width } = at.strips[column];
    frameCell(pen, x + (cell.dimension * width) / size, y, width / size, at.unit);
  }
}

export function frameCell(pen, x, y, width, unit) {
  pen.strokeRect(x - unit, y - 10 * unit, width + 2 * unit, 20 * unit);
}

function text(pen, words, x, y, theme, align) {
  pen.font = theme.mono;
  pen.textAlign = align;
  pen.textBaseline = 'middle';
  pen.fillStyle = theme.text;
  pen.fillText(words, x, y + theme.unit);
}
