// One patch for each head, in its colour, with its number: a click shows or hides it, a double click shows only it.

import { el } from './dom.js';

const COLOURS = 12;

/** `pick(heads)` is called with the heads to show, [] for all. */
export function patches(pick) {
  const row = el('div', { class: 'patches' });
  const all = el('button', { type: 'button', class: 'small-button all', title: 'Show all heads', onclick: () => pick([]) }, 'all');
  const element = el('fieldset', { class: 'chooser unknown', 'aria-label': 'Heads' }, el('span', { class: 'chooser-name' }, 'Heads'), row, all);
  let shown = [];
  let count = 0;

  const isOnly = (head) => shown.length === 1 && shown[0] === head;
  const told = (heads) => pick(heads.length === count ? [] : heads);
  function toggle(head) {
    if (isOnly(head)) return; // the last one stays
    told(shown.includes(head) ? shown.filter((each) => each !== head) : [...shown, head].sort((a, b) => a - b));
  }
  const only = (head) => told(isOnly(head) ? Array.from({ length: count }, (_, i) => i) : [head]);

  function patch(head) {
    return el('button', {
      type: 'button', class: 'patch', 'data-colour': (head % COLOURS) + 1, 'data-head': head,
      title: `Head ${head}: click shows or hides it, double click (Shift+Enter) shows only it`,
      onclick: () => toggle(head),
      ondblclick: () => only(head),
      onkeydown: (event) => {
        if (event.key !== 'Enter' || !event.shiftKey) return;
        event.preventDefault();
        only(head);
      },
    }, String(head));
  }

  return {
    element,
    /** Offers heads 0..total-1 and marks those that are shown. */
    set(total, heads) {
      if (total !== count) {
        count = total;
        element.classList.remove('unknown');
        row.replaceChildren(...Array.from({ length: total }, (_, head) => patch(head)));
      }
      shown = heads;
      for (const [head, button] of Array.from(row.children).entries()) {
        button.setAttribute('aria-pressed', heads.includes(head));
        button.setAttribute('aria-label', `Head ${head}, ${heads.includes(head) ? 'shown' : 'hidden'}`);
      }
      all.disabled = heads.length === total;
    },
  };
}
