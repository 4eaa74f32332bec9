// What is run and what it is compared with: model, weights, and a second run beside the first.

import { select } from '../../kit/controls.js';
import { el } from '../../kit/dom.js';

const WEIGHTS = [
  { value: 'trained', name: 'trained' },
  { value: 'random', name: 'random' },
  { value: 'random-attention', name: 'random attention' },
  { value: 'identity', name: 'q, k, v as they come' },
  { value: 'random-embeddings', name: 'random embeddings' },
];

/** `pick(change)` is called with what changes of the state; allowed(what) says what the lesson lets a person change. */
export function setup({ allowed, pick }) {
  let writing = false; // another text to compare with, not run yet
  const model = select('Model', [], (value) => pick({ model: value }));
  const weights = select('Weights', WEIGHTS, (value) => pick({ weights: value }));
  const compare = select('Compare with', [], (value) => compareWith(value));
  const text = el('input', {
    type: 'text', 'aria-label': 'Text to compare with', spellcheck: 'false', placeholder: 'another text, then Enter', hidden: true,
    onkeydown: (event) => {
      if (event.key !== 'Enter' || !text.value.trim()) return;
      writing = false;
      pick({ compare: `text:${text.value}` });
    },
  });
  compare.element.append(text);
  const element = el('div', { class: 'setup' },
    ...(allowed('model') ? [model.element] : []), ...(allowed('weights') ? [weights.element] : []), compare.element);

  function compareWith(value) {
    writing = value === 'text:';
    text.hidden = !writing;
    if (writing) text.focus();
    else pick({ compare: value });
  }

  return {
    element,
    /** Shows a state; models: the ids there are. */
    set(state, models) {
      const ids = [...new Set([state.model, ...models])];
      model.fill(ids.map((id) => ({ value: id, name: id })));
      model.set(state.model);
      weights.set(state.weights);
      const [field, value] = [state.compare.split(':')[0], state.compare.slice(state.compare.indexOf(':') + 1)];
      compare.fill([
        { value: '', name: 'nothing' },
        ...WEIGHTS.filter((each) => each.value !== state.weights).map((each) => ({ value: `weights:${each.value}`, name: `weights: ${each.name}` })),
        { value: 'text:', name: 'another text' },
        ...[...new Set([...ids, ...(field === 'model' ? [value] : [])])].filter((id) => id !== state.model).map((id) => ({ value: `model:${id}`, name: `model: ${id}` })),
      ]);
      compare.set(field === 'text' || writing ? 'text:' : state.compare);
      text.hidden = field !== 'text' && !writing;
      if (field === 'text' && !writing) text.value = value;
    },
  };
}

/** What distinguishes one run of a comparison, in a few words. */
export function nameOf(state, compare) {
  const [field] = compare.split(':');
  const weights = WEIGHTS.find(({ value }) => value === state.weights)?.name;
  return { weights: `${weights} weights`, model: state.model, text: `“${state.text}”` }[field] ?? '';
}
