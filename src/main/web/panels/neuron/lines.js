// The picture of one head: a line from each token that reads to each token that is read, as strong as its weight.

import { ramp } from '../../kit/colours.js';
import * as numbers from '../../kit/numbers.js';
import { middle } from './layout.js';

/** Weights below this have no line; the caption says so. */
export const SHOWN_FROM = 0.01;

const MANY = 24; // tokens
const SHOWN_FROM_IF_MANY = 0.05;

/** The weight from which a line is drawn: higher for a long text, unless one token is looked at. */
export function shownFrom(count, focus) {
  return count > MANY && !focus ? SHOWN_FROM_IF_MANY : SHOWN_FROM;
}

/** How a weight looks: one place, for the picture and for its scale. Small weights are lifted, so that each line drawn can be seen. */
export function strength(theme) {
  const colour = ramp(theme.attentionWeak, theme.attention);
  return (weight) => ({ colour: colour(weight ** 0.7), width: (1 + 4.5 * weight) * theme.unit });
}

/**
 * Draws the lines, and the weights beside the tokens of the other side when one token is in focus.
 * data: { attention (count × count, row = query), at: the layout, focus: { side, index } or null, top, room: the part in sight }
 */
export function drawLines(pen, data, theme) {
  const look = strength(theme);
  pen.save();
  pen.translate(0, -data.top);
  pen.lineCap = 'butt';
  for (const line of linesInSight(data)) drawLine(pen, data.at, line, look(line.weight));
  if (data.focus && data.at.keyBars) drawBars(pen, data, theme);
  pen.restore();
}

/** The lines to draw, weakest first, so that the strong ones lie on top. */
export function linesInSight({ attention, at, focus, top, room }) {
  const lines = [];
  const first = top / at.row - 1;
  const last = (top + room) / at.row;
  const least = shownFrom(at.count, focus);
  for (let query = 0; query < at.count; query += 1) {
    if (focus?.side === 'query' && focus.index !== query) continue;
    for (let key = 0; key < at.count; key += 1) {
      if (focus?.side === 'key' && focus.index !== key) continue;
      const weight = attention[query * at.count + key];
      const away = Math.max(query, key) < first || Math.min(query, key) > last;
      if (weight >= least && !away) lines.push({ query, key, weight });
    }
  }
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

/** The weights as bars and numbers, outside the tokens of the other side. */
function drawBars(pen, { attention, at, focus }, theme) {
  const toKeys = focus.side === 'query';
  const { x, width } = toKeys ? at.keyBars : at.queryBars;
  const digits = 44 * at.unit;
  const look = strength(theme);
  pen.font = theme.mono;
  pen.textBaseline = 'middle';
  pen.textAlign = toKeys ? 'left' : 'right';
  for (let other = 0; other < at.count; other += 1) {
    const weight = attention[toKeys ? focus.index * at.count + other : other * at.count + focus.index];
    if (weight === 0) continue;
    const y = middle(at, other);
    const long = Math.max(1, weight * (width - digits));
    pen.fillStyle = look(weight).colour;
    pen.fillRect(toKeys ? x + digits : x + width - digits - long, y - 4 * at.unit, long, 8 * at.unit);
    pen.fillStyle = weight >= SHOWN_FROM ? theme.text : theme.textMuted;
    pen.fillText(numbers.weight(weight), toKeys ? x : x + width, y + at.unit);
  }
}
