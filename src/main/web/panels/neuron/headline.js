// The lines above the rows: what can be done and its button; in an open computation the query and the weighted sum; the names of the columns.

import { penFor } from '../../kit/canvas.js';
import { signedColours } from '../../kit/colours.js';
import { el, say } from '../../kit/dom.js';
import { drawStrip, frameCell } from './strips.js';
import { HINT, scoreName } from './words.js';

const MARGIN = 2; // round a strip, for the frame of its first and last number
const HIGH = 24;

/** The headline; `toggle` is called by its button, `point(cell or null, event)` when a number of the query or of the sum is pointed at. */
export function headline(toggle, point) {
  const hint = el('p', { class: 'neuron-hint' }, HINT);
  const button = el('button', { type: 'button', class: 'neuron-toggle', 'aria-expanded': 'false', onclick: toggle }, 'Show the computation');
  const query = strip('query', 'query q', point);
  const sum = strip('sum', 'weighted sum', point);
  const names = el('div', { class: 'neuron-names' });
  const element = el('div', { class: 'neuron-head' }, button, hint, ...query.elements, ...sum.elements, names);
  function drawVectors(open, { cell }, at, theme) {
    query.draw(open && { values: open.query, max: open.scales.vector, place: at.strips.k, end: at.strips.k.x }, cell, at, theme);
    sum.draw(open && { values: open.sum, max: open.scales.value, place: at.strips.part, end: at.strips.part.x }, cell, at, theme);
  }
  return {
    element,
    draw(scene, view, at, theme) {
      const { open } = scene;
      element.style.width = `${at.width}px`;
      element.classList.toggle('open', open !== null);
      button.setAttribute('aria-expanded', String(open !== null));
      button.title = open ? 'Escape' : 'Click a token that reads, or press Enter on it';
      say(button, open ? 'Close the computation' : 'Show the computation');
      if (open) hint.replaceChildren('How ', el('span', { class: 'token' }, scene.tokens.query[open.row].label), ' reads');
      else say(hint, HINT);
      drawVectors(open, view, at, theme);
      placeNames(names, columnNames(open, at));
    },
    /** Another cell is pointed at. */
    point: ({ open }, view, at, theme) => drawVectors(open, view, at, theme),
  };
}

/** One vector above a column of strips, with its name to the left. */
function strip(column, title, point) {
  const canvas = el('canvas', { class: 'neuron-strip', hidden: true, 'aria-hidden': 'true' });
  const name = el('span', { class: 'neuron-strip-name', hidden: true }, title);
  let shown = null;
  canvas.addEventListener('pointermove', (event) => {
    const share = (event.offsetX - MARGIN) / shown.place.width;
    const size = shown.values.length;
    point({ key: null, column, dimension: Math.min(size - 1, Math.max(0, Math.floor(share * size))) }, event);
  });
  canvas.addEventListener('pointerleave', (event) => point(null, event));
  return {
    elements: [name, canvas],
    draw(wanted, cell, at, theme) {
      shown = wanted;
      canvas.hidden = name.hidden = !shown;
      if (!shown) return;
      name.style.right = `${at.width - shown.end + 8 * at.unit}px`;
      drawVector(canvas, shown, cell?.key === null && cell.column !== column ? null : cell, column, at, theme);
    },
  };
}

function drawVector(canvas, { values, max, place }, cell, column, at, theme) {
  const high = HIGH * at.unit;
  const pen = penFor(canvas, place.width + 2 * MARGIN, high);
  canvas.style.left = `${place.x - MARGIN}px`;
  drawStrip(pen, { x: MARGIN, y: high / 2, width: place.width, unit: at.unit, row: high }, values, signedColours(theme, max));
  if (!cell || cell.dimension === null || !belongs(cell, column)) return;
  const width = place.width / values.length;
  pen.strokeStyle = theme.text;
  pen.lineWidth = 1.5 * at.unit;
  frameCell(pen, { x: MARGIN + cell.dimension * width, y: high / 2, width, unit: at.unit, row: high });
}

/** A dimension of the left half belongs to the query, of the right half to the sum. */
const belongs = ({ column }, strip) => (['v', 'part', 'sum'].includes(column) ? strip === 'sum' : strip === 'query');

/** What stands above the columns, and where: [{ text, start, or end: from the right edge }]. */
export const columnNames = (open, at) => (open ? openNames(open, at) : closedNames(at));

const closedNames = (at) => [
  { text: 'reads (query)', end: at.width - at.queries.x - at.queries.width },
  { text: 'is read (key)', start: at.keys.x },
];

const openNames = (open, { width, queries, keys, strips, roomy }) => [
  { text: 'reads', end: width - queries.x - queries.width },
  { text: 'is read', start: keys.x },
  { text: 'key k', start: strips.k.x },
  { text: 'q × k', start: strips.product.x },
  { text: roomy ? `scaled ${scoreName(open)}` : scoreName(open), ...numberName(strips.score, width, roomy) },
  ...(strips.distance ? [{ text: roomy ? '+ distance' : '+ dist.', ...numberName(strips.distance, width, roomy) }] : []),
  { text: 'softmax', ...numberName(strips.softmax, width, roomy) },
  { text: 'value v', start: strips.v.x },
  { text: 'weight × v', start: strips.part.x },
];

/** Numbers end where their column ends; with bars beside them they begin where it begins. */
const numberName = ({ x, width }, all, roomy) => (roomy ? { start: x } : { end: all - x - width });

function placeNames(names, wanted) {
  names.replaceChildren(...wanted.map(({ text, start, end }) => {
    const name = el('span', {}, text);
    if (end === undefined) name.style.left = `${start}px`;
    else name.style.right = `${end}px`;
    return name;
  }));
}
