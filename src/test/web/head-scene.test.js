// Which lines there are, on matrices small enough to be checked by hand, and as many as a long text has.

import { exactProfiles, focusOf, profiles, strongest } from '/web/panels/head/scene.js';
import { arrange, lineUp } from '/web/kit/arrange.js';
import { equal, near, ok, test } from './kit.js';

const line = (count) => Array.from({ length: count }, (_, i) => ({ tokens: [i], label: String(i) }));
const scene = (rows, columns, ...matrices) => ({ rows: line(rows), columns: line(columns), matrices: matrices.map((m) => Float32Array.from(m)), max: 1 });
const listed = ({ count, head, row, column, share }) => Array.from({ length: count }, (_, i) => [head[i], row[i], column[i], Number(share[i].toFixed(3))]);

test('the strongest come last, and what is under a hundredth of the scale is not kept', () => {
  const found = strongest(scene(2, 3, [0.7, 0.3, 0, 0.004, 0.05, 0.946], [0, 0, 1, 0.5, 0.5, 0]));
  equal(listed(found), [[0, 1, 1, 0.05], [0, 0, 1, 0.3], [1, 1, 0, 0.5], [1, 1, 1, 0.5], [0, 0, 0, 0.7], [0, 1, 2, 0.946], [1, 0, 2, 1]]);
  near(found.least, 0.01);
});

test('of more than are wanted only the strongest are kept, and it is said from where', () => {
  const found = strongest(scene(1, 5, [0.1, 0.2, 0.3, 0.4, 0.9]), 2);
  equal(listed(found), [[0, 0, 3, 0.4], [0, 0, 4, 0.9]]);
  ok(found.least > 0.3 && found.least <= 0.4, String(found.least));
});

test('where all are alike and too many, none is picked out', () => {
  equal(strongest(scene(10, 10, Array(100).fill(0.1)), 50).count, 0);
});

test('where all are weak, the floor goes down with them', () => {
  equal(strongest(scene(1, 2, [0.002, 0.001])).count, 2);
});

test('sizes above one are sorted like weights', () => {
  const sized = { ...scene(1, 3, [7, 0.01, 3]), max: 7.5, sized: true };
  equal(listed(strongest(sized)).map(([, , column]) => column), [2, 0]);
});

test('a long text with many heads is looked through in one go', () => {
  const matrix = Float32Array.from({ length: 512 * 512 }, (_, i) => (i % 40 === 0 ? ((i * 7919) % 1000) / 1000 : 0.0001));
  const found = strongest({ ...scene(512, 512), matrices: Array(12).fill(matrix) }, 40000);
  ok(found.count > 0 && found.count <= 40000, String(found.count));
  for (let i = 1; i < found.count; i += 1) ok(found.share[i] >= found.share[i - 1] * (1 - 1 / 16), `at ${i}`);
});

const token = (text, word, segment = 0) => ({ id: 1, text, word, segment, special: false, part: 1 });
const TOKENS = [token('un', 0), token('do', 0), token('it', 1), token('now', 2, 1)];
// Rows sum to 1.
const MATRIX = Float32Array.from([0.4, 0.3, 0.2, 0.1, 0.2, 0.2, 0.2, 0.4, 0.1, 0.2, 0.3, 0.4, 0.25, 0.25, 0.25, 0.25]);

test('the pieces of a word are one row, averaged, and one column, added: rows still sum to 1', () => {
  const [rows, columns] = ['query', 'key'].map((side) => lineUp(TOKENS, side, { bundle: true }));
  equal(rows.map(({ label }) => label), ['undo', 'it', 'now']);
  near(arrange(MATRIX, { queries: 4, keys: 4 }, rows, columns), [0.55, 0.2, 0.25, 0.3, 0.3, 0.4, 0.5, 0.25, 0.25]);
});

test('a filter takes rows from one sentence and columns from the other', () => {
  const [rows, columns] = ['query', 'key'].map((side) => lineUp(TOKENS, side, { filter: 'ab' }));
  near(arrange(MATRIX, { queries: 4, keys: 4 }, rows, columns), [0.1, 0.4, 0.4]);
});

test('sizes are weights times the lengths of the values, before columns are added', () => {
  const columns = lineUp(TOKENS, 'key', { bundle: true });
  const rows = lineUp(TOKENS, 'query');
  near(arrange(MATRIX, { queries: 4, keys: 4 }, rows, columns, Float32Array.from([1, 2, 3, 4])).slice(0, 3), [1, 0.6, 0.4]);
});

/** A source that has the numbers of MATRIX, asked for row by row. */
const source = {
  async exact(stack, layer, heads, side, index) {
    return heads.map(() => (side === 'query' ? MATRIX.slice(index * 4, index * 4 + 4) : Float32Array.from([0, 1, 2, 3], (q) => MATRIX[q * 4 + index])));
  },
};

test('numbers fetched for what is in focus are arranged as those of the picture', async () => {
  const norms = Float32Array.from([1, 2, 3, 4]);
  for (const options of [{}, { bundle: true }, { filter: 'ab' }, { filter: 'ba', bundle: true }]) {
    for (const own of [null, norms]) {
      const [rows, columns] = ['query', 'key'].map((side) => lineUp(TOKENS, side, options));
      const made = { source, heads: [0], norms: own ? [own] : null, rows, columns, matrices: [arrange(MATRIX, { queries: 4, keys: 4 }, rows, columns, own)] };
      for (const focus of [{ side: 'query', places: [0] }, { side: 'key', places: [0] }, { side: 'query', places: rows.map((_, i) => i) }]) {
        near((await exactProfiles(made, focus))[0], profiles(made, focus)[0], 1e-5);
      }
    }
  }
});

test('what is pointed at comes before what is kept, and what a filter took away is not in focus', () => {
  const rows = lineUp(TOKENS, 'query', { filter: 'ab' });
  const made = { rows, columns: lineUp(TOKENS, 'key', { filter: 'ab' }) };
  const pins = [{ side: 'query', index: 1 }, { side: 'query', index: 3 }];
  equal(focusOf(made, null, pins), { side: 'query', places: [1] });
  equal(focusOf(made, { side: 'key', place: 0 }, pins), { side: 'key', places: [0] });
  equal(focusOf(made, null, [{ side: 'query', index: 3 }]), null);
});
