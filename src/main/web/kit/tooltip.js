// One floating line for what is under the pointer. The details line of the panel says the same to screen readers.

import { el } from './dom.js';

const GAP = 12;
let tip = null;

/** Shows a line near a point of the window, on the side that has room. */
export function showTip(text, x, y) {
  tip ??= document.body.appendChild(el('div', { class: 'pointer-tip', 'aria-hidden': 'true' }));
  tip.textContent = text;
  tip.hidden = false;
  const { width, height } = tip.getBoundingClientRect();
  const left = x + GAP + width < window.innerWidth ? x + GAP : Math.max(4, x - GAP - width);
  const top = y - GAP - height > 0 ? y - GAP - height : y + GAP;
  tip.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
}

export function hideTip() {
  if (tip) tip.hidden = true;
}
