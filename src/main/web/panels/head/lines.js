// The picture as lines: who reads whom, in the colours of the heads.

import * as numbers from '../../kit/numbers.js';
import { middle } from './layout.js';
import { LEAST, lineOf, meanOf, otherOf } from './scene.js';
import { drawToken } from './tokens-drawn.js';

const AT_ONCE = 2400; // lines drawn when nothing is pointed at: more would be a grey block, and slow
const IN_FOCUS = 480; // lines of what is pointed at
const SHADES = 8;

/** The share of the scale that a shade stands for, and its look: faint lines stay visible, strong ones are wide. */
export const shadeOf = (share) => Math.min(SHADES - 1, Math.floor(Math.sqrt(Math.min(1, share)) * SHADES));
export const alphaOf = (shade) => 0.16 + 0.84 * ((shade + 0.5) / SHADES) ** 1.4;
export const widthOf = (shade, unit) => (0.9 + 2.6 * ((shade + 0.5) / SHADES) ** 2) * unit;

/** The colour of a head: twelve that can be told apart, then again from the first; the number stands beside them. */
export const headColour = (theme, head) => theme.categories[head % theme.categories.length];

/**
 * Draws what is in sight. data: { scene, at, strong(): the scene's strongest, focus or null, given: a profile for each head of the focus,
 * pins: places kept, by side, top, room }. Returns the least weight that has a line, and how many lines there are.
 */
export function drawHeadLines(pen, data, theme) {
  pen.save();
  pen.beginPath();
  pen.rect(0, 0, data.at.width, data.room);
  pen.clip();
  pen.translate(0, -data.top);
  const shown = data.focus ? focusLines(data) : allLines(data);
  strokeAll(pen, data, shown.lines, theme);
  drawColumn(pen, data, 'query', theme);
  drawColumn(pen, data, 'key', theme);
  if (data.focus) drawProfile(pen, data, theme);
  pen.restore();
  return shown;
}

const seen = ({ at, top, room }) => ({ first: top / at.row - 1, last: (top + room) / at.row });

/** The strongest lines in sight, weakest first. */
function allLines(data) {
  const strong = data.strong();
  const { first, last } = seen(data);
  const lines = [];
  let i = strong.count - 1;
  for (; i >= 0 && lines.length < AT_ONCE; i -= 1) {
    const [row, column] = [strong.row[i], strong.column[i]];
    if (Math.max(row, column) < first || Math.min(row, column) > last) continue;
    lines.push({ head: strong.head[i], row, column, share: strong.share[i] });
  }
  const all = i < 0;
  const least = (all ? strong.least : lines.at(-1).share) * data.scene.max;
  return { lines: lines.reverse(), least, all: all && strong.least <= LEAST, none: strong.count === 0 };
}

/** The lines of what is in focus: also weak ones, if there are no others. */
function focusLines({ scene, focus, given }) {
  const most = Math.max(0, ...given.map((list) => list.reduce((a, b) => Math.max(a, b), 0)));
  const least = Math.min(LEAST * scene.max, most * 0.1);
  const from = Math.max(least / scene.max, shareOfLast(given, least, focus.places.length) / scene.max);
  const lines = [];
  given.forEach((list, head) => list.forEach((value, other) => {
    if (value < least || value === 0 || (focus.places.length === 1 && value / scene.max < from)) return;
    for (const place of focus.places) {
      const share = own(scene, head, focus, place, other, value);
      if (share * scene.max >= least) lines.push({ head, row: focus.side === 'query' ? place : other, column: focus.side === 'query' ? other : place, share });
    }
  }));
  lines.sort((a, b) => a.share - b.share);
  const kept = lines.slice(-IN_FOCUS);
  return { lines: kept, least: kept.length < lines.length || from * scene.max > least ? kept[0].share * scene.max : least, all: true };
}

/** The weight that the last of the lines in focus has, where there are more weights than lines; nothing is made for the others. */
function shareOfLast(given, least, places) {
  const count = given.length * given[0].length;
  if (places > 1 || count <= IN_FOCUS) return least;
  const all = new Float32Array(count);
  given.forEach((list, head) => all.set(list, head * list.length));
  return all.sort()[count - IN_FOCUS];
}

/** Of several tokens that are kept each has its own lines; their sums are the numbers at the other side. */
function own(scene, head, { side, places }, place, other, value) {
  if (places.length === 1) return value / scene.max;
  const count = scene.columns.length;
  return scene.matrices[head][side === 'query' ? place * count + other : other * count + place] / scene.max;
}

/** The lines of several heads lie side by side, so that none hides another. */
const strand = (at, head, heads) => (head - (heads - 1) / 2) * Math.min(2.4 * at.unit, (0.7 * at.row) / heads);

