// A button that opens a short list of things to do; arrow keys, Escape, and a click elsewhere work as everywhere.

import { el } from './dom.js';

const A_MOMENT = 300; // milliseconds

/** items: [{ name, run }]; `run` may take a while. */
export function menu(name, items) {
  const list = el('div', { class: 'menu-list', role: 'menu', 'aria-label': name, hidden: true },
    ...items.map((item) => el('button', { type: 'button', role: 'menuitem', tabindex: -1, onclick: () => choose(item) }, item.name)));
  const button = el('button', { type: 'button', class: 'menu-button', 'aria-haspopup': 'menu', 'aria-expanded': 'false', onclick: toggle }, name);
  const element = el('div', { class: 'menu', onkeydown: onKey, onfocusout: onLeave }, button, list);

  function show(open) {
    list.hidden = !open;
    button.setAttribute('aria-expanded', open);
    if (open) list.firstElementChild.focus();
  }
  function toggle() {
    show(list.hidden);
  }
  function choose(item) {
    show(false);
    button.focus();
    item.run();
  }
  /** A click may take the keyboard from the whole page for a moment (keyboard.js). */
  function onLeave(event) {
    if (element.contains(event.relatedTarget)) return;
    if (document.hasFocus()) show(false);
    else setTimeout(() => document.hasFocus() || show(false), A_MOMENT);
  }
  function onKey(event) {
    const entries = Array.from(list.children);
    const here = entries.indexOf(document.activeElement);
    const to = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: entries.length - 1 }[event.key];
    if (event.key === 'Escape' && !list.hidden) {
      show(false);
      button.focus();
    } else if (to !== undefined && (here >= 0 || event.key === 'ArrowDown')) {
      if (list.hidden) show(true);
      else entries.at(to % entries.length).focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }
  return { element };
}
