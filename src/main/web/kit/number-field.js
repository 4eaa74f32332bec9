// A choice of many numbers in one field: "0-3, 7", or nothing for all.

import { el } from './dom.js';

/** `pick(text)` is called when the person has written something else. */
export function numberField(name, pick) {
  const field = el('input', { type: 'text', spellcheck: 'false', placeholder: 'all', 'aria-label': name, onchange: () => pick(field.value) });
  return {
    element: el('label', { class: 'chooser number-field' }, el('span', { class: 'chooser-name' }, name), field),
    /** Shows a choice among `count`; one that cannot be read is marked, with what would be right. */
    set(text, valid, count) {
      if (document.activeElement !== field) field.value = text;
      field.title = `All, or some of 0 to ${count - 1}, such as 0-3, 7`;
      field.setAttribute('aria-invalid', String(!valid));
    },
  };
}
