// The numbers of a head as CSV: its attention, or all of an open computation.

import { csv } from '../../kit/view.js';

/** The numbers behind what is shown. */
export function numbersOfHead(scene) {
  return scene.open ? ofComputation(scene) : ofAttention(scene);
}

function ofAttention({ tokens, attention, counts, sized }) {
  const rows = [];
  tokens.query.forEach((query, i) => tokens.key.forEach((key, j) => {
    rows.push([query.tokens[0], query.label, key.tokens[0], key.label, attention[i * counts.key + j]]);
  }));
  return csv(['query position', 'query', 'key position', 'key', sized ? 'size' : 'weight'], rows);
}

/** A row for each number of each vector, so that any program can take them apart. */
function ofComputation({ tokens, open }) {
  const rows = [];
  const query = tokens.query[open.row].label;
  const add = (what, key, values) => values.forEach((value, d) => rows.push([query, key, what, d, value]));
  add('q', '', Array.from(open.query));
  open.shown.forEach((key, row) => {
    if (key >= open.seen) return;
    const label = tokens.key[row].label;
    const part = (values) => Array.from(values.subarray(key * open.size, (key + 1) * open.size));
    add('k', label, part(open.k));
    add('q x k', label, part(open.products));
    rows.push([query, label, 'q.k', '', open.dots[key]], [query, label, 'scaled q.k', '', open.dots[key] * open.scale]);
    if (open.position) rows.push([query, label, 'distance', '', open.position[key]]);
    rows.push([query, label, 'softmax', '', open.weights[key]]);
    add('v', label, part(open.v));
    add('weight x v', label, part(open.parts));
  });
  add('sum', '', Array.from(open.sum));
  return csv(['query', 'key', 'what', 'dimension', 'value'], rows);
}
