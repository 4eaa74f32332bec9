// Where two pictures differ: A minus B, cell by cell, where both have the same rows and columns.

import { arrange } from '../../kit/arrange.js';
import { roundUp } from '../../kit/numbers.js';
import { meanOf } from './scene.js';

/** Whether two scenes can be taken from each other. */
export function sameTokens(a, b) {
  const same = (one, two) => one.length === two.length && one.every(({ label }, i) => label === two[i].label);
  return same(a.rows, b.rows) && same(a.columns, b.columns);
}

/** { values: rows × columns, max: the end of the scale } */
export function differenceOf(a, b) {
  const values = meanOf(a.matrices);
  const other = meanOf(b.matrices);
  let most = 0;
  for (let i = 0; i < values.length; i += 1) {
    values[i] -= other[i];
    most = Math.max(most, Math.abs(values[i]));
  }
  return { values, max: roundUp(most) };
}

/** The matrices of a scene with the numbers as the model has them, where the picture's came in bytes. */
export async function exactMatrices(scene) {
  if (scene.exact) return scene.matrices;
  const { source, stack, layer, heads, norms, rows, columns } = scene;
  const shape = source.shape(stack);
  const cells = shape.queries * shape.keys;
  const all = await source.fetching(source.reply.run, `${stack.prefix}attn.${layer}`, { head: heads.join(',') });
  return heads.map((_, i) => arrange(all.subarray(i * cells, (i + 1) * cells), shape, rows, columns, norms?.[i]));
}
