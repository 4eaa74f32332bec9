// The controls of the view in their order: what is run, which attention, which heads, and how it is shown.

import { FILTERS, isPair } from '../../kit/arrange.js';
import { chooser } from '../../kit/chooser.js';
import { segments, toggle, zoomer } from '../../kit/controls.js';
import { patches } from '../../kit/patches.js';

const plain = (...names) => names.map((name) => ({ value: name, name }));
const WEIGHTINGS = [...plain('attention'), { value: 'size', name: 'size', title: 'size of what is carried: attention times the length of the value' }];

export class Controls {
  /** allowed(what) says what the lesson lets a person change. */
  constructor(panel, allowed) {
    this.more = panel.more;
    this.panel = panel;
    this.kinds = segments('Attention', plain('encoder', 'decoder', 'cross'), (kind) => panel.set({ kind }));
    this.layers = chooser('Layer', (layer) => panel.set({ layer }));
    this.heads = patches((heads) => panel.set({ heads }));
    this.filters = segments('Sentences', FILTERS, (filter) => panel.set({ filter }));
    this.weighting = segments('Weight by', WEIGHTINGS, (weighting) => panel.set({ weighting }));
    this.bundle = toggle('whole words', 'Puts the pieces of a word together: rows averaged, columns added', (bundle) => panel.set({ bundle }));
    this.forms = segments('Show', plain('lines', 'map', 'table', 'difference'), (form) => panel.set({ form }));
    this.zoom = zoomer((factor) => panel.zoomBy(factor));
    const row = [this.kinds, this.layers, this.heads, this.filters, this.weighting, this.bundle, this.forms, this.zoom];
    panel.frame.controls.append(...row.map(({ element }) => element));
    this.layers.element.inert = !allowed('layer');
    this.heads.element.inert = !allowed('head');
    for (const control of [this.weighting, this.bundle, this.forms]) control.element.inert = !allowed('display');
    this.kinds.offer([]);
    this.filters.offer([]);
    this.more.offer({ takesPair: false, writes: false });
  }

  /** What is chosen. */
  sync(now) {
    const { setup, comparison } = this.panel;
    const chosen = this.panel.chosen(); // shown or on its way
    setup.set(chosen);
    comparison.set(chosen, setup.ids(chosen));
    this.weighting.set(now.weighting);
    this.bundle.set(now.bundle);
    this.forms.set(now.form);
    this.forms.offer(['lines', 'map', 'table', ...(now.compare ? ['difference'] : [])]);
    this.filters.set(now.filter);
  }

  /** What there is to choose from in the run that is shown. */
  offer({ stack, layer, heads }, { stacks, sides }) {
    this.kinds.offer(stacks.map(({ kind }) => kind));
    this.kinds.set(stack.kind);
    this.filters.offer(isPair(sides.text) ? FILTERS.map(({ value }) => value) : []);
    this.layers.set(stack.layers, layer);
    this.heads.set(stack.heads, heads);
    this.more.offer({ takesPair: stacks.length === 1 && !stack.causal, writes: stacks.length > 1 });
  }
}
