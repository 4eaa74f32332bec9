// The text a panel runs on: edit it, Enter runs, Escape brings back what last ran.

import { el } from './dom.js';

/** A text field with its button; `run(text)` is called with what stands in it. */
export function textRun({ text, editable, run }) {
  let ran = text;
  const area = el('textarea', {
    rows: 1, spellcheck: 'false', 'aria-label': 'Text to run', readonly: !editable,
    title: 'Enter runs, Shift+Enter starts a new line, Escape brings back the text that ran last',
    onkeydown: onKey,
  });
  area.value = text;
  const button = el('button', { type: 'button', class: 'primary', onclick: () => run(area.value), title: 'Run (Enter)' }, 'Run');
  const element = el('div', { class: 'run-text' }, area, button);

  function onKey(event) {
    if (event.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      run(area.value);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      area.value = ran;
    }
  }

  return {
    element,
    text: () => area.value,
    write: (value) => (area.value = value),
    /** What Escape brings back from now on. */
    remember: (value) => (ran = value),
  };
}
