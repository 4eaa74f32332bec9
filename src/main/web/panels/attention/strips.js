// The open computation: key vectors, element-wise products, scores and softmax of one query, row by row.

import { ramp, signedColours } from '../../kit/colours.js';
import * as numbers from '../../kit/numbers.js';
import { middle } from './layout.js';

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
  for (let key = first; key <= last; key += 1) {
    if (key >= row.seen) {
      drawHidden(pen, at, key, theme);
      continue;
    }
    drawStrip(pen, { ...at.strips.k, y: middle(at, key), unit: at.unit }, part(data.k, key, data.size), vector);
    drawStrip(pen, { ...at.strips.product, y: middle(at, key), unit: at.unit }, part(row.products, key, data.size), product);
    drawScore(pen, at, middle(at, key), row.scores[key] / data.scales.score, row.scores[key], theme);
    drawWeight(pen, at, middle(at, key), data.weights[key], theme);
  }
  if (data.cell && data.cell.key < row.seen) drawCell(pen, data, theme);
  pen.restore();
}

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

/** A key that comes later than the query: the mask, made visible. */
function drawHidden(pen, at, key, theme) {
  const y = middle(at, key);
  const { k, product } = at.strips;
  pen.strokeStyle = theme.hairline;
  pen.lineWidth = at.unit;
  pen.setLineDash([4 * at.unit, 4 * at.unit]);
  pen.strokeRect(k.x + 0.5, y - 9 * at.unit + 0.5, product.x + product.width - k.x - 1, 18 * at.unit - 1);
  pen.setLineDash([]);
  pen.font = theme.sans;
  pen.fillStyle = theme.textMuted;
  pen.textAlign = 'left';
  pen.textBaseline = 'middle';
  pen.fillText('comes later: masked', k.x + 8 * at.unit, y + at.unit);
  text(pen, numbers.weight(0), at.strips.softmax.x, y, theme, 'left', theme.textMuted);
}

/** The score: its number, and a bar to the right of zero or to the left of it. */
function drawScore(pen, at, y, share, score, theme) {
  const { x, width } = at.strips.score;
  const digits = 46 * at.unit;
  const zero = x + digits + (width - digits) / 2;
  const long = (share * (width - digits)) / 2;
  pen.fillStyle = theme.hairline;
  pen.fillRect(zero, y - 9 * at.unit, 1, 18 * at.unit);
  pen.fillStyle = score < 0 ? theme.negative : theme.positive;
  pen.fillRect(Math.min(zero, zero + long), y - 4 * at.unit, Math.abs(long), 8 * at.unit);
  text(pen, numbers.signed(score), x + digits - 6 * at.unit, y, theme, 'right');
}

function drawWeight(pen, at, y, weight, theme) {
  const { x, width } = at.strips.softmax;
  const digits = 38 * at.unit;
  text(pen, numbers.weight(weight), x, y, theme, 'left');
  pen.fillStyle = ramp(theme.attentionWeak, theme.attention)(weight ** 0.7);
  pen.fillRect(x + digits, y - 4 * at.unit, Math.max(1, weight * (width - digits)), 8 * at.unit);
}

/** The frame round what is pointed at; a dimension is framed in both strips, because its product is theirs. */
function drawCell(pen, { at, cell, size }, theme) {
  const y = middle(at, cell.key);
  pen.strokeStyle = theme.text;
  pen.lineWidth = 1.5 * at.unit;
  if (cell.dimension === null) return;
  for (const column of ['k', 'product']) {
    const { x, width } = at.strips[column];
    frameCell(pen, x + (cell.dimension * width) / size, y, width / size, at.unit);
  }
}

export function frameCell(pen, x, y, width, unit) {
  pen.strokeRect(x - unit, y - 10 * unit, width + 2 * unit, 20 * unit);
}

function text(pen, words, x, y, theme, align, colour = theme.text) {
  pen.font = theme.mono;
  pen.textAlign = align;
  pen.textBaseline = 'middle';
  pen.fillStyle = colour;
  pen.fillText(words, x, y + theme.unit);
}
