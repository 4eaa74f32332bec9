// The sentences of the view: the details line, the tool tip, and what a screen reader hears.

import { readsMost } from '../../kit/alt.js';
import * as numbers from '../../kit/numbers.js';
import { SHOWN_FROM, shownFrom, weightOf } from './lines.js';

const NAMED = 5;

export const HINT = 'Point at a token: its weights alone. Click one that reads, or press Enter: how they come about.';

const HOW_TO_GO = 'Tab and the arrow keys reach every token, Enter opens one that reads and keeps one that is read, Shift with it keeps several, Escape closes.';

/** What is said while nothing is pointed at: how to go on, or why there is nothing to see. */
export function aboutAll({ form, counts, largest, end }) {
  const least = shownFrom(Math.max(counts.query, counts.key), null);
  if (form !== 'lines' || largest >= end * least) return HOW_TO_GO;
  return `No weight of this head reaches ${least}, so there are no lines: it spreads its attention over many tokens. Point at one, or look at the heat map.`;
}

/** The picture in words: what is pointed at or open, or, while that is nothing, what each token reads most. */
export function inWords(scene, details) {
  if (details !== HOW_TO_GO) return details;
  return readsMost(scene.tokens.query.map(({ label: reader }, index) => ({ reader, best: partners(scene, { side: 'query', indices: [index] })[0] }))
    .filter(({ best }) => best).map(({ reader, best }) => ({ reader, read: name(scene, 'key', best.index), weight: best.weight })));
}

const name = (scene, side, index) => scene.tokens[side][index].label;

/** The strongest partners of tokens in focus, strongest first: [{ index, weight }]. */
export function partners({ attention, counts, end }, focus) {
  const others = counts[focus.side === 'query' ? 'key' : 'query'];
  return Array.from({ length: others }, (_, index) => ({ index, weight: weightOf({ attention, counts }, focus, index) }))
    .filter(({ weight }) => weight >= end * SHOWN_FROM)
    .sort((a, b) => b.weight - a.weight);
}

const said = ({ sized }, value) => (sized ? numbers.small(value) : numbers.weight(value));
const what = ({ sized }) => (sized ? 'size' : 'weight');

const otherSide = (side) => (side === 'query' ? 'key' : 'query');

/** The details of tokens that are pointed at or kept. */
export function aboutTokens(scene, focus) {
  const all = partners(scene, focus);
  const list = all.slice(0, NAMED).map(({ index, weight }) => `${name(scene, otherSide(focus.side), index)} ${said(scene, weight)}`);
  const more = all.length > NAMED ? `, and ${all.length - NAMED} more` : '';
  const many = focus.indices.length > 1;
  if (list.length === 0) return `${who(scene, focus)} ${many ? 'are' : 'is'} read by no token here.`;
  const verb = focus.side === 'query' ? (many ? 'read' : 'reads') : many ? 'are read by' : 'is read by';
  return `${who(scene, focus)} ${verb} ${list.join(', ')}${more}.`;
}

function who(scene, { side, indices }) {
  if (indices.length > 1) return `${indices.slice(0, NAMED).map((index) => name(scene, side, index)).join(', ')} together`;
  const token = scene.tokens[side][indices[0]];
  return `${token.label} (${places(token)})`;
}

function places({ tokens, ids }) {
  return tokens.length > 1 ? `positions ${tokens[0]} to ${tokens.at(-1)}` : `position ${tokens[0]}, id ${ids[0]}`;
}

/** One weight, while other tokens are kept. */
export function aboutPair(scene, focus, other) {
  const weight = weightOf(scene, focus, other.index);
  const [from, to] = focus.side === 'query' ? [focus, other] : [other, focus];
  const names = (side, at) => (at.indices ?? [at.index]).slice(0, NAMED).map((index) => name(scene, side, index)).join(', ');
  return `${names('query', from)} → ${names('key', to)}: ${what(scene)} ${numbers.exact(weight)}`;
}

/** The short form, for screen readers. */
export function label(scene, side, index) {
  const [best] = partners(scene, { side, indices: [index] });
  const { spoken, tokens } = scene.tokens[side][index];
  const token = `${spoken}, position ${tokens[0]}`;
  if (!best) return `${token}, read by no token`;
  const verb = side === 'query' ? 'reads most from' : 'is read most by';
  return `${token}, ${verb} ${scene.tokens[otherSide(side)][best.index].spoken}, ${what(scene)} ${said(scene, best.weight)}`;
}

const isUsual = ({ size, scale }) => Math.abs(scale - 1 / Math.sqrt(size)) < 1e-6;

