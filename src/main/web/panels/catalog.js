// Which panels exist. A panel is a function (section, experiment) that returns { start(), set(state) }, and what view.js names.

import { mount as head } from './head/panel.js';
import { mount as heads } from './heads/panel.js';
import { mount as model } from './model/panel.js';
import { mount as neuron } from './neuron/panel.js';

const PANELS = { head, heads, model, neuron };

/** Puts the panel an experiment names into its section. */
export function mount(section, experiment) {
  const { view } = experiment;
  if (!Object.hasOwn(PANELS, view)) {
    const known = Object.keys(PANELS).join(', ');
    throw new Error(`There is no panel called “${view}”. Loupe knows: ${known}. The rest of the lesson works as usual.`);
  }
  return PANELS[view](section, experiment);
}
