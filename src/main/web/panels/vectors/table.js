// The numbers of the chart as a table, folded away until somebody wants them.

import { el } from '../../kit/dom.js';
import { placeName } from './chart.js';

export function numbersTable() {
  const body = el('tbody');
  const head = el('thead');
  const element = el('details', { class: 'numbers' }, el('summary', {}, 'The numbers'), el('div', { class: 'numbers-room' }, el('table', {}, head, body)));
  return {
    element,
    show(words, chosen, measure) {
      head.replaceChildren(el('tr', {}, el('th', { scope: 'col' }, 'after layer'),
        ...words[0].cosine.map((_, i) => el('th', { scope: 'col' }, placeName(i)))));
      body.replaceChildren(...words.map((word, i) => el('tr', { class: i === chosen ? 'chosen' : false },
        el('th', { scope: 'row' }, word.text), ...word[measure].map((value) => el('td', {}, value.toFixed(2))))));
    },
  };
}
