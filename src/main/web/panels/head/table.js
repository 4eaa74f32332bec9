// The numbers of the picture as a table: one token at a time, for each head what it gives to, or gets from, all others.

import { el } from '../../kit/dom.js';
import * as numbers from '../../kit/numbers.js';
import { sameTokens } from './difference.js';
import { lineOf, meanOf, otherOf } from './scene.js';

/** The table; `pick(side, place)` is called when another token is chosen. */
export function numbersTable(pick) {
  const token = el('select', { 'aria-label': 'Token', onchange: () => choose() });
  const tables = el('div', { class: 'numbers-scroll', tabindex: 0, role: 'region', 'aria-label': 'Table of numbers' });
  const element = el('div', { class: 'numbers-part', hidden: true },
    el('label', { class: 'chooser' }, el('span', { class: 'chooser-name' }, 'Token'), token), tables);
  let offered = null;

  function choose() {
    const [side, place] = token.value.split(' ');
    pick(side, Number(place));
  }
  function offer(scene) {
    if (offered === scene) return;
    offered = scene;
    const group = (side, name) => {
      const part = el('optgroup', {});
      part.label = name;
      part.append(...lineOf(scene, side).map((line, place) => el('option', { value: `${side} ${place}` }, `${line.tokens[0]}  ${line.label}`)));
      return part;
    };
    token.replaceChildren(group('query', 'reads'), group('key', 'is read'));
  }

  return {
    element,
    /**
     * place: of the token on its side; runs: [{ name, scene, given: its numbers, head by head }]. Two runs stand in one table where
     * they have the same tokens, else each in its own.
     */
    draw(runs, place) {
      offer(runs[0].scene);
      token.value = `${place.side} ${place.place}`;
      const asOne = runs.length === 2 && sameTokens(runs[0].scene, runs[1].scene);
      tables.replaceChildren(...(asOne ? [tableOf(runs, place)] : runs.map((run) => tableOf([run], place))));
    },
  };
}

function tableOf(runs, { side, place }) {
  const [{ name, scene }] = runs;
  const line = lineOf(scene, side)[place];
  const columns = line ? columnsOf(runs) : [];
  const what = scene.sized ? 'sizes' : 'weights';
  const whose = runs.length === 1 && name ? `${name}: ` : '';
  const says = line ? `${line.label} ${side === 'query' ? 'reads' : 'is read by'}: ${what}` : 'no such token';
  const row = (other, i) => el('tr', {},
    el('td', {}, String(other.tokens[0])), el('th', { scope: 'row' }, other.label),
    ...columns.map(({ values, write = numbers.small }) => el('td', {}, write(values[i]))));
  return el('table', { class: 'numbers' }, el('caption', {}, whose + says),
    el('thead', {}, el('tr', {}, ...['position', 'token', ...columns.map((column) => column.name)].map((word) => el('th', { scope: 'col' }, word)))),
    el('tbody', {}, ...(line ? otherOf(scene, side).map(row) : [])));
}

/** Of each run the mean and every head; of two, what is between their means comes first. */
function columnsOf(runs) {
  const means = runs.map(({ given }) => meanOf(given));
  const own = ({ name, scene, given }, run) => {
    const prefix = runs.length === 2 ? `${name} ` : '';
    const mean = given.length > 1 ? [{ name: `${prefix}mean`, values: means[run] }] : [];
    return [...mean, ...given.map((values, i) => ({ name: `${prefix}head ${scene.heads[i]}`, values }))];
  };
  const between = runs.length === 2 ? [{ name: 'A − B', values: means[0].map((value, i) => value - means[1][i]), write: numbers.signed }] : [];
  return [...between, ...runs.flatMap(own)];
}
