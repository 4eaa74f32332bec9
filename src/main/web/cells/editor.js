// An editor for code: a plain text field above the same text in colours, so that keys, undo and screen readers work as in every field.

import { el, say } from '../kit/dom.js';
import { coloured } from './colours.js';

const STEP = '    ';

/** How many letters wide the beginning of a line is, with its tabs. */
const widthOf = (text) => [...text].reduce((sum, letter) => sum + (letter === '\t' ? STEP.length - (sum % STEP.length) : 1), 0);

/** `changed(code)` is called with every change, `run()` where the person asks for it with Ctrl+Enter or Shift+Enter. */
export function editor({ name, code, readonly, changed, run }) {
  const shown = el('code', { class: 'language-java' });
  const numbers = el('div', { class: 'code-numbers', 'aria-hidden': 'true' });
  const marks = el('div', { class: 'code-marks', 'aria-hidden': 'true' });
  const field = el('textarea', {
    class: 'code-field', spellcheck: 'false', autocapitalize: 'off', autocomplete: 'off', wrap: 'off', readonly, 'aria-label': name,
    'aria-multiline': 'true', oninput: onInput, onkeydown: onKey, onpointerdown: () => { typing = true; }, onblur: () => { typing = false; },
  });
  const element = el('div', { class: 'code-editor' }, numbers,
    el('div', { class: 'code-room', tabindex: -1 }, el('pre', { class: 'code-shown', 'aria-hidden': 'true' }, shown), marks, field));
  let typing = false; // who walks through the page with Tab is not held here

  put(code);

  function put(text) {
    field.value = text;
    field.setSelectionRange(0, 0); // its end may be out of sight
    marks.replaceChildren();
    draw();
  }

  function draw() {
    const text = field.value;
    coloured(shown, `${text}\n`);
    say(numbers, Array.from({ length: text.split('\n').length }, (_, i) => i + 1).join('\n'));
  }

  function onInput() {
    typing = true;
    marks.replaceChildren();
    draw();
    changed(field.value);
  }

  function onKey(event) {
    if (event.isComposing) return;
    const { key, ctrlKey, shiftKey, altKey, metaKey } = event;
    if (key === 'Enter' && (ctrlKey || metaKey || shiftKey)) run();
    else if (key === 'Escape') typing = false;
    else if (readonly || ctrlKey || altKey || metaKey) return;
    else if (key === 'Enter') insert(`\n${indentBelow()}`);
    else if (key === 'Tab' && typing) indent(shiftKey);
    else if (key === '}' && /^[ \t]+$/.test(lineBefore())) outdentThen('}');
    else return;
    event.preventDefault();
  }

  /** As if it was typed, so that Ctrl+Z takes it back. */
  function insert(text) {
    const done = text === '' ? document.execCommand('delete') : document.execCommand('insertText', false, text);
    if (!done) {
      field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
      onInput();
    }
  }

  const lineStart = (at = field.selectionStart) => field.value.lastIndexOf('\n', at - 1) + 1;
  const lineBefore = () => field.value.slice(lineStart(), field.selectionStart);

  function indentBelow() {
    const before = lineBefore();
    const indent_ = /^[ \t]*/.exec(before)[0];
    return /[{([]\s*$/.test(before) ? indent_ + STEP : indent_;
  }

  function outdentThen(text) {
    const before = lineBefore();
    field.setSelectionRange(field.selectionEnd - Math.min(STEP.length, before.length), field.selectionEnd);
    insert(text);
  }

  /** Moves the lines of the selection in or out; without a selection it fills up to the next step. */
  function indent(back) {
    const { selectionStart: from, selectionEnd: to, value } = field;
    if (from === to && !back) return insert(' '.repeat(STEP.length - (lineBefore().length % STEP.length)));
    const start = lineStart(from);
    const ends = value.indexOf('\n', Math.max(from, to - 1));
    const end = ends < 0 ? value.length : ends;
    const lines = value.slice(start, end).split('\n').map((line) => (back ? line.replace(/^( {1,4}|\t)/, '') : line && STEP + line));
    field.setSelectionRange(start, end);
    insert(lines.join('\n'));
    return field.setSelectionRange(start, start + lines.join('\n').length);
  }

  function markOf({ line, from, to }) {
    const text = field.value.split('\n')[line] ?? '';
    const [left, right] = [from, to].map((at) => widthOf(text.slice(0, at)));
    const mark = el('span', { class: 'code-mark' });
    mark.style.setProperty('--line', line);
    mark.style.setProperty('--from', left);
    mark.style.setProperty('--wide', Math.max(1, right - left));
    return mark;
  }

  return {
    element,
    code: () => field.value,
    /** Puts other code in the place of this, as the person would, so that Ctrl+Z brings it back; nobody is told of it. */
    write(text) {
      if (text === field.value) return;
      const before = document.activeElement;
      field.focus({ preventScroll: true });
      field.select();
      const { readOnly } = field;
      field.readOnly = false;
      insert(text);
      field.readOnly = readOnly;
      field.setSelectionRange(0, 0);
      if (before !== field) before?.focus?.({ preventScroll: true });
    },
    /** The same at the beginning, when there is nothing to take back. */
    fill(text) {
      if (text !== field.value) put(text);
    },
    /** Marks characters of lines, counted from 0, until something is changed. */
    mark(places) {
      marks.replaceChildren(...places.map(markOf));
    },
    /** Puts the keyboard into a line, and the line into sight: a field as tall as its text does not do that. */
    goTo({ line, from }) {
      const at = field.value.split('\n').slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + from;
      field.focus({ preventScroll: true });
      field.setSelectionRange(at, at);
      const spot = markOf({ line, from, to: from });
      marks.append(spot);
      spot.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
      spot.remove();
    },
  };
}
