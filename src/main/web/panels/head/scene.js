// What a picture of some heads shows: its rows and columns, one matrix for each head, and what follows from them.

import { arrange, lineUp } from '../../kit/arrange.js';
import { roundUp } from '../../kit/numbers.js';

/** A weight below this share of the scale has no line: it could not be seen among the others. */
export const LEAST = 0.01;
const KEPT = 80_000; // lines that are looked through while scrolling

/**
 * run: { source, stack, layer, heads, matrices, norms or null } as they came; state: filter, bundle, weighting.
 * A scene has rows and columns (arrange.js), heads, matrices (rows × columns each), `max` (the end of the scale), `exact`.
 */
export function sceneOf({ source, stack, layer, heads, matrices, norms }, state) {
  const rows = lineUp(source.queries(stack), 'query', state);
  const columns = lineUp(source.keys(stack), 'key', state);
  const shape = source.shape(stack);
  const arranged = matrices.map((matrix, i) => arrange(matrix, shape, rows, columns, norms?.[i]));
  return {
    source, stack, layer, heads, norms, rows, columns, matrices: arranged,
    max: norms ? roundUp(Math.max(...arranged.map(most))) : 1,
    sized: Boolean(norms),
    exact: source.isExact(stack, heads.length),
  };
}

function most(matrix) {
  let found = 0;
  for (let i = 0; i < matrix.length; i += 1) if (matrix[i] > found) found = matrix[i];
  return found;
}

/** The lines of a side that is looked at in a scene. */
export const lineOf = (scene, side) => (side === 'query' ? scene.rows : scene.columns);
export const otherOf = (scene, side) => (side === 'query' ? scene.columns : scene.rows);

/** Where a token stands among the rows or columns; -1 where a filter has taken it away. */
export const placeOf = (scene, { side, index }) => lineOf(scene, side).findIndex(({ tokens }) => tokens.includes(index));

/** The parts of one side that are in focus: { side, places }, from a pointed-at place and kept tokens. */
export function focusOf(scene, hover, pins) {
  if (hover) return { side: hover.side, places: [hover.place] };
  const side = pins[0]?.side;
  const places = pins.filter((pin) => pin.side === side).map((pin) => placeOf(scene, pin)).filter((place) => place >= 0);
  return places.length > 0 ? { side, places: [...new Set(places)] } : null;
}

/** For each head what the places in focus give to, or get from, the other side: their rows or columns summed. */
export function profiles(scene, { side, places }) {
  const count = scene.columns.length;
  return scene.matrices.map((matrix) => {
    const sum = new Float32Array(otherOf(scene, side).length);
    for (const place of places) {
      if (side === 'query') for (let c = 0; c < count; c += 1) sum[c] += matrix[place * count + c];
      else for (let r = 0; r < sum.length; r += 1) sum[r] += matrix[r * count + place];
    }
    return sum;
  });
}

/** The same from numbers fetched for it, where the picture's came in one byte each. */
export async function exactProfiles(scene, { side, places }) {
  const { source, stack, layer, heads, norms } = scene;
  const sums = heads.map(() => new Float32Array(otherOf(scene, side).length));
  for (const place of places) {
    const group = lineOf(scene, side)[place].tokens;
    for (const token of group) {
      const lines = await source.exact(stack, layer, heads, side, token);
      lines.forEach((line, i) => gather(scene, side, line, norms?.[i], { token, share: side === 'query' ? 1 / group.length : 1 }, sums[i]));
    }
  }
  return sums;
}

/** Adds the row or column of one token, as `arrange` would. */
function gather(scene, side, line, norms, { token, share }, sum) {
  otherOf(scene, side).forEach(({ tokens }, place) => {
    for (const other of tokens) {
      const norm = norms ? norms[side === 'query' ? other : token] : 1;
      sum[place] += line[other] * norm * (side === 'query' ? share : 1 / tokens.length);
    }
  });
}

/** The mean over the heads of profiles. */
export function meanOf(lists) {
  const mean = new Float32Array(lists[0].length);
  for (const list of lists) for (let i = 0; i < mean.length; i += 1) mean[i] += list[i] / lists.length;
  return mean;
}

const LEVEL_BITS = 19; // four bits of mantissa: sixteen levels each time a number doubles
const LEVELS = 1200;
const FIRST_LEVEL = 0x3f1; // from far below every weight to sizes of a thousand
const scratch = new Float32Array(1);
const scratchBits = new Int32Array(scratch.buffer);

const levelIn = (bits) => Math.min(LEVELS - 1, Math.max(0, (bits >> LEVEL_BITS) - FIRST_LEVEL));

function levelOf(value) {
  scratch[0] = value;
  return levelIn(scratchBits[0]);
}

function startOf(level) {
  scratchBits[0] = (level + FIRST_LEVEL) << LEVEL_BITS;
  return scratch[0];
}

const bitsOf = (matrix) => new Int32Array(matrix.buffer, matrix.byteOffset, matrix.length);

/** How many numbers of the matrices are in each level: one look at each, without a call. */
function countLevels(matrices) {
  const counts = new Uint32Array(LEVELS);
  for (const bits of matrices.map(bitsOf)) {
    for (let i = 0; i < bits.length; i += 1) if (bits[i] > 0) counts[levelIn(bits[i])] += 1;
  }
  return counts;
}

/**
 * The strongest weights of all heads, weakest first, for the lines:
 * { count, head, row, column, share: of the scale, least: the share under which nothing was kept }.
 */
export function strongest(scene, kept = KEPT) {
  const counts = countLevels(scene.matrices);
  let top = LEVELS - 1;
  while (top > 0 && counts[top] === 0) top -= 1;
  const least = Math.min(LEAST * scene.max, 0.2 * startOf(top));
  const floor = levelOf(least);
  let from = top + 1;
  let count = 0;
  while (from > floor && count + counts[from - 1] <= kept) count += counts[(from -= 1)];
  return pick(scene, { counts, from, count, least: (from === floor ? least : startOf(from)) / scene.max });
}

/** Each number goes to where those of its level begin: sorted enough for drawing, and in one pass. */
function pick(scene, { counts, from, count, least }) {
  const starts = new Uint32Array(LEVELS + 1);
  for (let level = from; level < LEVELS; level += 1) starts[level + 1] = starts[level] + counts[level];
  const found = { count, least, head: new Uint8Array(count), row: new Uint16Array(count), column: new Uint16Array(count), share: new Float32Array(count) };
  const width = scene.columns.length;
  scene.matrices.forEach((matrix, head) => {
    const bits = bitsOf(matrix);
    for (let i = 0; i < bits.length; i += 1) {
      if (bits[i] <= 0) continue;
      const level = levelIn(bits[i]);
      if (level < from) continue;
      const at = starts[level];
      starts[level] += 1;
      found.head[at] = head;
      found.row[at] = (i / width) | 0;
      found.column[at] = i % width;
      found.share[at] = matrix[i] / scene.max;
    }
  });
  return found;
}
