// The thumbnails of a run: asked for by layer, all heads in one request, made small by the program.

import { arrange, lineUp } from '../../kit/arrange.js';
import { decode, encode, WEIGHTS } from '../../kit/coded.js';
import { largest } from '../../kit/numbers.js';

const SIDE = 48; // rows and columns a thumbnail has at most

export class Thumbs {
  /** numbers: of the door. */
  constructor(reply, numbers) {
    Object.assign(this, { reply, numbers, kept: new Map() });
  }

  /** The weight that a byte stands for. */
  weight(byte) {
    return WEIGHTS[byte];
  }

  /** The largest weight of a thumbnail, which is that of the head. */
  largest({ bytes }) {
    return WEIGHTS[bytes.reduce((most, byte) => Math.max(most, byte), 0)];
  }

  /** Of every head of a layer: [{ bytes, rows, columns }]. how: { filter, bundle } as arrange.js takes them, sized: whether by what is carried. */
  layer(stack, layer, how) {
    const key = `${stack.kind}/${layer}/${how.filter}/${how.bundle}/${how.sized}`;
    if (!this.kept.has(key)) {
      const coming = how.filter === 'all' && !how.bundle && !how.sized ? this.pooled(stack, layer) : this.arranged(stack, layer, how);
      coming.catch(() => this.kept.delete(key));
      this.kept.set(key, coming);
    }
    return this.kept.get(key);
  }

  async pooled(stack, layer) {
    const side = (of) => Math.min(SIDE, this.reply.sides[stack[of]].length);
    const [rows, columns] = [side('queries'), side('keys')];
    const all = await this.numbers(this.reply.run, `${stack.prefix}attn.${layer}`, { pool: SIDE });
    return heads(stack, (head) => ({ bytes: all.subarray(head * rows * columns, (head + 1) * rows * columns), rows, columns }));
  }

  /** Where only some tokens are shown, or words: the whole layer comes, a byte a weight, and is made small here. */
  async arranged(stack, layer, how) {
    const [queries, keys] = [this.reply.sides[stack.queries], this.reply.sides[stack.keys]];
    const lines = { query: lineUp(queries, 'query', how), key: lineUp(keys, 'key', how) };
    const [all, norms] = await Promise.all([
      this.numbers(this.reply.run, `${stack.prefix}attn.${layer}`, { as: 'byte' }),
      how.sized ? this.numbers(this.reply.run, `${stack.prefix}value_norm.${layer}`, {}) : null,
    ]);
    const cells = queries.length * keys.length;
    const shape = { queries: queries.length, keys: keys.length };
    const arranged = heads(stack, (head) => arrange(decode(all.subarray(head * cells, (head + 1) * cells)), shape, lines.query, lines.key,
      norms && norms.subarray(head * keys.length, (head + 1) * keys.length)));
    const end = how.sized ? Math.max(...arranged.map(largest)) || 1 : 1;
    return arranged.map((matrix) => small(matrix, lines.query.length, lines.key.length, end));
  }
}

const heads = (stack, make) => Array.from({ length: stack.heads }, (_, head) => make(head));

/** A matrix made small as the program makes it: the largest of those that share a place; `end` is full. */
export function small(matrix, queries, keys, end = 1) {
  const [rows, columns] = [Math.min(SIDE, queries), Math.min(SIDE, keys)];
  const most = new Float32Array(rows * columns);
  for (let query = 0; query < queries; query += 1) {
    const to = Math.floor((query * rows) / queries) * columns;
    for (let key = 0; key < keys; key += 1) {
      const at = to + Math.floor((key * columns) / keys);
      most[at] = Math.max(most[at], matrix[query * keys + key] / end);
    }
  }
  return { bytes: encode(most), rows, columns };
}
