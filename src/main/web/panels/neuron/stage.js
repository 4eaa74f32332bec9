// The picture on the page: two columns of token buttons with the canvas behind them, and the way from pointer and keys to events.

import { penFor } from '../../kit/canvas.js';
import { el } from '../../kit/dom.js';
import { TokenColumn } from './column.js';
import { headline } from './headline.js';
import { move } from './keyboard.js';
import { inSight, layout, longest, mapCellAt, rowHeight, tokenAt, tokenWidth, under } from './layout.js';
import { drawBars, drawLines } from './lines.js';
import { drawMap } from './map.js';
import { drawMarks, drawStrips } from './strips.js';
import { headTable } from './table.js';
import { label, partners } from './words.js';

const LONG = 40; // more tokens than this scroll inside the picture
const ZOOM = 1.25;
const LEAST_LETTERS = 12; // rows lower than this have no room for the letters of a token

/**
 * events: point(focus or null, cell or null, event), choose(side, index, event), enter(side, index), place(), go(place), close(), toggle(),
 * scrolled(), resized(), zoom(factor).
 * The stage keeps no state of its own but where things stand.
 */
export class Stage {
  constructor(picture, events) {
    this.picture = picture;
    this.events = events;
    this.head = headline(events.toggle, (cell, event) => events.point(null, cell, event));
    this.canvas = el('canvas', { class: 'neuron-canvas' });
    this.marks = el('canvas', { class: 'neuron-canvas' });
    this.columns = { query: new TokenColumn('query', 'Tokens that read: queries'), key: new TokenColumn('key', 'Tokens that are read: keys') };
    this.rows = el('div', { class: 'neuron-rows' }, el('div', { class: 'neuron-paper', 'aria-hidden': 'true' }, this.canvas, this.marks),
      this.columns.query.element, this.columns.key.element);
    picture.classList.add('neuron', 'unknown');
    this.table = headTable((side, index) => events.go({ side, index, dimension: null }));
    picture.append(this.head.element, this.rows, this.table.element);
    this.listen();
  }

  listen() {
    this.rows.addEventListener('pointermove', (event) => this.point(event));
    this.rows.addEventListener('pointerleave', (event) => this.events.point(null, null, event));
    this.rows.addEventListener('click', (event) => this.click(event));
    this.rows.addEventListener('keydown', (event) => this.key(event));
    this.rows.addEventListener('focusin', (event) => this.focused(event.target));
    this.rows.addEventListener('focusout', (event) => this.events.point(null, null, event));
    this.rows.addEventListener('wheel', (event) => this.wheel(event), { passive: false });
    this.picture.addEventListener('scroll', () => this.events.scrolled(), { passive: true });
    new ResizeObserver(() => this.events.resized()).observe(this.picture);
  }

  /** Keeps the room of about so many tokens before they are known; more than a few scroll inside it. */
  reserve(count, unit) {
    this.keep(Math.min(LONG, Math.max(4, count + 1)), unit);
  }

  keep(rows, unit) {
    this.guessed = rows;
    this.rows.style.minHeight = `${this.guessed * 28 * unit}px`;
  }

  /** tokens: { query, key } */
  setTokens(tokens) {
    this.counts = { query: tokens.query.length, key: tokens.key.length };
    for (const [side, column] of Object.entries(this.columns)) column.set(tokens[side]);
    this.longest = longest([...tokens.query, ...tokens.key].map(({ label: shown }) => shown));
    this.picture.classList.remove('unknown');
    this.picture.classList.toggle('long', this.isLong());
  }

  isLong() {
    return Math.max(this.counts.query, this.counts.key) > LONG;
  }

  /** Draws the scene as `view` wants it: { focus: { side, indices } or null, cell, place, pinned, zoom }. */
  draw(scene, view, theme) {
    const { unit } = theme;
    const { open } = scene;
    const count = Math.max(this.counts.query, this.counts.key);
    this.at = layout({
      width: this.picture.clientWidth, row: rowHeight(count, this.guessed, unit, this.isLong() ? view.zoom : 1), counts: this.counts, unit,
      tokenWidth: tokenWidth(this.longest, unit), open: open && { position: open.position !== null },
    });
    this.size = open ? open.size : 0;
    this.isMap = scene.form === 'map' && !open;
    this.place(theme);
    this.head.draw(scene, view, this.at, theme);
    this.isTable = scene.form === 'table';
    this.rows.hidden = this.isTable;
    this.table.element.hidden = !this.isTable;
    this.picture.classList.toggle('as-table', this.isTable);
    this.update(scene, view, theme);
  }

  place({ unit }) {
    const { at } = this;
    this.rows.style.height = `${at.height}px`;
    this.rows.style.width = `${at.width}px`;
    this.picture.classList.toggle('narrow', at.width > this.picture.clientWidth);
    this.rows.style.setProperty('--row', `${at.row}px`);
    for (const [side, { x, width }] of [['query', at.queries], ['key', at.keys]]) {
      this.columns[side].element.style.left = `${x}px`;
      this.columns[side].element.style.width = `${width}px`;
    }
    this.rows.classList.toggle('close-rows', at.row < 25 * unit);
    this.rows.classList.toggle('tiny-rows', at.row < LEAST_LETTERS * unit);
  }

