// What a run is compared with: other weights, another model, another text.

import { select } from '../../kit/controls.js';
import { el } from '../../kit/dom.js';
import { WEIGHTS } from '../../kit/setup.js';

/** `pick(compare)` is called with a second run beside the first, as state.js writes it, or '' for none. */
export function comparison(pick) {
  let writing = false; // another text to compare with, not run yet
  const compare = select('Compare with', [], (value) => choose(value));
  const text = el('input', {
    type: 'text', 'aria-label': 'Text to compare with', spellcheck: 'false', placeholder: 'another text, then Enter', hidden: true,
    onkeydown: (event) => {
      if (event.key !== 'Enter' || event.isComposing || !text.value.trim()) return;
      writing = false;
      pick(`text:${text.value}`);
    },
  });
  compare.element.append(text);

  function choose(value) {
    writing = value === 'text:';
    text.hidden = !writing;
    if (writing) text.focus();
    else pick(value);
  }

  return {
    element: compare.element,
    /** Shows a state; ids: of the models there are. */
    set(state, ids) {
      const [, field, value] = /^(\w+):(.*)$/s.exec(state.compare) ?? [];
      compare.fill(choices(state, field === 'model' ? [...ids, value] : ids));
      compare.set(field === 'text' || writing ? 'text:' : state.compare);
      text.hidden = field !== 'text' && !writing;
      if (field === 'text' && !writing) text.value = value;
    },
  };
}

const choices = (state, ids) => [
  { value: '', name: 'nothing' },
  ...WEIGHTS.filter(({ value }) => value !== state.weights).map(({ value, name }) => ({ value: `weights:${value}`, name: `weights: ${name}` })),
  { value: 'text:', name: 'another text' },
  ...[...new Set(ids)].filter((id) => id !== state.model).map((id) => ({ value: `model:${id}`, name: `model: ${id}` })),
];

/** What distinguishes one run of a comparison, in a few words. */
export function nameOf(state, compare) {
  const [field] = compare.split(':');
  const weights = WEIGHTS.find(({ value }) => value === state.weights)?.name;
  return { weights: `${weights} weights`, model: state.model, text: `“${state.text}”` }[field] ?? '';
}

/** Where the second run has not got the layer or the heads of the first: what is shown in their place. */
export function unlike(scene, first) {
  if (!scene || !first) return '';
  const layer = scene.layer === first.layer ? '' : ` · layer ${scene.layer}, its last`;
  const heads = String(scene.heads) === String(first.heads) ? '' : ` · ${scene.heads.length === 1 ? `head ${scene.heads[0]}` : `${scene.heads.length} heads`}`;
  return layer + heads;
}
