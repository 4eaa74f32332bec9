// Keeps the keyboard where a click put it. Some window managers give it to the window's frame at every click, also at one into the page.

import { post } from './kit/ask.js';

const A_CLICK = 80; // milliseconds in which the keyboard goes with a click, less than a hand needs for another
const SETTLED = 50; // milliseconds after which the frame has what it was given
const A_LIST_WAITS = 1000; // milliseconds, less than a click counts as the person's wish

/** What leads to an answer or out of the page may hand the keyboard over; all else that is clicked keeps it. */
export function keepKeyboard() {
  let press = null;
  let taken = null;
  const handsOver = (target) => target.closest('button.write, button.attach, a') !== null;
  document.addEventListener('pointerdown', ({ target, button }) => {
    press = button === 0 && !handsOver(target) ? { at: performance.now(), list: target.closest('select') } : null;
  }, { capture: true });
  document.addEventListener('click', ({ target }) => {
    if (handsOver(target)) press = null;
  }, { capture: true });
  document.addEventListener('keydown', () => { press = null; }, { capture: true }); // a shortcut may go elsewhere
  window.addEventListener('blur', () => {
    if (!press || performance.now() - press.at > A_CLICK) return;
    taken = press;
    setTimeout(() => document.hasFocus() || post('page/keyboard'), SETTLED);
  });
  window.addEventListener('focus', () => {
    // The list that the click opened has closed when the keyboard went.
    if (taken?.list && performance.now() - taken.at < A_LIST_WAITS) taken.list.showPicker();
    taken = null;
  });
}
