// The numbers of a head as a table: what one token gives to, or gets from, all others; of an open computation every step but the vectors.

import { el } from '../../kit/dom.js';
import * as numbers from '../../kit/numbers.js';
import { weightOf } from './lines.js';
import { scoreName } from './words.js';

/** `pick(side, index)` is called when another token is chosen. */
export function headTable(pick) {
  const token = el('select', { 'aria-label': 'Token', onchange: () => pick(token.value.split(' ')[0], Number(token.value.split(' ')[1])) });
  const caption = el('caption');
  const head = el('thead');
  const body = el('tbody');
  const element = el('div', { class: 'numbers-part', hidden: true },
    el('label', { class: 'chooser' }, el('span', { class: 'chooser-name' }, 'Token'), token),
    el('div', { class: 'numbers-scroll', tabindex: 0, role: 'region', 'aria-label': 'Table of numbers' }, el('table', { class: 'numbers' }, caption, head, body)));
  let offered = null;

  function offer(scene) {
    if (offered === scene) return;
    offered = scene;
    const sides = scene.open ? [['query', 'reads']] : [['query', 'reads'], ['key', 'is read']];
    token.replaceChildren(...sides.map(([side, name]) => {
      const group = el('optgroup', {}, ...scene.tokens[side].map(({ label, tokens }, index) => el('option', { value: `${side} ${index}` }, `${tokens[0]}  ${label}`)));
      group.label = name;
      return group;
    }));
  }

  return {
    element,
    draw(scene, { side, index }) {
      offer(scene);
      token.value = `${side} ${index}`;
      const { title, names, rows } = scene.open ? ofComputation(scene) : ofToken(scene, side, index);
      caption.textContent = title;
      head.replaceChildren(el('tr', {}, ...['position', 'token', ...names].map((name) => el('th', { scope: 'col' }, name))));
      body.replaceChildren(...rows.map(({ token: { tokens, label }, cells }) => el('tr', {},
        el('td', {}, String(tokens[0])), el('th', { scope: 'row' }, label), ...cells.map((cell) => el('td', {}, cell)))));
    },
  };
}

function ofToken(scene, side, index) {
  const other = side === 'query' ? 'key' : 'query';
  const what = scene.sized ? 'size' : 'weight';
  const focus = { side, indices: [index] };
  return {
    title: `${scene.tokens[side][index].label} ${side === 'query' ? 'reads' : 'is read by'}`,
    names: [what],
    rows: scene.tokens[other].map((token, at) => ({ token, cells: [numbers.exact(weightOf(scene, focus, at))] })),
  };
}

function ofComputation({ tokens, open }) {
  const names = ['q·k', ...(open.scale === 1 ? [] : [scoreName(open)]), ...(open.position ? ['distance', 'score'] : []), 'softmax'];
  const cells = (key) => [
    open.dots[key], ...(open.scale === 1 ? [] : [open.dots[key] * open.scale]), ...(open.position ? [open.position[key], open.scores[key]] : []),
  ].map(numbers.signed).concat(numbers.exact(open.weights[key]));
  return {
    title: `How ${tokens.query[open.row].label} reads`,
    names,
    rows: tokens.key.map((token, row) => ({ token, cells: open.shown[row] < open.seen ? cells(open.shown[row]) : names.map((_, i) => (i === 0 ? 'masked' : '')) })),
  };
}
