// The picture on the page: two columns of token buttons with the canvas behind them, and the way from pointer and keys to events.

import { penFor } from '../../kit/canvas.js';
import { el } from '../../kit/dom.js';
import { Made } from '../../kit/made.js';
import { TokenColumn } from './column.js';
import { headline } from './headline.js';
import { move } from './keyboard.js';
import { inSight, layout, longest, mapCellAt, rowHeight, tokenAt, tokenWidth, under } from './layout.js';
import { drawBars, drawLines } from './lines.js';
import { drawMap, frameFocus } from './map.js';
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
    this.canvas = el('canvas', { class: 'neuron-canvas' }); // what stays while the pointer wanders
    this.over = el('canvas', { class: 'neuron-canvas' }); // what follows it
    this.made = { layout: new Made(), rest: new Made(), over: new Made() };
    this.columns = { query: new TokenColumn('query', 'Tokens that read: queries'), key: new TokenColumn('key', 'Tokens that are read: keys') };
    this.rows = el('div', { class: 'neuron-rows' }, el('div', { class: 'neuron-paper', 'aria-hidden': 'true' }, this.canvas, this.over),
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
    this.head.element.addEventListener('keydown', ({ key }) => key === 'Escape' && this.events.close());
    this.rows.addEventListener('focusin', (event) => this.focused(event.target));
    this.rows.addEventListener('focusout', (event) => this.events.point(null, null, event));
    this.rows.addEventListener('wheel', (event) => this.wheel(event), { passive: false });
    this.picture.addEventListener('scroll', () => this.events.scrolled(), { passive: true });
    new ResizeObserver(() => this.resized()).observe(this.picture);
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
    this.setOut(open, this.isLong() ? view.zoom : 1, unit);
    this.size = open ? open.size : 0;
    this.isMap = scene.form === 'map' && !open;
    this.head.draw(scene, view, this.at, theme);
    this.isTable = scene.form === 'table';
    this.rows.hidden = this.isTable;
    this.table.element.hidden = !this.isTable;
    this.picture.classList.toggle('as-table', this.isTable);
    this.update(scene, view, theme);
  }

  /** Where things stand; nothing moves where that is as it was. */
  setOut(open, zoom, unit) {
    const { clientWidth: width } = this.picture;
    const row = rowHeight(Math.max(this.counts.query, this.counts.key), this.guessed, unit, zoom);
    const columns = open && (open.position === null ? 'open' : 'open with distances');
    if (!this.made.layout.isOld(width, row, this.counts, unit, columns)) return;
    this.at = layout({
      width, row, counts: this.counts, unit, tokenWidth: tokenWidth(this.longest, unit), open: open && { position: open.position !== null },
    });
    this.place(unit, width);
  }

  /** Something has changed the room there is; the first layout after a drawing is none of it. */
  resized() {
    if (this.at && (this.picture.clientWidth !== this.made.layout.from[0] || this.sight().room !== this.room)) this.events.resized();
  }

  place(unit, room) {
    const { at } = this;
    this.rows.style.height = `${at.height}px`;
    this.rows.style.width = `${at.width}px`;
    this.picture.classList.toggle('narrow', at.width > room);
    this.head.element.style.setProperty('--room', `${Math.min(at.width, room)}px`);
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

  /** The last token that can be seen whole. */
  lastInSight(side) {
    const { top, room } = this.sight();
    return Math.min(this.counts[side] - 1, Math.max(0, Math.floor((top + room) / this.at.row) - 1));
  }

  showTokens(scene, { place }, { top, room }) {
    for (const [side, column] of Object.entries(this.columns)) {
      column.show(inSight(this.at, this.counts[side], top, room), place.side === side ? place.index : null, (index) => label(scene, side, index));
    }
  }

  /** Lines are drawn anew for what is pointed at, in place of all of them; over a map or a computation only marks move. */
  paint(scene, view, theme, { top, room }) {
    const { at } = this;
    const high = Math.min(room, at.height);
    const data = { at, top, room, scene, focus: view.focus };
    this.canvas.hidden = !(scene.open || this.isMap || !view.focus);
    if (!this.canvas.hidden && this.made.rest.isOld(scene, at, top, high, theme)) drawRest(penFor(this.canvas, at.width, high), data, theme);
    this.paintOver(scene, view, theme, { top, room });
  }

  paintOver(scene, { focus, cell, hover }, theme, { top, room }) {
    const { at } = this;
    const high = Math.min(room, at.height);
    const said = JSON.stringify([focus, cell, hover?.other]);
    this.over.hidden = !focus;
    if (!focus || !this.made.over.isOld(scene, at, top, high, theme, said)) return;
    drawOver(penFor(this.over, at.width, high), { at, top, room, scene, focus, cell: this.isMap ? hover?.other !== undefined && { key: hover.other } : cell }, theme);
  }

  /** The pointer or the page has moved: what stands where stays. */
  update(scene, view, theme) {
    if (this.isTable) {
      this.table.draw(scene, scene.open ? { side: 'query', index: scene.open.row } : view.place);
      return;
    }
    const sight = this.sight(); // before anything is written, so that it costs no layout
    this.room = sight.room;
    this.showTokens(scene, view, sight);
    this.mark(scene, view);
    this.paint(scene, view, theme, sight);
  }

  /** The pointer has moved in an open computation: only the marks move. */
  pointAt(scene, view, theme) {
    this.head.point(scene, view, this.at, theme);
    this.paintOver(scene, view, theme, this.sight());
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
export function drawHead(pen, data, theme) {
  const { scene, focus } = data;
  if (scene.open || scene.form === 'map' || !focus) drawRest(pen, data, theme);
  if (focus) drawOver(pen, data, theme);
}

const linesOf = ({ at, top, room, scene }, focus) => ({ at, top, room, attention: scene.attention, end: scene.end, focus });

/** What stays while the pointer moves: all lines, the map, or the computation. */
function drawRest(pen, data, theme) {
  const { at, top, room, scene } = data;
  const { open, attention, end, causal } = scene;
  if (scene.form === 'map' && !open) return drawMap(pen, { attention, end, at, top, room, causal, places: scene.tokens }, theme);
  drawLines(pen, linesOf(data, open && { side: 'query', indices: [open.row] }), theme);
  if (open) drawStrips(pen, { at, top, room, open }, theme);
  return undefined;
}

/** What follows it: the lines and weights of the tokens in focus, the frames in a map or a computation. */
function drawOver(pen, data, theme) {
  const { at, top, room, scene, focus, cell } = data;
  if (scene.open) return drawMarks(pen, { at, top, room, open: scene.open, cell }, theme);
  if (scene.form === 'map') frameFocus(pen, { at, top, focus, cell }, theme);
  else drawLines(pen, linesOf(data, focus), theme);
  if (at.keyBars) drawBars(pen, linesOf(data, focus), theme);
  return undefined;
}

/** Sets a state for screen readers only when it changed. */
function state(button, name, value) {
  if (button.getAttribute(name) !== String(Boolean(value))) button.setAttribute(name, String(Boolean(value)));
}
