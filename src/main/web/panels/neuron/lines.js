// The picture of one head: a line from each token that reads to each token that is read, as strong as its weight.

import { ramp } from '../../kit/colours.js';
import * as numbers from '../../kit/numbers.js';
import { inSight, middle } from './layout.js';

/** Weights below this have no line; the caption says so. */
export const SHOWN_FROM = 0.01;

const MANY = 24; // tokens
const SHOWN_FROM_IF_MANY = 0.05;

/** The weight from which a line is drawn: higher for a long text, unless tokens are looked at. */
export function shownFrom(count, focus) {
  return count > MANY && !focus ? SHOWN_FROM_IF_MANY : SHOWN_FROM;
}

/** How a weight looks: one place, for the picture and for its scale. Small weights are lifted, so that each line drawn can be seen. */
export function strength(theme) {
  const colour = ramp(theme.attentionWeak, theme.attention);
  return (weight) => ({ colour: colour(Math.min(1, weight) ** 0.7), width: (1 + 4.5 * Math.min(1, weight)) * theme.unit });
}

/**
 * Draws the lines.
 * data: { attention (queries × keys), end: what is full, 1 for weights, at: the layout, focus: { side, indices } or null, top, room: the part in sight }
 */
export function drawLines(pen, data, theme) {
  const look = strength(theme);
  pen.save();
  pen.translate(0, -data.top);
  pen.lineCap = 'butt';
  for (const line of linesInSight(data)) drawLine(pen, data.at, line, look(line.weight / data.end));
  pen.restore();
}

/** The lines to draw, weakest first, so that the strong ones lie on top. */
export function linesInSight({ attention, end, at, focus, top, room }) {
  const lines = [];
  const { query: queries, key: keys } = at.counts;
  const [first, last] = [top / at.row - 1, (top + room) / at.row];
  const least = end * shownFrom(Math.max(queries, keys), focus);
  const consider = (query, key) => {
    const weight = attention[query * keys + key];
    const away = (query < first && key < first) || (query > last && key > last);
    if (weight >= least && !away) lines.push({ query, key, weight });
  };
  if (focus?.side === 'query') for (const query of focus.indices) for (let key = 0; key < keys; key += 1) consider(query, key);
  else if (focus) for (const key of focus.indices) for (let query = 0; query < queries; query += 1) consider(query, key);
  else for (let query = 0; query < queries; query += 1) for (let key = 0; key < keys; key += 1) consider(query, key);
  return lines.sort((a, b) => a.weight - b.weight);
}

function drawLine(pen, at, { query, key }, { colour, width }) {
  const { from, to } = at.lines;
  const bend = (to - from) * 0.32;
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  pen.beginPath();
  pen.moveTo(from, middle(at, query));
  pen.bezierCurveTo(from + bend, middle(at, query), to - bend, middle(at, key), to, middle(at, key));
  pen.stroke();
}

/** What the tokens in focus give to one token of the other side, or get from it: the rows summed. */
export function weightOf({ attention, counts }, focus, other) {
  const at = (index) => (focus.side === 'query' ? index * counts.key + other : other * counts.key + index);
  return focus.indices.reduce((sum, index) => sum + attention[at(index)], 0);
}

/** The weights as bars and numbers, outside the tokens of the other side; a bar is full at 1 for each token in focus. */
export function drawBars(pen, { attention, end, at, focus, top, room }, theme) {
  const toKeys = focus.side === 'query';
  const { x, width } = toKeys ? at.keyBars : at.queryBars;
  const digits = 44 * at.unit;
  const look = strength(theme);
  const [first, last] = inSight(at, at.counts[toKeys ? 'key' : 'query'], top, room);
  pen.save();
  pen.translate(0, -top);
  pen.font = theme.mono;
  pen.textBaseline = 'middle';
  pen.textAlign = toKeys ? 'left' : 'right';
  for (let other = first; other <= last; other += 1) {
    const sum = weightOf({ attention, counts: at.counts }, focus, other);
    if (sum === 0) continue;
    const share = sum / focus.indices.length / end;
    const y = middle(at, other);
    const long = Math.max(1, share * (width - digits));
    pen.fillStyle = look(share).colour;
    pen.fillRect(toKeys ? x + digits : x + width - digits - long, y - 4 * at.unit, long, 8 * at.unit);
    if (at.row < 13 * at.unit) continue;
    pen.fillStyle = share >= SHOWN_FROM ? theme.text : theme.textMuted;
    pen.fillText(end === 1 ? numbers.weight(sum) : numbers.small(sum), toKeys ? x : x + width, y + at.unit);
  }
  pen.restore();
}
