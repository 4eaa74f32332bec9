// One floating line for what is under the pointer. The details line of the panel says the same to screen readers.

import { el, say } from './dom.js';

const GAP = 12;
const ROOM = 100; // pixels that a tip of a few lines needs above the pointer
let tip = null;

/** Shows a line above a point of the window, or below it near the top. CSS keeps it inside: measuring it would cost a layout for each move. */
export function showTip(text, x, y) {
  tip ??= document.body.appendChild(el('div', { class: 'pointer-tip', 'aria-hidden': 'true' }));
  say(tip, text);
  if (tip.hidden) tip.hidden = false;
  const across = `clamp(4px, ${Math.round(x + GAP)}px, calc(100vw - 100% - 4px))`;
  const down = y > ROOM ? `calc(${Math.round(y - GAP)}px - 100%)` : `${Math.round(y + GAP)}px`;
  tip.style.transform = `translate(${across}, ${down})`;
}

export function hideTip() {
  if (tip && !tip.hidden) tip.hidden = true;
}