  /** The part of the rows that can be seen: { top, room }. */
  sight() {
    const long = this.picture.classList.contains('long');
    const room = long ? Math.max(1, this.picture.clientHeight - this.head.element.offsetHeight) : this.at.height;
    return { top: long ? this.picture.scrollTop : 0, room };
  }

  showTokens(scene, { place }) {
    const { top, room } = this.sight();
    for (const [side, column] of Object.entries(this.columns)) {
      column.show(inSight(this.at, this.counts[side], top, room), place.side === side ? place.index : null, (index) => label(scene, side, index));
    }
  }

  paint(scene, view, theme) {
    const sight = this.sight();
    const high = Math.min(sight.room, this.at.height);
    const pen = penFor(this.canvas, this.at.width, high);
    const seen = { at: this.at, ...sight };
    drawHead(pen, { ...seen, scene, focus: view.focus }, theme);
    this.paintMarks(scene, view, theme);
  }

  /** What is pointed at in an open computation, on a canvas of its own: the strips stay as they are. */
  paintMarks(scene, view, theme) {
    const sight = this.sight();
    const pen = penFor(this.marks, this.at.width, Math.min(sight.room, this.at.height));
    if (scene.open) drawMarks(pen, { at: this.at, ...sight, open: scene.open, cell: view.cell }, theme);
  }

  /** The pointer or the page has moved: what stands where stays. */
  update(scene, view, theme) {
    if (this.isTable) {
      this.table.draw(scene, scene.open ? { side: 'query', index: scene.open.row } : view.place);
      return;
    }
    this.showTokens(scene, view);
    this.mark(scene, view);
    this.paint(scene, view, theme);
  }

  /** The pointer has moved in an open computation: only the marks move. */
  pointAt(scene, view, theme) {
    this.head.point(scene, view, this.at, theme);
    this.paintMarks(scene, view, theme);
  }

  /** Which tokens are pointed at or kept, which take part, which is open. */
  mark(scene, { focus, place, pinned }) {
    const lit = new Set(focus ? partners(scene, focus).map(({ index }) => index) : []);
    const here = new Set(focus ? focus.indices : []);
    for (const [side, column] of Object.entries(this.columns)) {
      column.each((button, index) => {
        const look = !focus ? '' : focus.side === side && here.has(index) ? 'here' : focus.side !== side && lit.has(index) ? 'lit' : 'faint';
        if (button.dataset.look !== look) button.dataset.look = look;
        const stop = place.side === side && place.index === index ? 0 : -1;
        if (button.tabIndex !== stop) button.tabIndex = stop;
        state(button, 'aria-pressed', pinned?.side === side && pinned.indices.includes(index));
        if (side === 'query') state(button, 'aria-expanded', scene.open?.row === index);
      });
    }
  }

  /** Names every token for screen readers; done once for a layer and head. */
  nameTokens(scene) {
    for (const [side, column] of Object.entries(this.columns)) column.name((index) => label(scene, side, index));
  }

  focus({ side, index }, scene) {
    this.columns[side].show([index, index], index, (other) => label(scene, side, other));
    this.columns[side].button(index)?.focus({ preventScroll: false });
  }

  point(event) {
    if (!this.at) return;
    const box = this.rows.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    this.events.point(tokenAt(this.at, x, y) ?? this.mapCell(x, y), under(this.at, this.size, x, y), event);
  }

  /** In a heat map what is pointed at is a query and the key it reads. */
  mapCell(x, y) {
    const cell = this.isMap ? mapCellAt(this.at, x, y) : null;
    return cell && { side: 'query', index: cell.query, other: cell.key };
  }

  click(event) {
    const button = event.target.closest('button[data-side]');
    if (button) this.events.choose(button.dataset.side, Number(button.dataset.index), event);
  }

  /** With the control key the wheel zooms a long text. */
  wheel(event) {
    if (!event.ctrlKey || !this.counts || !this.isLong()) return;
    event.preventDefault();
    this.events.zoom(event.deltaY < 0 ? ZOOM : 1 / ZOOM);
  }

  key(event) {
    if (event.key === 'Escape') this.events.close();
    const button = event.target.closest('button[data-side]');
    if (button && ['+', '-'].includes(event.key)) this.events.zoom(event.key === '+' ? ZOOM : 1 / ZOOM);
    if (!button || event.ctrlKey || event.altKey || event.metaKey) return;
    const next = move(this.events.place(), event.key, { counts: this.counts, steps: 2 * this.size });
    if (!next) return;
    event.preventDefault();
    this.events.go(next);
  }

  focused(button) {
    if (button.matches('button[data-side]')) this.events.enter(button.dataset.side, Number(button.dataset.index));
  }
}

/** The picture between and beside the columns, as it is seen: `top` is scrolled away, `room` is in sight. */
export function drawHead(pen, { at, top, room, scene, focus }, theme) {
  const data = { at, top, room, attention: scene.attention, end: scene.end, causal: scene.causal, places: scene.tokens, focus };
  if (scene.form === 'map' && !scene.open) drawMap(pen, data, theme);
  else drawLines(pen, data, theme);
  if (focus && at.keyBars) drawBars(pen, data, theme);
  if (scene.open) drawStrips(pen, { at, top, room, open: scene.open }, theme);
}

/** Sets a state for screen readers only when it changed. */
function state(button, name, value) {
  if (button.getAttribute(name) !== String(Boolean(value))) button.setAttribute(name, String(Boolean(value)));
}
