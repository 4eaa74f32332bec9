// What the views of one head have to choose from, in the same words and the same order everywhere.

import { FILTERS, isPair } from '../kit/arrange.js';
import { segments, toggle, zoomer } from '../kit/controls.js';

const KINDS = [{ value: 'encoder', name: 'encoder' }, { value: 'decoder', name: 'decoder' }, { value: 'cross', name: 'cross' }];
const FORMS = [{ value: 'lines', name: 'lines' }, { value: 'map', name: 'map' }, { value: 'table', name: 'table' }];
const WEIGHTINGS = [
  { value: 'attention', name: 'attention' },
  { value: 'size', name: 'size', title: 'size of what is carried: attention times the length of the value it carries' },
];

/** The controls of `panel` (one-run.js): { kind, filter, form, weighting, bundle, zoom }, and `offer(stack, isLong, reply)`, which shows those that mean something. */
export function choices(panel) {
  const other = { open: null, pins: [] };
  const kind = segments('Attention', KINDS, (value) => panel.change({ kind: value, ...other }));
  const filter = segments('Sentences', FILTERS, (value) => panel.change({ filter: value, ...other }));
  const form = segments('Show', FORMS, (value) => panel.change({ form: value }));
  const weighting = segments('Weight by', WEIGHTINGS, (value) => panel.change({ weighting: value, open: null }));
  const bundle = toggle('whole words', 'Puts the pieces of a word together: rows averaged, columns added', (on) => panel.change({ bundle: on, open: null }));
  const zoom = zoomer((factor) => panel.set({ zoom: panel.now.zoom * factor }));
  for (const control of [kind, filter, zoom]) control.element.hidden = true;
  const mark = () => {
    filter.set(panel.now.filter);
    form.set(panel.now.form);
    weighting.set(panel.now.weighting);
    bundle.set(panel.now.bundle);
  };
  mark();
  for (const control of [form, weighting, bundle]) control.element.inert = !panel.allows('display');
  return {
    kind, filter, form, weighting, bundle, zoom,
    offer(stack, isLong, reply = panel.reply) {
      kind.element.hidden = reply.stacks.length === 1;
      kind.set(stack.kind);
      filter.element.hidden = stack.queries !== stack.keys || !isPair(reply.sides[stack.keys]);
      mark();
      zoom.element.hidden = !isLong;
    },
  };
}

/** The attention that a state chooses, and a layer and head as far as that has them. */
export function chosenOf(reply, now) {
  const stack = reply.stacks.find(({ kind }) => kind === now.kind) ?? reply.stacks[0];
  const within = (number, count) => Math.min(Math.max(0, number), count - 1);
  return { stack, layer: within(now.layer, stack.layers), head: within(now.heads[0] ?? 0, stack.heads) };
}

/** Whether one head is large after something was given: a head opens it, none in its place closes it. */
export function opens({ head, heads = head }, opened) {
  return heads === undefined ? opened : String(heads) !== '';
}

/** The title of a view: "Neuron view, cross attention, layer 2, head 5". */
export function titleOf(name, reply, stack, place = []) {
  return [name, ...(reply.stacks.length > 1 ? [`${stack.kind} attention`] : []), ...place].join(', ');
}
