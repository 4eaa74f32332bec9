// The picture on the page: two columns of token buttons with the canvas behind them, and the way from pointer and keys to events.

import { penFor } from '../../kit/canvas.js';
import { el } from '../../kit/dom.js';
import { chip, display } from '../../kit/tokens.js';
import { headline } from './headline.js';
import { move } from './keyboard.js';
import { layout, rowHeight, tokenAt, under, widestToken } from './layout.js';
import { drawLines } from './lines.js';
import { drawStrips } from './strips.js';
import { label, partners } from './words.js';

const LONG = 40; // more tokens than this scroll inside the picture

/**
 * events: point(focus or null, cell or null, event), choose(side, index), enter(side, index), place(), go(place), close().
 * The stage keeps no state of its own but where things stand.
 */
export class Stage {
  constructor(picture, events) {
    this.picture = picture;
    this.events = events;
    this.head = headline(events.close, (cell, event) => events.point(null, cell, event));
    this.canvas = el('canvas', { class: 'neuron-canvas', 'aria-hidden': 'true' });
    this.columns = { query: column('Tokens that read: queries'), key: column('Tokens that are read: keys') };
    this.rows = el('div', { class: 'neuron-rows' }, this.canvas, this.columns.query, this.columns.key);
    picture.classList.add('neuron', 'unknown');
    picture.append(this.head.element, this.rows);
    this.listen();
  }

  listen() {
    this.rows.addEventListener('pointermove', (event) => this.point(event));
    this.rows.addEventListener('pointerleave', (event) => this.events.point(null, null, event));
    this.rows.addEventListener('click', (event) => this.click(event));
    this.rows.addEventListener('keydown', (event) => this.key(event));
    this.rows.addEventListener('focusin', (event) => this.focused(event.target));
    this.rows.addEventListener('focusout', (event) => this.events.point(null, null, event));
    this.picture.addEventListener('scroll', () => this.redraw?.(), { passive: true });
    new ResizeObserver(() => this.redraw?.()).observe(this.picture);
  }

  /** Keeps the room of about so many tokens before they are known; more than a few scroll inside it. */
  reserve(count, unit) {
    this.keep(Math.min(LONG, Math.max(4, count + 1)), unit);
  }

  keep(rows, unit) {
    this.guessed = rows;
    this.rows.style.minHeight = `${this.guessed * 28 * unit}px`;
  }

  setTokens(tokens) {
    this.tokens = tokens;
    this.texts = tokens.map((token) => display(token.text));
    for (const [side, list] of Object.entries(this.columns)) {
      list.replaceChildren(...tokens.map((token, index) => el('li', {},
        chip(token, 'button', { type: 'button', tabindex: -1, 'data-side': side, 'data-index': index }))));
    }
    this.picture.classList.remove('unknown');
    this.picture.classList.toggle('long', tokens.length > LONG);
  }

  /** Draws the scene as `view` wants it: { focus, cell, place, pinned }. */
  draw(scene, view, theme) {
    const { unit } = theme;
    const row = rowHeight(scene.tokens.length, this.guessed, unit);
    const tokenWidth = widestToken(this.texts, unit);
    this.at = layout({
      width: this.picture.clientWidth, row, count: scene.tokens.length, unit, tokenWidth, open: scene.open !== null });
    this.size = scene.open ? scene.open.size : 0;
    this.place(theme);
    this.head.draw(scene, view, this.at, theme);
    this.mark(scene, view);
    this.paint(scene, view, theme);
  }

  place({ unit }) {
    const { at } = this;
    this.rows.style.height = `${at.height}px`;
    this.rows.style.width = `${at.width}px`;
    this.picture.classList.toggle('narrow', at.width > this.picture.clientWidth);
    this.rows.style.setProperty('--row', `${at.row}px`);
    for (const [side, { x, width }] of [['query', at.queries], ['key', at.keys]]) {
      this.columns[side].style.left = `${x}px`;
      this.columns[side].style.width = `${width}px`;
    }
    this.rows.classList.toggle('close-rows', at.row < 25 * unit);
  }

  paint(scene, view, theme) {
    const long = this.picture.classList.contains('long');
    const top = long ? this.picture.scrollTop : 0;
    const room = long ? Math.max(1, this.picture.clientHeight - this.head.element.offsetHeight) : this.at.height;
    const pen = penFor(this.canvas, this.at.width, Math.min(room, this.at.height));
    const seen = { at: this.at, top, room };
    drawLines(pen, { ...seen, attention: scene.attention, focus: view.focus }, theme);
    if (scene.open) drawStrips(pen, { ...seen, ...scene.open, cell: view.cell }, theme);
  }

  /** Which tokens are pointed at, which take part, which is open. */
  mark(scene, { focus, place, pinned }) {
    const lit = new Set(focus ? partners(scene, focus).map(({ index }) => index) : []);
    for (const [side, list] of Object.entries(this.columns)) {
      for (const [index, { firstChild: button }] of Array.from(list.children).entries()) {
        const here = focus?.side === side && focus.index === index;
        button.dataset.look = !focus ? '' : here ? 'here' : focus.side !== side && lit.has(index) ? 'lit' : 'faint';
        button.tabIndex = place.side === side && place.index === index ? 0 : -1;
        if (side === 'query') button.setAttribute('aria-expanded', scene.open?.index === index);
        else button.setAttribute('aria-pressed', pinned === index);
      }
    }
  }

  /** Names every token for screen readers; done once for a layer and head. */
  nameTokens(scene) {
    for (const [side, list] of Object.entries(this.columns)) {
      Array.from(list.children).forEach((item, index) => item.firstChild.setAttribute('aria-label', label(scene, { side, index })));
    }
  }

  focus({ side, index }) {
    this.columns[side].children[index]?.firstChild.focus({ preventScroll: false });
  }

  point(event) {
    if (!this.at) return;
    const box = this.rows.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    this.events.point(tokenAt(this.at, x, y), under(this.at, this.size, x, y), event);
  }

  click(event) {
    const button = event.target.closest('button[data-side]');
    if (button) this.events.choose(button.dataset.side, Number(button.dataset.index));
  }

  key(event) {
    if (event.key === 'Escape') this.events.close();
    const button = event.target.closest('button[data-side]');
    if (!button || event.ctrlKey || event.altKey || event.metaKey) return;
    const next = move(this.events.place(), event.key, { count: this.tokens.length, size: this.size });
    if (!next) return;
    event.preventDefault();
    this.events.go(next);
  }

  focused(button) {
    if (button.matches('button[data-side]')) this.events.enter(button.dataset.side, Number(button.dataset.index));
  }
}

function column(name) {
  return el('ol', { class: 'neuron-tokens', 'aria-label': name });
}