/** "q·k / √32", or the factor itself where a model scales differently, or nothing where it does not scale. */
export function scoreName(open) {
  if (open.scale === 1) return 'q·k';
  return isUsual(open) ? `q·k / √${open.size}` : `q·k × ${numbers.signed(open.scale)}`;
}

/** What is pointed at in an open computation: what it is, and on further lines its numbers. */
export function aboutCell(scene, cell) {
  const { open } = scene;
  if (cell.key === null) return aboutVector(scene, cell);
  const key = open.shown[cell.key];
  const who = `key ${name(scene, 'key', cell.key)}`;
  if (key >= open.seen) return `${who} comes after ${name(scene, 'query', open.row)}, so it is masked: weight 0.`;
  if (cell.dimension !== null) return aboutDimension(open, cell, key, who);
  return cell.column === 'softmax' ? aboutWeight(open, key, who) : aboutScore(open, key, who);
}

function aboutDimension(open, { column, dimension }, key, who) {
  const at = (values) => numbers.signed(values[key * open.size + dimension]);
  if (column === 'v' || column === 'part') {
    return `value ${who.slice(4)}, dimension ${dimension}:\nweight ${numbers.exact(open.weights[key])} × v ${at(open.v)} = ${at(open.parts)}`;
  }
  return `${who}, dimension ${dimension}:\nq ${numbers.signed(open.query[dimension])} × k ${at(open.k)} = ${at(open.products)}`;
}

function aboutWeight(open, key, who) {
  return `${who}:\ne^(${numbers.signed(open.scores[key])}) / sum over ${open.seen} keys = ${numbers.exact(open.weights[key])}`;
}

function aboutScore(open, key, who) {
  const scaled = open.dots[key] * open.scale;
  const steps = [`${scoreName(open)} = ${scaling(open, open.dots[key])}${numbers.signed(scaled)}${open.scale === 1 ? ' (this model does not scale)' : ''}`];
  if (open.position) steps.push(`distance ${numbers.signed(open.position[key])}, score ${numbers.signed(open.scores[key])}`);
  return `${who}:\n${steps.join('\n')}\nsoftmax ${numbers.exact(open.weights[key])}`;
}

function scaling(open, dot) {
  if (open.scale === 1) return '';
  return isUsual(open) ? `${numbers.signed(dot)} / ${numbers.signed(1 / open.scale)} = ` : `${numbers.signed(dot)} × ${numbers.signed(open.scale)} = `;
}

function aboutVector(scene, { column, dimension }) {
  const { open } = scene;
  if (column === 'sum') return `weighted sum, dimension ${dimension}:\nover ${open.seen} values = ${numbers.signed(open.sum[dimension])}`;
  return `query ${name(scene, 'query', open.row)}, dimension ${dimension}:\nq ${numbers.signed(open.query[dimension])}`;
}

/** How to read the picture: `form` is lines, map or open. The mask is said in words because among lines it shows as missing ones. */
export function howToRead({ causal, form, count, sized = false, position = false, scale = 0 }) {
  if (form === 'open') return howToReadOpen(position, scale);
  if (form === 'table') return 'One token at a time, with its numbers; an open computation with each step but the vectors, which are in the CSV export.';
  const size = sized ? ' Weights are multiplied by the length of what they carry, the value after the output projection: a strong line that carries nothing vanishes.' : '';
  if (form === 'map') {
    const mask = causal ? ' What comes later is masked: hatched.' : '';
    return `A row is a token that reads, a column a token that is read, in their order; the stronger the colour, the more weight.${mask}${size}`;
  }
  const mask = causal ? ' No line goes to a later token: this model reads from left to right, and what comes later is masked.' : '';
  const least = shownFrom(count, null);
  const few = least === SHOWN_FROM ? `weights under ${least} have no line` : `weights under ${least} have a line only while you point at a token`;
  return `A line runs from a token on the left, which reads, to a token on the right, which is read. Thicker and stronger means more weight; ${few}.${mask}${size}`;
}

function howToReadOpen(position, scale) {
  const scaled = scale === 1 ? 'this model does not scale it' : 'scaled';
  const score = position
    ? `The sum of a row of q × k (${scaled}), and what the distance of the two tokens adds to it, make its score.`
    : `The sum of a row of q × k, ${scaled}, is its score.`;
  return 'Each cell is one number of a vector: blue is positive, orange negative. The query times a key, number by number, is q × k. '
    + `${score} Softmax turns all scores into weights that sum to 1. Each value is taken as much as its weight says; their sum is what this head hands on.`;
}
