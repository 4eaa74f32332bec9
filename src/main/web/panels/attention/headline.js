// The two lines above the rows: what can be done, or the open query; then the names of the columns.

import { penFor } from '../../kit/canvas.js';
import { signedColours } from '../../kit/colours.js';
import { el, say } from '../../kit/dom.js';
import { display } from '../../kit/tokens.js';
import { drawStrip, frameCell } from './strips.js';
import { HINT, scoreName } from './words.js';

/** The headline; `close` is called by its button. */
export function headline(close) {
  const hint = el('p', { class: 'attention-hint' });
  const query = el('canvas', { class: 'attention-query', 'aria-hidden': 'true' });
  const shut = el('button', { type: 'button', class: 'attention-close', title: 'Close (Escape)', onclick: close }, 'Close');
  const names = el('div', { class: 'attention-names' });
  const element = el('div', { class: 'attention-head' }, hint, query, shut, names);
  return {
    element,
    draw(scene, view, at, theme) {
      const { open } = scene;
      element.style.width = `${at.width}px`;
      query.hidden = shut.hidden = !open;
      element.classList.toggle('open', open !== null);
      hint.style.width = open ? `${at.strips.k.x - 8 * at.unit}px` : '';
      if (open) drawQuery(query, open, view.cell, at, theme);
      if (open) hint.replaceChildren('query q of ', el('span', { class: 'token' }, display(scene.tokens[open.index].text)));
      else say(hint, HINT);
      placeNames(names, open ? openNames(open, at) : closedNames(at));
    },
  };
}

const closedNames = (at) => [
  { text: 'reads (query)', end: at.width - at.queries.x - at.queries.width },
  { text: 'is read (key)', start: at.keys.x },
];

const openNames = (open, at) => [
  { text: 'reads', start: at.queries.x + 6 * at.unit },
  { text: 'is read', start: at.keys.x + 6 * at.unit },
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
  const margin = 2 * at.unit;
  const pen = penFor(canvas, width + 2 * margin, high);
  canvas.style.left = `${x - margin}px`;
  const place = { x: margin, y: high / 2, width, unit: at.unit };
  drawStrip(pen, place, q.subarray(index * size, (index + 1) * size), signedColours(theme, scales.vector));
  if (!cell || cell.dimension === null) return;
  pen.strokeStyle = theme.text;
  pen.lineWidth = 1.5 * at.unit;
  frameCell(pen, margin + (cell.dimension * width) / size, high / 2, width / size, at.unit);
}
