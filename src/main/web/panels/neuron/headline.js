// The two lines above the rows: what can be done, or the open query; then the names of the columns.

import { penFor } from '../../kit/canvas.js';
import { signedColours } from '../../kit/colours.js';
import { el, say } from '../../kit/dom.js';
import { display } from '../../kit/tokens.js';
import { drawStrip, frameCell } from './strips.js';
import { HINT, scoreName } from './words.js';

/** The headline; `close` is called by its button, `point(cell or null, event)` when a number of the query is pointed at. */
export function headline(close, point) {
  const hint = el('p', { class: 'neuron-hint' }, HINT);
  const query = el('canvas', { class: 'neuron-query', hidden: true, 'aria-hidden': 'true' });
  const shut = el('button', { type: 'button', class: 'neuron-close', title: 'Close (Escape)', hidden: true, onclick: close }, 'Close');
  const names = el('div', { class: 'neuron-names' });
  const element = el('div', { class: 'neuron-head' }, hint, query, shut, names);
  let strip = null;
  query.addEventListener('pointermove', (event) => {
    const share = (event.offsetX - MARGIN) / strip.width;
    const dimension = Math.min(strip.size - 1, Math.max(0, Math.floor(share * strip.size)));
    point({ key: null, column: 'q', dimension }, event);
  });
  query.addEventListener('pointerleave', (event) => point(null, event));
  return {
    element,
    draw(scene, view, at, theme) {
      const { open } = scene;
      element.style.width = `${at.width}px`;
      query.hidden = shut.hidden = !open;
      element.classList.toggle('open', open !== null);
      hint.style.width = open ? `${at.strips.k.x - 8 * at.unit}px` : '';
      strip = open && { width: at.strips.k.width, size: open.size };
      if (open) drawQuery(query, open, view.cell, at, theme);
      if (open) hint.replaceChildren('query q of ', el('span', { class: 'token' }, display(scene.tokens[open.index].text)));
      else say(hint, HINT);
      placeNames(names, open ? openNames(open, at) : closedNames(at));
    },
  };
}

const MARGIN = 2; // round the query, for the frame of its first and last number

const closedNames = (at) => [
  { text: 'reads (query)', end: at.width - at.queries.x - at.queries.width },
  { text: 'is read (key)', start: at.keys.x },
];

const openNames = (open, at) => [
  { text: 'reads', end: at.width - at.queries.x - at.queries.width },
  { text: 'is read', start: at.keys.x },
  { text: 'key k', start: at.strips.k.x },
  { text: 'q × k', start: at.strips.product.x },
  { text: scoreName(open), start: at.strips.score.x },
  { text: 'softmax', start: at.strips.softmax.x },
];

function placeNames(names, wanted) {
  names.replaceChildren(...wanted.map(({ text, start, end }) => {
    const name = el('span', {}, text);
    if (end === undefined) name.style.left = `${start}px`;
    else name.style.right = `${end}px`;
    return name;
  }));
}

/** The query stands above the keys, number over number. */
function drawQuery(canvas, { q, index, size, scales }, cell, at, theme) {
  const { x, width } = at.strips.k;
  const high = 24 * at.unit;
  const pen = penFor(canvas, width + 2 * MARGIN, high);
  canvas.style.left = `${x - MARGIN}px`;
  const place = { x: MARGIN, y: high / 2, width, unit: at.unit };
  drawStrip(pen, place, q.subarray(index * size, (index + 1) * size), signedColours(theme, scales.vector));
  if (!cell || cell.dimension === null) return;
  pen.strokeStyle = theme.text;
  pen.lineWidth = 1.5 * at.unit;
  frameCell(pen, MARGIN + (cell.dimension * width) / size, high / 2, width / size, at.unit);
}
