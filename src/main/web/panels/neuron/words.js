// The sentences of the panel: the details line, the tool tip, and what a screen reader hears.

import * as numbers from '../../kit/numbers.js';
import { display, spoken } from '../../kit/tokens.js';
import { SHOWN_FROM, shownFrom } from './lines.js';

const NAMED = 5;

export const HINT = 'Point at a token to see only its lines. Click it to see its computation.';

const name = (scene, index) => display(scene.tokens[index].text);

/** The strongest partners of a token, strongest first: [{ index, weight }]. */
export function partners({ attention, tokens }, { side, index }) {
  const count = tokens.length;
  return Array.from({ length: count }, (_, other) => ({
    index: other,
    weight: attention[side === 'query' ? index * count + other : other * count + index],
  }))
    .filter(({ weight }) => weight >= SHOWN_FROM)
    .sort((a, b) => b.weight - a.weight);
}

/** The details of a token that is pointed at. */
export function aboutToken(scene, focus) {
  const token = scene.tokens[focus.index];
  const who = `${name(scene, focus.index)} (position ${focus.index}, id ${token.id})`;
  const all = partners(scene, focus);
  const list = all.slice(0, NAMED).map(({ index, weight }) => `${name(scene, index)} ${numbers.weight(weight)}`);
  const more = all.length > NAMED ? `, and ${all.length - NAMED} more` : '';
  if (list.length === 0) return `${who} is read by no token here.`;
  return `${who} ${focus.side === 'query' ? 'reads' : 'is read by'} ${list.join(', ')}${more}.`;
}

/** The short form, for screen readers. */
export function label(scene, focus) {
  const [best] = partners(scene, focus);
  const who = `${spoken(scene.tokens[focus.index].text)}, position ${focus.index}`;
  if (!best) return `${who}, read by no token`;
  const verb = focus.side === 'query' ? 'reads most from' : 'is read most by';
  return `${who}, ${verb} ${spoken(scene.tokens[best.index].text)}, weight ${numbers.weight(best.weight)}`;
}

const isUsual = ({ size, scale }) => Math.abs(scale - 1 / Math.sqrt(size)) < 1e-6;

/** "q·k / √32", or the factor itself where a model scales differently. */
export function scoreName(open) {
  return isUsual(open) ? `q·k / √${open.size}` : `q·k × ${numbers.signed(open.scale)}`;
}

/** What is pointed at in an open computation: what it is, and on a second line its numbers. */
export function aboutCell(scene, cell) {
  const { open } = scene;
  if (cell.key === null) return aboutQuery(scene, cell.dimension);
  const key = `key ${name(scene, cell.key)}`;
  if (cell.key >= open.row.seen) return `${key} comes after ${name(scene, open.index)}, so it is masked: weight 0.`;
  if (cell.dimension !== null) return aboutDimension(scene, cell, key);
  const score = numbers.signed(open.row.scores[cell.key]);
  const weight = numbers.weight(open.weights[cell.key]);
  if (cell.column === 'softmax') return `${key}:\ne^(${score}) / sum over ${open.row.seen} keys = ${weight}`;
  const sum = numbers.signed(open.row.scores[cell.key] / open.scale);
  const scaled = isUsual(open) ? `${sum} / ${numbers.signed(1 / open.scale)}` : `${sum} × ${numbers.signed(open.scale)}`;
  return `${key}:\n${scoreName(open)} = ${scaled} = ${score}, softmax ${weight}`;
}

function aboutDimension({ open }, { key, dimension }, who) {
  const at = (values, row) => numbers.signed(values[row * open.size + dimension]);
  return `${who}, dimension ${dimension}:\nq ${at(open.q, open.index)} × k ${at(open.k, key)} = ${at(open.row.products, key)}`;
}

function aboutQuery(scene, dimension) {
  const { open } = scene;
  return `query ${name(scene, open.index)}, dimension ${dimension}:\nq ${numbers.signed(open.q[open.index * open.size + dimension])}`;
}

/** How to read the picture; the mask is said in words because it shows as missing lines. */
export function howToRead({ causal, opened, count }) {
  if (opened) {
    return 'Each cell is one number of a vector: blue is positive, orange negative. The query times a key, number by number, is q × k. '
      + 'The sum of a row of q × k, scaled, is its score. Softmax turns all scores into weights that sum to 1.';
  }
  const mask = causal ? ' No line goes to a later token: this model reads from left to right, and what comes later is masked.' : '';
  const least = shownFrom(count, null);
  const few = least === SHOWN_FROM ? `weights under ${least} have no line` : `weights under ${least} have a line only while you point at a token`;
  return `A line runs from a token on the left, which reads, to a token on the right, which is read. Thicker and stronger means more weight; ${few}.${mask}`;
}
