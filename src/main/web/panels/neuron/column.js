// A column of tokens, each a button; of a long text only those near the part in sight are in the page.

import { el } from '../../kit/dom.js';

const MORE = 16; // rows above and below the part in sight, so that scrolling does not show the edge

/** side: 'query' or 'key'; title: for screen readers. */
export class TokenColumn {
  constructor(side, title) {
    this.side = side;
    this.element = el('ol', { class: 'neuron-tokens', 'aria-label': title });
    this.items = new Map();
    this.tokens = [];
  }

  /** tokens: as arrange.js lines them up. */
  set(tokens) {
    this.tokens = tokens;
    this.items.clear();
    this.element.replaceChildren();
  }

  /** Has the rows first..last in the page, and `keep`, which may have the keyboard; `label(index)` names one. True when some are new. */
  show([first, last], keep, label) {
    const wanted = new Set();
    for (let i = Math.max(0, first - MORE); i <= Math.min(this.tokens.length - 1, last + MORE); i += 1) wanted.add(i);
    if (keep !== null && keep < this.tokens.length) wanted.add(keep);
    for (const [index, item] of this.items) if (!wanted.has(index)) this.drop(index, item);
    const missing = [...wanted].filter((index) => !this.items.has(index));
    for (const index of missing) this.items.set(index, this.item(index, label(index)));
    if (missing.length > 0) this.place();
    return missing.length > 0;
  }

  drop(index, item) {
    item.remove();
    this.items.delete(index);
  }

  item(index, label) {
    const { label: shown, special } = this.tokens[index];
    const button = el('button', {
      type: 'button', class: special ? 'token special' : 'token', tabindex: -1, 'data-side': this.side, 'data-index': index, 'aria-label': label,
    }, shown);
    const item = el('li', { 'aria-setsize': this.tokens.length, 'aria-posinset': index + 1 }, button);
    item.style.setProperty('--index', index);
    return item;
  }

  /** Puts the items in order without moving one that is where it belongs: it may have the keyboard. */
  place() {
    let node = this.element.firstChild;
    for (const index of [...this.items.keys()].sort((a, b) => a - b)) {
      const item = this.items.get(index);
      if (item === node) node = node.nextSibling;
      else this.element.insertBefore(item, node);
    }
  }

  /** Names all that are in the page anew, because another head is shown. */
  name(label) {
    for (const [index, item] of this.items) item.firstChild.setAttribute('aria-label', label(index));
  }

  /** Calls `look(button, index)` for each that is in the page. */
  each(look) {
    for (const [index, item] of this.items) look(item.firstChild, index);
  }

  button(index) {
    return this.items.get(index)?.firstChild;
  }
}
