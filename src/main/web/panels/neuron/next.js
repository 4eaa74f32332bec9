// What the model expects after the text: ten tokens with their probabilities.

import { el } from '../../kit/dom.js';
import { percent } from '../../kit/numbers.js';
import { chip } from '../../kit/tokens.js';

const SHOWN = 10;

/** A row of tokens with bars; it keeps its room before the first run. */
export function nextTokens() {
  const list = el('ol', { class: 'next-list unknown' }, ...Array.from({ length: SHOWN }, () => entry({ text: ' ', probability: 0 })));
  const element = el('section', { class: 'next' }, el('h4', { class: 'next-title' }, 'The model expects next'), list);
  return {
    element,
    set(next) {
      element.hidden = next.length === 0; // a model that reads both ways expects nothing
      list.classList.remove('unknown');
      list.replaceChildren(...next.slice(0, SHOWN).map(entry));
    },
  };
}

function entry({ text, probability }) {
  const bar = el('span', { class: 'next-bar' });
  bar.style.setProperty('--share', probability);
  return el('li', {}, chip({ text }), el('span', { class: 'next-value' }, percent(probability)), bar);
}
