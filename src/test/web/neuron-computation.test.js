// The arithmetic of the open computation, on numbers small enough to check by hand.

import { compute, difference, mixed, softmax } from '/web/panels/neuron/computation.js';
import { openRow } from '/web/panels/neuron/open-row.js';
import { equal, near, ok, test } from './kit.js';

//            dimension 0  1
const q = new Float32Array([1, 2, 0, 1, 3, -1]);
const k = new Float32Array([1, 0, 2, 1, -1, 1]);
const v = new Float32Array([4, 0, 0, 4, 2, 2]);
const query = (index) => q.subarray(2 * index, 2 * index + 2);

test('softmax sums to one and keeps the order', () => near(softmax([0, Math.log(3)]), [0.25, 0.75]));

test('softmax of large scores does not overflow', () => near(softmax([1000, 1000 - Math.log(3)]), [0.75, 0.25]));

test('a causal query sees the keys up to its own', () => {
  const row = compute({ query: query(1), k, v, size: 2, scale: 0.5, seen: 2 });
  equal([row.seen, Array.from(row.products), Array.from(row.dots), Array.from(row.scores)], [2, [0, 0, 0, 1], [0, 1], [0, 0.5]]);
  near(row.weights, [1 / (1 + Math.exp(0.5)), Math.exp(0.5) / (1 + Math.exp(0.5))]);
});

test('a query that is not causal sees every key', () => {
  const row = compute({ query: query(0), k, v, size: 2, scale: 1, seen: 3 });
  equal([row.seen, Array.from(row.scores)], [3, [1, 4, 1]]);
});

test('what distances add is part of the score, and not of q·k', () => {
  const row = compute({ query: query(0), k, v, size: 2, scale: 0.5, seen: 3, position: new Float32Array([1, -2, 0]) });
  equal([Array.from(row.dots), Array.from(row.scores)], [[1, 4, 1], [1.5, 0, 0.5]]);
});

test('each value is taken as much as its weight says, and their sum is what the head hands on', () => {
  const { parts, sum } = mixed(new Float32Array([0.5, 0.25, 0.25]), v, 2);
  equal([Array.from(parts), Array.from(sum)], [[2, 0, 0, 1, 0.5, 0.5], [2.5, 1.5]]);
});

test('the difference to the row of the model is the largest of all', () => near(difference([0.5, 0.5], [0.4, 0.6]), 0.1));

/** The attention that q and k really give, as the model would hand it out. */
function rowOf(index, scale = 0.5) {
  const { weights } = compute({ query: query(index), k, v, size: 2, scale, seen: index + 1 });
  return Float32Array.from([0, 1, 2], (key) => weights[key] ?? 0);
}

const opened = (row, more = {}) => openRow({ q, k, v, row, position: null, index: 2, size: 2, scale: 0.5, causal: true, shown: [0, 1, 2], ...more });

test('the open row shows the weights of the model and has nothing to warn of when they agree', () => {
  const open = opened(rowOf(2));
  equal([open.warning, open.weights.length, open.scales.vector, open.scales.product, open.scales.value], ['', 3, 3, 7.5, 5]);
  near([open.scales.score.low, open.scales.score.high], [-2, 2.5]);
});

test('a score that distances are part of explains the weights of the model', () => {
  const position = new Float32Array([0.3, -0.7, 0.1]);
  const { weights } = compute({ query: query(2), k, v, size: 2, scale: 0.5, seen: 3, position });
  equal(opened(weights, { position }).warning, '');
  ok(opened(weights).warning !== '', 'without them it does not');
});

test('weights that q and k do not explain are said, in a sentence with the number', () => {
  const wrong = rowOf(2);
  wrong[0] += 0.25;
  const { warning } = opened(wrong);
  ok(warning.startsWith("The softmax computed from q and k differs from the model's own weights by 0.250"), warning);
});
