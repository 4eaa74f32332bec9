// The attention of one run: fetched when it comes on the screen, once, in as few bytes as a picture needs.

import { decode } from './coded.js';

/** Up to so many numbers come as they are; more come in one byte each, and the numbers of a row or column when it is pointed at. */
const EXACT = 100_000;

/** All that is kept of one run, through `numbers(run, place, wish)` of the door; layers far back are let go. */
export class AttentionSource {
  constructor(reply, numbers, kept = 24_000_000) {
    this.reply = reply;
    this.fetching = numbers;
    this.most = kept;
    this.kept = new Map();
    this.size = 0;
  }

  /** One of the run's attentions by its kind, or the first. */
  stack(kind) {
    return this.reply.stacks.find((stack) => stack.kind === kind) ?? this.reply.stacks[0];
  }

  queries = (stack) => this.reply.sides[stack.queries];

  keys = (stack) => this.reply.sides[stack.keys];

  shape(stack) {
    return { queries: this.queries(stack).length, keys: this.keys(stack).length };
  }

  /** Whether so many heads come as they are. */
  isExact(stack, heads) {
    const { queries, keys } = this.shape(stack);
    return queries * keys * heads <= EXACT;
  }

  /** The matrices of some heads of a layer, queries × keys each; in one request for those that are not here. */
  async layer(stack, layer, heads) {
    const exact = this.isExact(stack, heads.length);
    const key = (head) => `${stack.prefix}${layer}/${head}/${exact}`;
    const missing = heads.filter((head) => !this.kept.has(key(head)));
    if (missing.length > 0) this.ask(stack, layer, missing, exact, key);
    return Promise.all(heads.map((head) => this.kept.get(key(head))));
  }

  ask(stack, layer, heads, exact, key) {
    const { queries, keys } = this.shape(stack);
    const coming = this.fetching(this.reply.run, `${stack.prefix}attn.${layer}`, { head: heads.join(','), as: exact ? undefined : 'byte' });
    const cells = queries * keys;
    heads.forEach((head, i) => {
      const own = coming.then((all) => (exact ? all.subarray(i * cells, (i + 1) * cells) : decode(all.subarray(i * cells, (i + 1) * cells))));
      this.keep(key(head), own, cells);
    });
  }

  keep(key, coming, size) {
    coming.catch(() => this.kept.delete(key)); // a trouble is not worth keeping
    this.kept.set(key, coming);
    this.size += size;
    for (const old of this.kept.keys()) {
      if (this.size <= this.most || old === key) break;
      this.kept.delete(old);
      this.size -= size;
    }
  }

  /** Exact numbers of one query or key: for each head, what the query gives all keys, or what the key gets of all queries. */
  async exact(stack, layer, heads, side, index) {
    const { queries, keys } = this.shape(stack);
    const wish = { head: heads.join(','), [side === 'query' ? 'row' : 'column']: index };
    const all = await this.once(`${stack.prefix}attn.${layer}`, wish);
    const count = side === 'query' ? keys : queries;
    return heads.map((_, i) => all.subarray(i * count, (i + 1) * count));
  }

  /** How long the value of each key is after the output projection, for each of the heads. */
  async norms(stack, layer, heads) {
    const { keys } = this.shape(stack);
    const all = await this.once(`${stack.prefix}value_norm.${layer}`, {});
    return heads.map((head) => all.subarray(head * keys, (head + 1) * keys));
  }

  once(place, wish) {
    const key = `${place}?${JSON.stringify(wish)}`;
    if (!this.kept.has(key)) this.keep(key, this.fetching(this.reply.run, place, wish), 4096);
    return this.kept.get(key);
  }
}
