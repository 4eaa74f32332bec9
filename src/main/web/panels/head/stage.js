// One picture on the page: a canvas that shows the part in sight of a long sheet, and the way from pointer and keys to events.

import { penFor } from '../../kit/canvas.js';
import { el, say } from '../../kit/dom.js';
import { Made } from '../../kit/made.js';
import { cellAt, lineLayout, mapLayout, tokenAt } from './layout.js';
import { drawHeadLines } from './lines.js';
import { drawMap, drawPointed } from './map.js';
import { lineOf } from './scene.js';

const ROOMY = 420; // pixels

let stages = 0;

/**
 * events: point(hover or null, cell or null, event), toggle(side, place, event), key(event, side), entered(side), left(), zoom(factor), scrolled(stage).
 * A stage keeps nothing but where things stand; its `scene` is set by its lane.
 */
export class Stage {
  constructor(events) {
    this.events = events;
    this.id = `stage-${(stages += 1)}`;
    this.name = el('p', { class: 'lane-name', hidden: true });
    this.columns = el('p', { class: 'lane-columns' }, el('span', {}, ''), el('span', {}, ''));
    this.canvas = el('canvas', { class: 'lane-canvas' }); // what stays while the pointer wanders
    this.over = el('canvas', { class: 'lane-canvas' }); // what follows it
    this.made = { layout: new Made(), rest: new Made(), over: new Made() };
    this.lists = { query: this.list('query', 'Tokens that read (queries)'), key: this.list('key', 'Tokens that are read (keys)') };
    this.sheet = el('div', { class: 'lane-sheet' }, el('div', { class: 'lane-paper', 'aria-hidden': 'true' }, this.canvas, this.over), this.lists.query, this.lists.key);
    this.scroll = el('div', { class: 'lane-scroll' }, this.sheet);
    this.element = el('div', { class: 'lane' }, this.name, this.columns, this.scroll);
    this.listen();
  }

  /** The keyboard's way into a column: one option at a time, the one it stands on. */
  list(side, name) {
    return el('div', {
      class: 'lane-list', role: 'listbox', tabindex: side === 'query' ? 0 : -1, 'aria-label': name, 'aria-multiselectable': 'true', 'data-side': side,
      onkeydown: (event) => this.events.key(event, side),
      onfocus: () => this.events.entered(side),
      onblur: () => this.events.left(),
    });
  }

  listen() {
    const { scroll, events } = this;
    scroll.addEventListener('pointermove', (event) => this.point(event));
    scroll.addEventListener('pointerleave', (event) => events.point(null, null, event));
    scroll.addEventListener('click', (event) => this.click(event));
    scroll.addEventListener('scroll', () => events.scrolled(this), { passive: true });
    scroll.addEventListener('wheel', (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      events.zoom(event.deltaY < 0 ? 1.15 : 1 / 1.15);
    }, { passive: false });
  }

  /** Sets out the scene in the width there is. */
  place(scene, { form, zoom }, theme) {
    const width = this.scroll.clientWidth || this.element.clientWidth;
    if (!this.made.layout.isOld(width, scene, form, zoom, theme)) return;
    const lay = form === 'lines' ? lineLayout : mapLayout;
    this.at = lay({ width, rows: scene.rows, columns: scene.columns, unit: theme.unit, zoom });
    this.sheet.style.width = `${Math.max(this.at.width, 1)}px`;
    this.sheet.style.height = `${this.at.height}px`;
    this.element.classList.toggle('as-lines', form === 'lines');
    if (form === 'lines') this.nameColumns(scene);
  }

  nameColumns({ stack }) {
    const [left, right] = this.columns.children;
    const crosses = stack.kind === 'cross';
    const roomy = this.at.width > ROOMY * this.at.unit;
    const [reader, read] = roomy ? ['reads (query)', 'is read (key)'] : ['reads', 'is read'];
    say(left, crosses ? `decoder${roomy ? ` ${reader}` : ''}` : reader);
    say(right, crosses ? `encoder${roomy ? ` ${read}` : ''}` : read);
    left.style.width = `${this.at.left.x + this.at.left.width}px`;
    right.style.left = `${this.at.right.x}px`;
  }

  /** What is in sight, in the numbers the drawing functions take. */
  sight() {
    const { scroll, at } = this;
    return {
      left: scroll.scrollLeft, top: scroll.scrollTop,
      width: Math.min(scroll.clientWidth, at.width), height: Math.min(scroll.clientHeight || at.height, at.height),
    };
  }

