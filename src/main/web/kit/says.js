// What a model answers to a text with its heads: its next token, hidden words, whether a sentence follows, the label it gives.

import { el } from './dom.js';
import { percent } from './numbers.js';
import { chip } from './tokens.js';

const SHOWN = 10;
const TITLES = {
  next: 'The model expects next',
  masked: 'At [MASK] the model expects',
  follows: 'Does the second sentence follow the first? The model says',
  class: 'The model’s classifier says',
};
const TOKENS = new Set(['next', 'masked']);

/** The answers below a picture, each with the name of its run in `of` where there are two. They keep the room of one answer before the first run where `expected` says that there will be one. */
export function answers({ expected = false } = {}) {
  const blank = { about: 'next', guesses: Array.from({ length: SHOWN }, () => ({ text: ' ', probability: 0 })) };
  const element = el('div', { class: expected ? 'says unknown' : 'says' }, expected ? answer(blank) : null);
  return {
    element,
    set(says) {
      element.classList.remove('unknown');
      element.replaceChildren(...says.map(answer));
    },
  };
}

function answer({ about, of, guesses }) {
  return el('section', { class: 'says-one' }, el('h4', { class: 'says-title' }, of ? `${TITLES[about]} (${of})` : TITLES[about]),
    el('ol', { class: TOKENS.has(about) ? 'says-list' : 'says-list few' }, ...guesses.slice(0, SHOWN).map((guess) => entry(guess, TOKENS.has(about)))));
}

function entry({ text, probability }, isToken) {
  const bar = el('span', { class: 'says-bar' });
  bar.style.setProperty('--share', probability);
  return el('li', {}, isToken ? chip({ text }) : el('span', {}, text), el('span', { class: 'says-value' }, percent(probability)), bar);
}
