// Titles in the page's own colours: Chromium's stand in the system's, which in a dark page are hardly read.

import { hideTip, showTip } from './kit/tooltip.js';

const PATIENCE = 500; // milliseconds that the pointer rests before a title is shown

/** Shows the title of what the pointer rests on; while it is there, the element itself has none. */
export function drawTitles() {
  let rests = null; // { element, title, waiting }

  const leave = () => {
    if (!rests) return;
    clearTimeout(rests.waiting);
    hideTip();
    if (!rests.element.title) rests.element.title = rests.title;
    rests = null;
  };
  document.addEventListener('pointerover', ({ target, clientX, clientY }) => {
    if (rests?.element.contains(target)) return;
    leave();
    const element = target.closest('[title]');
    if (!element?.title) return;
    const { title } = element;
    rests = { element, title, waiting: setTimeout(() => showTip(title, clientX, clientY), PATIENCE) };
    element.removeAttribute('title');
  });
  document.documentElement.addEventListener('pointerleave', leave);
  for (const event of ['pointerdown', 'keydown', 'wheel']) document.addEventListener(event, leave, { capture: true, passive: true });
}
