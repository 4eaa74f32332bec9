// The export menu of a view: what is on the screen as SVG or PNG, its numbers as CSV, a link that reopens it.

import { copyText } from './clipboard.js';
import { menu } from './menu.js';
import { linkTo } from './state.js';

const IN_SIGHT = 6000; // milliseconds

/** `said(sentence)` tells how it went, for a while in sight although the end of the panel is not. `panel` is as view.js says; `door` saves. */
export function exportMenu({ section, experiment, panel, door, said: told }) {
  let sight = 0;
  const said = (sentence) => {
    told(sentence);
    section.classList.add('told');
    clearTimeout(sight);
    sight = setTimeout(() => section.classList.remove('told'), IN_SIGHT);
  };
  const name = (ending) => `${section.id}-${new Date().toISOString().slice(0, 10)}.${ending}`;
  const save = async (ending, take) => {
    if (!section.dataset.shown) return said('There is nothing to export yet. Run it, then export it.');
    const { path, message } = await door.save(name(ending), await take());
    return said(path ? `Saved as ${path}` : message);
  };
  return menu('Export', [
    { name: 'Picture as SVG', run: () => save('svg', async () => (await panel.picture()).svg) },
    { name: 'Picture as PNG', run: () => save('png', async () => (await panel.picture()).png) },
    { name: 'Numbers as CSV', run: () => save('csv', () => panel.numbers()) },
    {
      name: 'Copy link',
      run: async () => {
        const link = linkTo(section.id, panel.state(), experiment);
        said((await copyText(link)) ? 'The link is copied: in this lesson it shows this view again.' : link);
      },
    },
  ].map((item) => ({ ...item, run: () => item.run().catch((trouble) => said(`That did not work: ${trouble.message}`)) })));
}