/** One path for all lines of a head and shade: a few dozen strokes however many lines there are. */
function strokeAll(pen, { scene, at }, lines, theme) {
  const { from, to } = at.lines;
  const bend = (to - from) * 0.35;
  const paths = new Map();
  for (const { head, row, column, share } of lines) {
    const key = shadeOf(share) * 256 + head;
    if (!paths.has(key)) paths.set(key, []);
    const aside = strand(at, head, scene.heads.length);
    paths.get(key).push(middle(at, row) + aside, middle(at, column) + aside);
  }
  for (const key of [...paths.keys()].sort((a, b) => a - b)) {
    const shade = Math.floor(key / 256);
    pen.globalAlpha = alphaOf(shade);
    pen.lineWidth = widthOf(shade, at.unit);
    pen.strokeStyle = headColour(theme, scene.heads[key % 256]);
    pen.beginPath();
    const ends = paths.get(key);
    for (let i = 0; i < ends.length; i += 2) {
      pen.moveTo(from, ends[i]);
      pen.bezierCurveTo(from + bend, ends[i], to - bend, ends[i + 1], to, ends[i + 1]);
    }
    pen.stroke();
  }
  pen.globalAlpha = 1;
}

function drawColumn(pen, data, side, theme) {
  const { scene, at, focus, pins } = data;
  const { first, last } = seen(data);
  const line = lineOf(scene, side);
  const column = side === 'query' ? { ...at.left, align: 'right' } : { ...at.right, align: 'left' };
  const lit = focus && focus.side !== side ? meanOf(data.given) : null;
  const floor = lit ? Math.max(LEAST * scene.max * 0.5, 0.1 * lit.reduce((a, b) => Math.max(a, b), 0)) : 0;
  for (let place = Math.max(0, Math.floor(first)); place < line.length && place <= last; place += 1) {
    const kept = pins[side].has(place);
    const here = focus?.side === side && focus.places.includes(place);
    const look = kept ? 'kept' : here ? 'here' : !focus ? '' : lit && lit[place] >= floor ? 'lit' : 'faint';
    if (at.type === 0 && !kept && !here) continue;
    const size = at.type || 12 * at.unit;
    drawToken(pen, line[place], { ...column, y: middle(at, place), row: Math.max(at.row, size * 1.3) }, size, look, theme);
  }
}

/** The weights of what is in focus, outside the other column: a bar for one head, else a cell for each and their mean. */
function drawProfile(pen, data, theme) {
  const { scene, at, focus, given } = data;
  const bars = focus.side === 'query' ? at.rightBars : at.leftBars;
  if (bars.width === 0 || at.type === 0) return;
  const { first, last } = seen(data);
  const mean = meanOf(given);
  const digits = 50 * at.unit;
  const scale = scaleOf(given, scene.max);
  const toRight = focus.side === 'query';
  const count = otherOf(scene, focus.side).length;
  pen.font = `${Math.min(at.type, 13 * at.unit)}px ${theme.monoFamily}`;
  pen.textBaseline = 'middle';
  pen.textAlign = toRight ? 'left' : 'right';
  for (let place = Math.max(0, Math.floor(first)); place < count && place <= last; place += 1) {
    if (mean[place] === 0) continue;
    const y = middle(at, place);
    pen.fillStyle = mean[place] >= LEAST * scene.max ? theme.text : theme.textMuted;
    pen.fillText(numbers.small(mean[place]), toRight ? bars.x : bars.x + bars.width, y + at.unit * 0.5);
    drawCells(pen, { scene, scale, given, place, y, x: toRight ? bars.x + digits : bars.x, width: bars.width - digits, toRight, high: Math.min(12 * at.unit, at.row - 2) }, theme);
  }
}

/** Where all weights are small, as in long texts, the bars are beside the largest of them. */
function scaleOf(given, max) {
  const most = Math.max(...given.map((list) => list.reduce((a, b) => Math.max(a, b), 0)));
  return most < 0.2 * max ? 2 * most : max;
}

function drawCells(pen, { scene, scale, given, place, y, x, width, toRight, high }, theme) {
  if (given.length === 1) {
    const long = Math.max(1, Math.min(1, given[0][place] / scale) * width);
    pen.fillStyle = headColour(theme, scene.heads[0]);
    pen.fillRect(toRight ? x : x + width - long, y - high / 3, long, high / 1.5);
    return;
  }
  const cell = Math.min(12 * theme.unit, width / given.length);
  const start = toRight ? x : x + width - cell * given.length;
  given.forEach((list, i) => {
    pen.fillStyle = headColour(theme, scene.heads[i]);
    pen.globalAlpha = Math.min(1, list[place] / scale) ** 0.6;
    pen.fillRect(start + i * cell, y - high / 2, Math.max(1, cell - 0.5), high);
  });
  pen.globalAlpha = 1;
}
