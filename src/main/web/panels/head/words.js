// The sentences of the view: the details line, the tool tip, what a screen reader hears, how to read it.

import { readsMost } from '../../kit/alt.js';
import * as numbers from '../../kit/numbers.js';
import { LEAST, lineOf, meanOf, otherOf, profiles } from './scene.js';

const NAMED = 5;

/** "mean of 12 heads", "head 3". */
export function headsNamed({ heads }) {
  return heads.length === 1 ? `head ${heads[0]}` : `mean of ${heads.length} heads`;
}

const about = (line) => (line.tokens.length === 1 ? `position ${line.tokens[0]}, id ${line.ids[0]}` : `positions ${line.tokens[0]} to ${line.tokens.at(-1)}`);

/** The strongest partners of what is in focus: [{ place, value }]. */
export function partners(given) {
  const mean = meanOf(given);
  return Array.from(mean, (value, place) => ({ place, value })).filter(({ value }) => value > 0).sort((a, b) => b.value - a.value);
}

/** "·dog (position 1, id 41) reads, head 3: The 0.43, ·dog 0.12, and 3 more." */
export function aboutFocus(scene, focus, given) {
  const line = lineOf(scene, focus.side);
  const who = focus.places.length === 1
    ? `${line[focus.places[0]].label} (${about(line[focus.places[0]])})`
    : `${focus.places.map((place) => line[place].label).join(' + ')}, summed,`;
  const list = partners(given);
  const floor = scene.max * LEAST;
  const strong = list.filter(({ value }, i) => i < NAMED && (value >= floor || i < 3));
  if (strong.length === 0) return `${who} ${focus.side === 'query' ? 'reads' : 'is read by'} nothing here.`;
  const verb = focus.side === 'query' ? (focus.places.length > 1 ? 'read' : 'reads') : focus.places.length > 1 ? 'are read by' : 'is read by';
  const named = strong.map(({ place, value }) => `${otherOf(scene, focus.side)[place].label} ${numbers.small(value)}`).join(', ');
  const more = list.filter(({ value }) => value >= floor).length - strong.length;
  return `${who} ${verb}, ${headsNamed(scene)}: ${named}${more > 0 ? `, and ${more} more` : ''}.`;
}

/** The short form, for screen readers. */
export function spokenFocus(scene, { side, place }, given) {
  const line = lineOf(scene, side)[place];
  const [best] = partners(given);
  const who = `${line.spoken}, position ${line.tokens[0]}`;
  if (!best) return `${who}, ${side === 'query' ? 'reads nothing' : 'read by no token'}`;
  const other = otherOf(scene, side)[best.place];
  return `${who}, ${side === 'query' ? 'reads most from' : 'is read most by'} ${other.spoken}, ${scene.sized ? 'size' : 'weight'} ${numbers.small(best.value)}`;
}

/** The whole picture in words: what each token reads most, in the mean of its heads. */
export function inWords(scene) {
  return readsMost(scene.rows.map(({ label: reader }, place) => ({ reader, best: partners(profiles(scene, { side: 'query', places: [place] }))[0] }))
    .filter(({ best }) => best).map(({ reader, best }) => ({ reader, read: scene.columns[best.place].label, weight: best.value })));
}

/** One cell of the map, with the number of each head. */
export function aboutCell(scene, { row, column }, values) {
  const what = scene.sized ? 'size' : 'weight';
  const who = `${scene.rows[row].label} reads ${scene.columns[column].label}`;
  if (scene.heads.length === 1) return `${who}: ${what} ${numbers.small(values[0])}`;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const best = values.indexOf(Math.max(...values));
  return `${who}: mean ${what} ${numbers.small(mean)}, most in head ${scene.heads[best]}: ${numbers.small(values[best])}`;
}

export const cellOf = (scene, { row, column }) => scene.matrices.map((matrix) => matrix[row * scene.columns.length + column]);

/** What is masked, and, where only one of two models is, in which picture. */
function masked(form, causal) {
  if (!causal.includes(true)) return '';
  const where = causal.includes(false) ? ` in ${'AB'[causal.indexOf(true)]}` : '';
  const who = where ? 'that model' : 'this model';
  return ` No ${form === 'lines' ? 'line' : 'weight'} goes to a later token${where}: ${who} reads from left to right, and what comes later is masked${form === 'lines' ? '' : ', hatched'}.`;
}

/** How to read the picture. causal: for each of the runs shown, whether it reads only what came before. */
export function howToRead({ form, weighting, bundle, filter, compare }, causal) {
  if (form === 'table') return 'The table holds the numbers of the picture: what one token gives to, or gets from, every other.';
  const parts = [form === 'lines'
    ? 'A line runs from a token on the left, which reads, to a token on the right, which is read; its colour is the head, its strength the weight.'
    : form === 'difference'
      ? 'Each cell is a weight in A minus the same weight in B, the mean of the heads shown: blue is more in A, orange more in B.'
      : 'Each cell is how much the token of its row reads from the token of its column, the mean of the heads shown.'];
  if (weighting === 'size') parts.push('Weights are multiplied by the length of what they carry, the value after the output projection: a strong line that carries nothing vanishes.');
  if (bundle) parts.push('Pieces are put together to words: their rows averaged, their columns added.');
  if (filter !== 'all') parts.push('Only part of each row is shown, so it need not sum to 1.');
  if (compare && form !== 'difference') parts.push('Pointing in one picture points in the other.');
  return parts.join(' ') + masked(form, causal);
}
