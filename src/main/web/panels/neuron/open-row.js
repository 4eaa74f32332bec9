// What the open computation shows: the row recomputed from q and k, the model's own weights, and the scales of the colours.

import { largest, roundUp } from '../../kit/numbers.js';
import { compute, difference } from './computation.js';

const AGREE = 1e-3;

/** q, k: (tokens × headSize); attention: (tokens × tokens); index: the open query. */
export function openRow({ q, k, attention, index, reply, layer }) {
  const size = reply.headSize;
  const count = reply.tokens.length;
  const scale = reply.scale[layer];
  const row = compute({ q, k, index, size, scale, causal: reply.causal });
  const weights = attention.subarray(index * count, (index + 1) * count);
  return { index, size, scale, q, k, row, weights, scales: scalesOf(q, k, row), warning: warning(row, weights) };
}

/** One scale for all queries and keys of the head, so that rows can be compared; products and scores have their own. */
function scalesOf(q, k, row) {
  return {
    vector: roundUp(Math.max(largest(q), largest(k))),
    product: roundUp(largest(row.products)),
    score: { low: Math.min(0, ...row.scores), high: Math.max(0, ...row.scores) },
  };
}

function warning(row, weights) {
  const apart = difference(row.weights, weights);
  if (apart <= AGREE) return '';
  return `The softmax computed from q and k differs from the model's own weights by ${apart.toFixed(3)}; the weights shown are the model's.`;
}
