// With what a panel runs: which model, which weights.

import { select } from './controls.js';
import { el } from './dom.js';

export const WEIGHTS = [
  { value: 'trained', name: 'trained' },
  { value: 'random', name: 'random' },
  { value: 'random-attention', name: 'random attention' },
  { value: 'identity', name: 'q, k, v as they come' },
  { value: 'random-embeddings', name: 'random embeddings' },
];

/** `pick(change)` is called with what changes of the state; allowed(what) says what the lesson lets a person change. */
export function modelAndWeights({ allowed, pick }) {
  const model = select('Model', [], (value) => pick({ model: value }));
  const weights = select('Weights', WEIGHTS, (value) => pick({ weights: value }));
  let known = [];
  return {
    element: el('div', { class: 'setup' }, allowed('model') ? model.element : null, allowed('weights') ? weights.element : null),
    /** The models there are, and those the lesson names. */
    offer(here, named = []) {
      known = [...new Set([...named, ...here])];
    },
    set(state) {
      model.fill([...new Set([state.model, ...known])].map((id) => ({ value: id, name: id })));
      model.set(state.model);
      weights.set(state.weights);
    },
  };
}
