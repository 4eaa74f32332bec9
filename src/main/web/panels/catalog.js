// Which panels exist. A panel is a module with `mount(section, experiment)`, which returns { start(), set(state) }.

const PANELS = {
  attention: () => import('./attention/panel.js'),
};

/** Puts the panel an experiment names into its section. */
export async function mount(section, experiment) {
  const { view } = experiment;
  if (!Object.hasOwn(PANELS, view)) {
    const known = Object.keys(PANELS).join(', ');
    throw new Error(`There is no panel called “${view}”. Loupe knows: ${known}. The rest of the lesson works as usual.`);
  }
  return (await PANELS[view]()).mount(section, experiment);
}
