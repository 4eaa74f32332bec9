// Small named controls: one of a few words, on or off, a number of many.

import { el } from './dom.js';

let groups = 0;

/** One of a few words, all in sight. options: [{ value, name, title }]; `pick(value)` is called when the person chooses. */
export function segments(name, options, pick) {
  const group = `segments-${(groups += 1)}`;
  const inputs = new Map();
  const values = el('div', { class: 'chooser-values words' }, ...options.map(({ value, name: word, title }) => {
    const input = el('input', { type: 'radio', name: group, value, 'aria-label': `${name}: ${title ?? word}`, onchange: () => pick(value) });
    inputs.set(value, input);
    return el('label', { title: title ?? false }, input, word);
  }));
  const element = el('fieldset', { class: 'chooser', 'aria-label': name }, el('span', { class: 'chooser-name' }, name), values);
  return {
    element,
    set(value) {
      for (const [each, input] of inputs) input.checked = each === value;
    },
    /** Hides it, or takes some of its options away. */
    offer(values_) {
      element.hidden = values_.length < 2;
      for (const [each, input] of inputs) input.parentElement.hidden = !values_.includes(each);
    },
  };
}

/** A list to choose from; `fill(options)` changes what it offers. */
export function select(name, options, pick) {
  const field = el('select', { 'aria-label': name, onchange: () => pick(field.value) });
  const element = el('label', { class: 'chooser' }, el('span', { class: 'chooser-name' }, name), field);
  const fill = (list) => {
    const chosen = field.value;
    field.replaceChildren(...list.map(({ value, name: word }) => el('option', { value }, word)));
    field.value = chosen;
  };
  fill(options);
  return {
    element,
    fill,
    set: (value) => (field.value = value),
  };
}

/** On or off. */
export function toggle(name, title, pick) {
  const box = el('input', { type: 'checkbox', onchange: () => pick(box.checked) });
  const element = el('label', { class: 'toggle', title }, box, name);
  return { element, set: (on) => (box.checked = on) };
}

/** Smaller and larger. */
export function zoomer(pick) {
  const button = (sign, word, factor) => el('button', { type: 'button', class: 'small-button', title: word, 'aria-label': word, onclick: () => pick(factor) }, sign);
  const element = el('div', { class: 'chooser zoomer', role: 'group', 'aria-label': 'Zoom' }, button('−', 'Smaller (−)', 1 / 1.25), button('+', 'Larger (+)', 1.25));
  return { element };
}
