// One of a few numbers, such as a layer: all in sight, named, one click or arrow key each; a list where they are too many.

import { el } from './dom.js';

const IN_A_ROW = 12;
const NARROW_FROM = 9;
let groups = 0;

/** A chooser; `pick(value)` is called when the person chooses, not when `set` does. */
export function chooser(name, pick) {
  const values = el('div', { class: 'chooser-values' });
  const element = el('fieldset', { class: 'chooser numbers unknown' }, el('span', { class: 'chooser-name' }, name), values);
  element.setAttribute('aria-label', name);
  const group = `chooser-${(groups += 1)}`;
  let shown = 0;

  function fill(count) {
    shown = count;
    element.classList.remove('unknown');
    element.classList.toggle('many', count >= NARROW_FROM);
    values.replaceChildren(...(count <= IN_A_ROW ? radios(count) : [list(count)]));
  }
  const radios = (count) => Array.from({ length: count }, (_, value) => el('label', {},
    el('input', { type: 'radio', name: group, value, 'aria-label': `${name} ${value}`, onchange: () => pick(value) }),
    String(value)));
  const list = (count) => el('select', { 'aria-label': name, onchange: (event) => pick(Number(event.target.value)) },
    ...Array.from({ length: count }, (_, value) => el('option', { value }, String(value))));

  return {
    element,
    /** Offers 0..count-1 and marks one. */
    set(count, value) {
      if (count !== shown) fill(count);
      const field = values.querySelector('select');
      if (field) field.value = value;
      else for (const radio of values.querySelectorAll('input')) radio.checked = Number(radio.value) === value;
    },
  };
}