  /** Draws what has changed: the picture at rest, and what is pointed at in its place or, in a map, over it. Returns which lines there are. */
  draw(data, theme) {
    const sight = this.sight();
    const where = [this.scene, this.at, theme, data.pins, ...Object.values(sight)];
    const apart = this.at.form === 'lines' && data.focus;
    this.canvas.hidden = Boolean(apart);
    if (!apart && this.made.rest.isOld(...where, data.pixels)) this.rest = this.drawRest(this.pen(this.canvas, sight), data, theme, sight);
    const { row = null, column = null } = data.cell ?? {};
    this.over.hidden = !data.focus && row === null && column === null;
    if (!this.over.hidden && this.made.over.isOld(...where, data.given ?? data.focus?.said, row, column)) {
      this.shown = this.drawOver(this.pen(this.over, sight), data, theme, sight);
    }
    return apart ? this.shown : this.rest;
  }

  pen = (canvas, { width, height }) => penFor(canvas, Math.max(1, width), Math.max(1, height));

  /** All of a part in sight, for a file. */
  drawWith(pen, data, theme, sight) {
    if (this.at.form === 'map' || !data.focus) this.drawRest(pen, data, theme, sight);
    if (data.focus || data.cell) this.drawOver(pen, data, theme, sight);
  }

  drawRest(pen, data, theme, sight) {
    return this.at.form === 'map' ? drawMap(pen, this.inSight(data, sight), theme) : this.drawLines(pen, { ...data, focus: null }, theme, sight);
  }

  drawOver(pen, data, theme, sight) {
    return this.at.form === 'map' ? drawPointed(pen, this.inSight(data, sight), theme) : this.drawLines(pen, data, theme, sight);
  }

  inSight = (data, sight) => ({ ...data, ...sight, scene: this.scene, at: this.at });

  drawLines(pen, data, theme, { left, top, height }) {
    pen.save();
    pen.translate(-left, 0);
    const shown = drawHeadLines(pen, { ...data, scene: this.scene, at: this.at, top, room: height }, theme);
    pen.restore();
    return shown;
  }

  /** Where the pointer is on the sheet. */
  spot(event) {
    const box = this.scroll.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    // The tokens at the edges of a map stay where they are while it scrolls.
    const { left, top } = this.at.form === 'map'
      ? { left: x < this.at.left ? 0 : this.scroll.scrollLeft, top: y < this.at.top ? 0 : this.scroll.scrollTop }
      : { left: this.scroll.scrollLeft, top: this.scroll.scrollTop };
    return { x: x + left, y: y + top };
  }

  under(event) {
    if (!this.at) return { hover: null, cell: null };
    const { x, y } = this.spot(event);
    if (this.at.form === 'lines') return { hover: tokenAt(this.at, this.scene, x, y), cell: null };
    const cell = cellAt(this.at, x, y);
    if (!cell) return { hover: null, cell: null };
    const hover = cell.column === null ? { side: 'query', place: cell.row } : cell.row === null ? { side: 'key', place: cell.column } : null;
    return { hover, cell };
  }

  point(event) {
    const { hover, cell } = this.under(event);
    this.scroll.classList.toggle('over', Boolean(hover));
    this.events.point(hover, cell, event);
  }

  click(event) {
    const { hover, cell } = this.under(event);
    if (hover) this.events.toggle(hover.side, hover.place, event);
    else if (cell && cell.row !== null) this.events.toggle('query', cell.row, event);
  }

  /** The keyboard stands on a token: it is said, and brought into sight. */
  stand({ side, place }, name, kept) {
    const list = this.lists[side];
    const option = el('div', {
      role: 'option', id: `${this.id}-${side}-${place}`, 'aria-label': name, 'aria-selected': String(kept),
      'aria-posinset': place + 1, 'aria-setsize': lineOf(this.scene, side).length,
    });
    list.replaceChildren(option);
    list.setAttribute('aria-activedescendant', option.id);
    for (const [each, { tabIndex }] of Object.entries(this.lists)) {
      if (tabIndex !== (each === side ? 0 : -1)) this.lists[each].tabIndex = each === side ? 0 : -1;
    }
  }

  focus(side) {
    this.lists[side].focus({ preventScroll: true });
  }

  /** Scrolls so that a token is in sight. */
  bring({ side, place }) {
    const { scroll, at } = this;
    if (at.form === 'lines') return keep(scroll, 'scrollTop', scroll.clientHeight, place * at.row, at.row);
    const [axis, room] = side === 'query' ? ['scrollTop', scroll.clientHeight - at.top] : ['scrollLeft', scroll.clientWidth - at.left];
    return keep(scroll, axis, room, place * at.cell, at.cell);
  }
}

function keep(scroll, axis, room, start, size) {
  if (start < scroll[axis]) scroll[axis] = start;
  else if (start + size > scroll[axis] + room) scroll[axis] = start + size - room;
}
