// What a head is measured by: the columns of the table, in the order in which the program sends them (loupe.experiment.Looks).

import * as numbers from '../../kit/numbers.js';

/** Each: its key in the answer, its name, and where that may be broken, what it says, and how a number of it is written. */
export const MEASURES = [
  { key: 'previous', name: 'token before', about: 'mean attention to the token before' },
  { key: 'next', name: 'token after', about: 'mean attention to the token after' },
  { key: 'same', name: 'itself', about: 'mean attention of a token to itself' },
  { key: 'first', name: 'first token', about: 'mean attention to the first token of the text' },
  { key: 'separators', name: 'separators', narrow: 'separ\u00adators', about: 'mean attention to special tokens other than the first, together' },
  { key: 'punctuation', name: 'punctuation', narrow: 'punctu\u00adation', about: 'mean attention to punctuation, together' },
  { key: 'entropy', name: 'entropy', about: 'mean entropy of the weights of a token in bits: 0 is one token, more is many', bits: true },
  { key: 'induction', name: 'induction', about: 'on random tokens said twice: mean attention to the token after the earlier occurrence' },
];

/** A number of the table: a share with two decimals, bits with one; a dash for what a text does not have. */
export function written(value, { bits = false }) {
  if (value === null || value === undefined) return '–';
  return bits ? value.toFixed(1) : numbers.weight(value);
}

/** The rows of an answer as the table shows them, measured on `where`: 'text' or 'sample'; induction is the same for both. */
export function rowsOf(reply, where, kind) {
  return reply.rows.filter((row) => row.kind === kind).map((row) => {
    const values = {};
    MEASURES.forEach(({ key }, i) => { values[key] = key === 'induction' ? row.induction : row[where][i]; });
    return { layer: row.layer, head: row.head, values };
  });
}

/** The order that a state names: '-induction' is by induction, the largest first. */
export const orderOf = (sort) => ({ key: sort.replace('-', ''), descending: sort.startsWith('-') });

/** The rows in order: by a measure, or by layer and head; what a head does not have comes last either way. */
export function sorted(rows, { key, descending }) {
  const place = (row) => row.layer * 10000 + row.head;
  const value = (row) => (key === 'head' ? place(row) : row.values[key]);
  const sign = descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [x, y] = [value(a), value(b)];
    if (x === null || x === undefined || y === null || y === undefined) return (x ?? null) === (y ?? null) ? place(a) - place(b) : x === null || x === undefined ? 1 : -1;
    return sign * (x - y) || place(a) - place(b);
  });
}

const CLEAR = 0.4; // a share from which a head is said to do one thing

/** What a head does, if one thing is clear: for screen readers and the details line. */
export function clearest({ values }) {
  const found = MEASURES.filter(({ bits, key }) => !bits && (values[key] ?? 0) >= CLEAR).sort((a, b) => values[b.key] - values[a.key]);
  return found.length > 0 ? `${found[0].about} ${written(values[found[0].key], found[0])}` : 'no single thing';
}
