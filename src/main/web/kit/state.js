// What decides what a view shows, as one JSON value; how a lesson writes it, and how a link does.
//
//   model, text, pair, target     what is run: pair is a second sentence, target what the decoder reads ('' where there is none)
//   weights, seed                 the weights it runs with: 'trained', 'random', 'random-attention', 'identity', 'random-embeddings'
//   kind, layer, heads            which attention ('' for the first there is), which layer, which heads ([] for all)
//   filter                        'all', 'aa', 'ab', 'ba' or 'bb': from which sentence of a pair to which
//   weighting                     'attention', or 'size' of what is carried
//   bundle                        whether pieces are put together to words
//   pins                          tokens that are kept: [{ side: 'query' | 'key', index }]
//   form, zoom                    'lines', 'map', 'table' or, of two runs, 'difference'; zoom 1 is the size of reading
//   compare                       '' or in what a second run beside this one differs: 'weights:random', 'model:org/name', 'text:A dog'
//   open                          the token whose computation is open in the neuron view, or null
//   layers, shown                 which layers and heads the model view shows, as a person writes it: '0-3, 7', or '' for all
//   measured, sort                what the table of heads is measured on, 'text' or 'sample', and by which column it is sorted, '-' before it
//                                 where the largest comes first

import settings from './settings.json' with { type: 'json' };

const CHOICES = settings.choices;

const COMPARISON = /^(model|weights|text):(.+)$/s;

const DEFAULTS = Object.freeze({
  model: '', text: '', pair: '', target: '', weights: 'trained', seed: 0, kind: '', layer: 0, heads: [], filter: 'all', weighting: 'attention',
  bundle: false, pins: [], form: 'lines', zoom: 1, compare: '', open: null, layers: '', shown: '', measured: 'text', sort: 'head',
});

/** What a change of these asks for: a run of its own. */
export const RUN_FIELDS = ['model', 'text', 'pair', 'target', 'weights', 'seed'];

/** The state an experiment of a lesson begins with. */
export function stateOf(experiment) {
  const [first, second] = Array.isArray(experiment.pair) ? experiment.pair : [];
  const written = { ...experiment, pair: second };
  if (first !== undefined) written.text = first;
  if (experiment.display !== undefined) written.form = experiment.display;
  const [one, other] = Array.isArray(experiment.texts) ? experiment.texts : [];
  if (one !== undefined) written.text = one;
  if (other !== undefined) written.compare = `text:${other}`;
  else if (experiment.compare !== undefined) written.compare = `${CHOICES.weights.includes(experiment.compare) ? 'weights' : 'model'}:${experiment.compare}`;
  return changed(DEFAULTS, written);
}

/** The state of the second run of a comparison, or null. */
export function otherOf(state) {
  const [, field, value] = COMPARISON.exec(state.compare) ?? [];
  return field ? { ...state, compare: '', [field]: value } : null;
}

/** The state with what a link, a lesson or a saved view says; what makes no sense is left as it was. */
export function changed(state, given) {
  const next = { ...state };
  for (const [key, value] of Object.entries(given)) {
    const name = key === 'head' ? 'heads' : key === 'pin' ? 'pins' : key;
    if (!Object.hasOwn(READERS, name) || value === undefined || (value === null && name !== 'open')) continue;
    const read = READERS[name](value, name);
    if (read !== undefined) next[name] = read;
  }
  return next;
}

/** Whether two states ask for different runs. */
export const apart = (a, b) => RUN_FIELDS.some((name) => a[name] !== b[name]);

/** Of a state, only what was run. */
export const ranOf = (state) => Object.fromEntries(RUN_FIELDS.map((name) => [name, state[name]]));

/**
 * The state with what is given, as `changed`; what belongs to the tokens of one run, those that are kept and the open one, goes with
 * them, unless it is given as well.
 */
export function moved(state, given) {
  const next = changed(state, given);
  if (!apart(next, state)) return next;
  if (given.pin === undefined && given.pins === undefined) next.pins = [];
  if (given.open === undefined) next.open = null;
  return next;
}

const text = (value) => String(value);
const count = (value) => (/^\d{1,9}$/.test(String(value)) ? Number(value) : undefined);
const choice = (value, name) => (CHOICES[name].includes(value) ? value : undefined);
const choiceOrFirst = (value, name) => (value === '' ? value : choice(value, name));
const counts = (value) => {
  const list = (Array.isArray(value) ? value : String(value).split(',').filter(Boolean)).map(count);
  return list.includes(undefined) ? undefined : list;
};

const READERS = {
  model: text, text, pair: text, target: text, seed: count,
  compare: (value) => (value === '' || COMPARISON.test(value) ? value : undefined),
  layer: count, heads: counts, layers: text, shown: text, measured: choice,
  sort: (value) => (/^-?[a-z]+$/.test(value) ? value : undefined),
  weights: choice, kind: choiceOrFirst, filter: choice, weighting: choice, form: choice,
  bundle: (value) => value === true || value === 'true',
  zoom: (value) => (Number(value) > 0 ? Math.min(4, Math.max(0.1, Number(value))) : undefined),
  open: (value) => (value === null || value === 'none' ? null : count(value)),
  pins,
};

/** What somebody expects of training, cell by cell, as a link has it, '2u0,3d1', or a saved view: [[from, to, 1 or -1]]. */
export function marksOf(value) {
  if (Array.isArray(value)) return value;
  const list = String(value).split(',').filter(Boolean).map((mark) => /^(\d{1,5})([ud])(\d{1,5})$/.exec(mark));
  return list.includes(null) ? undefined : list.map(([, from, sign, to]) => [Number(from), Number(to), sign === 'u' ? 1 : -1]);
}

function pins(value) {
  if (Array.isArray(value)) return value;
  const list = String(value).split(',').filter(Boolean).map((pin) => /^([qk])(\d{1,5})$/.exec(pin));
  return list.includes(null) ? undefined : list.map(([, side, index]) => ({ side: side === 'q' ? 'query' : 'key', index: Number(index) }));
}

/**
 * A link that reopens a state, whatever is shown by then: '#exp-heads?whole=true&layer=5&head=1', with what differs from how the
 * experiment begins. A link that a lesson writes, without `whole`, sets only what it names.
 */
export function linkTo(id, state, experiment) {
  const first = stateOf(experiment);
  const query = new URLSearchParams({ whole: true });
  for (const [name, value] of Object.entries(state)) {
    if (!settings.links.includes(name) || JSON.stringify(value) === JSON.stringify(first[name])) continue;
    query.set({ heads: 'head', pins: 'pin' }[name] ?? name, written(name, value));
  }
  return `#${id}?${query}`;
}

/** What the words of a link set in an experiment. */
export function followed(experiment, { whole, ...given }) {
  if (!whole) return given;
  const { head, pin, ...first } = { ...stateOf(experiment), ...given };
  return { ...first, heads: head ?? first.heads, pins: pin ?? first.pins };
}

function written(name, value) {
  if (name === 'pins') return value.map(({ side, index }) => side[0] + index).join(',');
  if (name === 'marks') return value.map(([from, to, sign]) => `${from}${sign > 0 ? 'u' : 'd'}${to}`).join(',');
  if (name === 'open' && value === null) return 'none';
  return Array.isArray(value) ? value.join(',') : String(value);
}

/** What is sent to the program: the fields of a run that say something. */
export function requestOf(state) {
  const request = { model: state.model, text: state.text };
  for (const name of ['pair', 'target']) if (state[name].trim()) request[name] = state[name];
  if (state.weights !== 'trained') Object.assign(request, { weights: state.weights, seed: state.seed });
  return request;
}
