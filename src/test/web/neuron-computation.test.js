// The arithmetic of the open computation, on numbers small enough to check by hand.

import { compute, difference, softmax } from '/web/panels/neuron/computation.js';
import { openRow } from '/web/panels/neuron/open-row.js';
import { equal, near, ok, test } from './kit.js';

//            dimension 0  1
const q = new Float32Array([1, 2, 0, 1, 3, -1]);
const k = new Float32Array([1, 0, 2, 1, -1, 1]);
const reply = { headSize: 2, tokens: [{}, {}, {}], scale: [0.5], causal: true };

test('softmax sums to one and keeps the order', () => near(softmax([0, Math.log(3)]), [0.25, 0.75]));

test('softmax of large scores does not overflow', () => near(softmax([1000, 1000 - Math.log(3)]), [0.75, 0.25]));

test('a causal query sees the keys up to its own', () => {
  const row = compute({ q, k, index: 1, size: 2, scale: 0.5, causal: true });
  equal([row.seen, Array.from(row.products), Array.from(row.scores)], [2, [0, 0, 0, 1], [0, 0.5]]);
  near(row.weights, [1 / (1 + Math.exp(0.5)), Math.exp(0.5) / (1 + Math.exp(0.5))]);
});

test('a query that is not causal sees every key', () => {
  const row = compute({ q, k, index: 0, size: 2, scale: 1, causal: false });
  equal([row.seen, Array.from(row.scores)], [3, [1, 4, 1]]);
});

test('the difference to the row of the model is the largest of all', () => near(difference([0.5, 0.5], [0.4, 0.6]), 0.1));

/** The attention that q and k really give, as the model would hand it out. */
function attention() {
  return Float32Array.from([0, 1, 2].flatMap((index) => {
    const { weights } = compute({ q, k, index, size: 2, scale: 0.5, causal: true });
    return [0, 1, 2].map((key) => weights[key] ?? 0);
  }));
}

test('the open row shows the weights of the model and has nothing to warn of when they agree', () => {
  const open = openRow({ q, k, attention: attention(), index: 2, reply, layer: 0 });
  equal([open.warning, open.weights.length, open.scales.vector, open.scales.product], ['', 3, 3, 7.5]);
  near(open.weights, open.row.weights);
  near([open.scales.score.low, open.scales.score.high], [-2, 2.5]);
});

test('weights that q and k do not explain are said, in a sentence with the number', () => {
  const wrong = attention();
  wrong[6] += 0.25;
  const { warning } = openRow({ q, k, attention: wrong, index: 2, reply, layer: 0 });
  ok(warning.startsWith("The softmax computed from q and k differs from the model's own weights by 0.250"), warning);
});
