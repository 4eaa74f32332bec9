// From tokens to the rows and columns of a picture: one sentence of a pair, pieces put together to words, several tokens summed.

import { nameOf, spoken } from './tokens.js';

/** Which sentence the rows are from and which the columns: 'all', or from which to which. */
export const FILTERS = [
  { value: 'all', name: 'all' },
  { value: 'aa', name: 'A → A' },
  { value: 'ab', name: 'A → B' },
  { value: 'ba', name: 'B → A' },
  { value: 'bb', name: 'B → B' },
];

const SEGMENTS = { a: 0, b: 1 };

/** Whether there are two sentences among tokens. */
export const isPair = (tokens) => tokens.some(({ segment }) => segment === 1);

/**
 * The rows ('query') or columns ('key') of a picture: [{ tokens: positions, label, spoken, special, segment, ids }].
 * filter: see FILTERS; bundle: whether the pieces of a word are one.
 */
export function lineUp(tokens, side, { filter = 'all', bundle = false } = {}) {
  const wanted = filter === 'all' ? null : SEGMENTS[filter[side === 'query' ? 0 : 1]];
  const groups = [];
  tokens.forEach((token, position) => {
    if (wanted !== null && token.segment !== wanted) return;
    const last = groups.at(-1);
    if (bundle && last && last.word === token.word && last.segment === token.segment) last.tokens.push(position);
    else groups.push({ tokens: [position], word: token.word, segment: token.segment, special: token.special });
  });
  return groups.map((group) => named(group, tokens));
}

function named(group, tokens) {
  const own = group.tokens.map((position) => tokens[position]);
  const text = own.filter(({ part = 1 }) => part === 1).map((token) => token.text).join('');
  return { ...group, label: nameOf({ text, continues: own[0].continues }), spoken: spoken(text), ids: own.map(({ id }) => id) };
}

/** Whether rows or columns are the tokens as they are. */
const isPlain = (line, count) => line.length === count && line.every(({ tokens }) => tokens.length === 1);

/**
 * The matrix of a picture, rows × columns, from one of queries × keys: the rows of a group are averaged, its columns added,
 * so that a row still says how one look is shared out. `norms` (keys), if given, turns each weight into the size it carries.
 */
export function arrange(matrix, { queries, keys }, rows, columns, norms = null) {
  const weighted = norms ? times(matrix, norms) : matrix;
  if (isPlain(rows, queries) && isPlain(columns, keys)) return weighted;
  const made = new Float32Array(rows.length * columns.length);
  rows.forEach(({ tokens }, r) => {
    for (const query of tokens) addRow(made, r * columns.length, weighted.subarray(query * keys, (query + 1) * keys), columns, 1 / tokens.length);
  });
  return made;
}

function addRow(made, from, row, columns, share) {
  for (let c = 0; c < columns.length; c += 1) {
    let sum = 0;
    for (const key of columns[c].tokens) sum += row[key];
    made[from + c] += sum * share;
  }
}

function times(matrix, norms) {
  const sizes = new Float32Array(matrix.length);
  const keys = norms.length;
  for (let i = 0; i < matrix.length; i += 1) sizes[i] = matrix[i] * norms[i % keys];
  return sizes;
}
