// Text to the clipboard.

import { el } from './dom.js';

/** Copies; true when it was copied. */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text); // the clipboard of this page may be closed to scripts
  }
}

function copyBySelection(text) {
  const field = document.body.appendChild(el('textarea', { class: 'off-screen', readonly: true }, text));
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  return copied;
}
