// The numbers of the picture as a table: one token at a time, for each head what it gives to, or gets from, all others.

import { el } from '../../kit/dom.js';
import * as numbers from '../../kit/numbers.js';
import { lineOf, meanOf, otherOf } from './scene.js';

/** The table; `pick(side, place)` is called when another token is chosen. */
export function numbersTable(pick) {
  const token = el('select', { 'aria-label': 'Token', onchange: () => choose() });
  const caption = el('caption', {});
  const head = el('thead', {});
  const body = el('tbody', {});
  const table = el('table', { class: 'numbers' }, caption, head, body);
  const element = el('div', { class: 'numbers-part', hidden: true },
    el('label', { class: 'chooser' }, el('span', { class: 'chooser-name' }, 'Token'), token),
    el('div', { class: 'numbers-scroll', tabindex: 0, role: 'region', 'aria-label': 'Table of numbers' }, table));
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
    /** place: of the token on its side; given: its numbers, head by head. */
    draw(scene, { side, place }, given) {
      offer(scene);
      token.value = `${side} ${place}`;
      const what = scene.sized ? 'sizes' : 'weights';
      caption.textContent = `${lineOf(scene, side)[place].label} ${side === 'query' ? 'reads' : 'is read by'}: ${what}`;
      const names = ['position', 'token', ...(given.length > 1 ? ['mean'] : []), ...scene.heads.map((h) => `head ${h}`)];
      head.replaceChildren(el('tr', {}, ...names.map((name) => el('th', { scope: 'col' }, name))));
      const columns = given.length > 1 ? [meanOf(given), ...given] : given;
      body.replaceChildren(...otherOf(scene, side).map((line, i) => el('tr', {},
        el('td', {}, String(line.tokens[0])), el('th', { scope: 'row' }, line.label),
        ...columns.map((list) => el('td', {}, numbers.small(list[i]))))));
    },
  };
}
