// What the open computation shows: the row recomputed from q, k and v, the model's own weights, and the scales of the colours.

import { largest, roundUp } from '../../kit/numbers.js';
import { compute, difference } from './computation.js';

const AGREE = 1e-3;

/**
 * q, k, v: (tokens × size) of the head; row: the model's weights of the query; index: the query; position: of its row, or null;
 * causal: whether it sees no key after its own place; shown: the keys on the screen, in their order.
 */
export function openRow({ q, k, v, row, position, index, size, scale, causal, shown }) {
  const seen = causal ? index + 1 : k.length / size;
  const query = q.subarray(index * size, (index + 1) * size);
  const made = compute({ query, k, v, size, scale, seen, position });
  return {
    ...made, most: largest(made.weights), index, size, scale, query, k, v, position, shown, weights: row, apart: difference(made.weights, row),
    scales: scalesOf({ q, k, v, position, made, scale }), warning: warning(difference(made.weights, row)),
  };
}

/** One scale for all queries and keys of the head, so that rows can be compared, and one for its values; what is made of them has its own. */
function scalesOf({ q, k, v, position, made, scale }) {
  const scaled = made.dots.map((dot) => dot * scale);
  const beside = position ? position.subarray(0, made.seen) : [];
  return {
    vector: roundUp(Math.max(largest(q), largest(k))),
    product: roundUp(largest(made.products)),
    value: roundUp(largest(v)),
    part: roundUp(largest(made.parts)),
    score: { low: least(scaled, beside), high: most(scaled, beside) },
  };
}

const least = (...lists) => lists.reduce((low, list) => list.reduce((a, b) => Math.min(a, b), low), 0);
const most = (...lists) => lists.reduce((high, list) => list.reduce((a, b) => Math.max(a, b), high), 0);

function warning(apart) {
  if (apart <= AGREE) return '';
  return `The softmax computed from q and k differs from the model's own weights by ${apart.toFixed(3)}; the weights shown are the model's.`;
}
