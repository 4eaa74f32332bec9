// A program that answers from a fixed run, and remembers what it was asked. All heads are alike.
//
//   key      0    1    2
// query 0    1    .    .
// query 1    0.9  0.1  .
// query 2    0.5  0.2  0.3

import { RunGone } from '/web/kit/ask.js';

export const ATTENTION = new Float32Array([1, 0, 0, 0.9, 0.1, 0, 0.5, 0.2, 0.3]);
const NORMS = [0.1, 2, 3]; // of the values
const WORDS = ['The', ' dog', ' ran'];

const stack = (kind, prefix, queries, keys, causal) => ({ kind, prefix, layers: 2, heads: 3, headSize: 2, scale: [1, 1], causal, queries, keys });

const token = (text, id, more) => ({ id: 40 + id, text, start: 0, end: 0, special: false, part: 1, parts: 1, segment: 0, type: 0, word: id, ...more });

/** A reply; words and segments are given by token. */
export function reply(run, { texts = WORDS, words, segments, causal = true, twoStacks = false } = {}) {
  const tokens = texts.map((text, i) => token(text, i, { word: words?.[i] ?? i, segment: segments?.[i] ?? 0 }));
  return {
    state: 'drawn', run, model: 'course/gpt', weights: { variant: 'trained', seed: 0 }, device: 'CPU', milliseconds: 3, next: [], targetWritten: false,
    sides: { text: tokens, target: twoStacks ? [token('‹s›', 0, { special: true }), token('a', 1)] : [] },
    stacks: twoStacks
      ? [stack('encoder', 'encoder.', 'text', 'text', false), stack('decoder', 'decoder.', 'target', 'target', true), stack('cross', 'cross.', 'target', 'text', false)]
      : [stack('self', '', 'text', 'text', causal)],
  };
}

/** gone: runs that the program no longer keeps; random weights read everything alike. */
export function program({ reply: answer = (body, run) => reply(run), gone = new Set() } = {}) {
  const heard = { asked: [], numbers: [], posted: [], saved: [] };
  const replies = new Map();
  return {
    heard,
    async ask(panel, body) {
      heard.asked.push(body);
      const run = `r${heard.asked.length}`;
      const found = await answer(body, run);
      replies.set(run, { found, random: body.weights === 'random' });
      return found;
    },
    async numbers(run, place, wish) {
      const said = Object.entries(wish).filter(([, value]) => value !== undefined).map(([key, value]) => `${key}=${value}`).join('&');
      heard.numbers.push(`${run}/${place}?${said}`);
      if (gone.has(run)) throw new RunGone('gone');
      const { found, random } = replies.get(run);
      const own = found.stacks.find(({ prefix }) => place.startsWith(`${prefix}attn`) || place.startsWith(`${prefix}value`));
      const shape = { queries: found.sides[own.queries].length, keys: found.sides[own.keys].length };
      if (place.includes('value_norm')) return Float32Array.from({ length: 3 * shape.keys }, (_, i) => NORMS[i % shape.keys]);
      return answerNumbers(matrix(shape, random), shape, wish);
    },
    async post(path, body) {
      heard.posted.push([path, body]);
    },
    async models() {
      return ['course/gpt', 'course/other'];
    },
    async save(name, body) {
      heard.saved.push([name, body]);
      return { path: `/home/x/exp-1.${name.split('.').at(-1)}` };
    },
  };
}

function matrix({ queries, keys }, random) {
  if (!random && queries === 3 && keys === 3) return ATTENTION;
  if (queries < 10) return new Float32Array(queries * keys).fill(1 / keys);
  const long = new Float32Array(queries * keys);
  for (let q = 0; q < queries; q += 1) {
    long[q * keys] = 0.0268; // a number that one byte does not hold
    long[q * keys + q] = 0.97;
  }
  return long;
}

function answerNumbers(numbers, { queries, keys }, wish) {
  const heads = String(wish.head ?? '0,1,2').split(',').length;
  const one = wish.row !== undefined
    ? numbers.slice(wish.row * keys, (wish.row + 1) * keys)
    : wish.column !== undefined ? Float32Array.from({ length: queries }, (_, q) => numbers[q * keys + wish.column]) : numbers;
  const all = new Float32Array(one.length * heads);
  for (let head = 0; head < heads; head += 1) all.set(one, head * one.length);
  return wish.as === 'byte' ? coded(all) : all;
}

/** As the program codes them. */
function coded(weights) {
  const bits = new Int32Array(weights.buffer);
  return Uint8Array.from(bits, (value, i) => (weights[i] > 0 ? Math.min(255, Math.max(0, ((value + 0x40000) >> 19) - 0x6f1)) : 0));
}
