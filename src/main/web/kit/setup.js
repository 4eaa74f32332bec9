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

/**
 * `pick(change)` is called with what changes of the state; allowed(what) says what the lesson lets a person change; beside: further
 * elements that belong in the same place.
 */
export function modelAndWeights({ allowed, pick, beside = [] }) {
  const model = select('Model', [], (value) => pick({ model: value }));
  const weights = select('Weights', WEIGHTS, (value) => pick({ weights: value }));
  let known = [];
  const ids = (state) => [...new Set([state.model, ...known])];
  return {
    element: el('div', { class: 'setup' }, allowed('model') ? model.element : null, allowed('weights') ? weights.element : null, ...beside),
    /** The models there are, and those the lesson names. */
    offer(here, named = []) {
      known = [...new Set([...named, ...here])];
    },
    /** All models that can be chosen. */
    ids,
    set(state) {
      model.fill(ids(state).map((id) => ({ value: id, name: id })));
      model.set(state.model);
      weights.set(state.weights);
    },
  };
}
