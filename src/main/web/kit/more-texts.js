// The further texts of a run: the second sentence of a pair, what the decoder reads.

import { el } from './dom.js';

/** `run()` is called on Enter. */
export function moreTexts({ editable, run }) {
  const field = (name, placeholder) => {
    const input = el('input', {
      type: 'text', spellcheck: 'false', 'aria-label': name, placeholder, readonly: !editable,
      onkeydown: (event) => {
        if (event.key === 'Enter' && !event.isComposing) run();
      },
    });
    return { input, label: el('label', {}, name, input) };
  };
  const pair = field('Second sentence', 'none');
  const target = field('Decoder reads', 'empty: the model writes it itself');
  const element = el('div', { class: 'run-more' });
  return {
    element,
    pair: () => pair.input.value,
    target: () => target.input.value,
    /** Shows the fields that mean something for the model, or that say something. */
    offer({ takesPair, writes }) {
      const shown = [...(takesPair || pair.input.value ? [pair.label] : []), ...(writes || target.input.value ? [target.label] : [])];
      if (shown.length !== element.children.length || shown.some((label, i) => element.children[i] !== label)) element.replaceChildren(...shown);
    },
    set(state) {
      pair.input.value = state.pair;
      target.input.value = state.target;
    },
  };
}
