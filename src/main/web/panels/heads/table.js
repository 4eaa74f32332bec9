// The table of all heads: sorted by a click on a column, a head opened by a click on its row; the same with the keyboard.

import { el } from '../../kit/dom.js';
import { clearest, MEASURES, sorted, written } from './measures.js';

/** events: open(layer, head), sort({ key, descending }), point(row or null). */
export class HeadTable {
  constructor(events) {
    this.events = events;
    this.head = el('thead');
    this.body = el('tbody');
    this.element = el('div', { class: 'heads-table' }, el('table', {}, this.head, this.body));
    this.body.addEventListener('click', (event) => this.at(event, (row) => this.events.open(row.layer, row.head)));
    this.body.addEventListener('keydown', (event) => this.key(event));
    for (const name of ['pointerover', 'focusin']) this.body.addEventListener(name, (event) => this.at(event, (row) => this.events.point(row)));
    this.body.addEventListener('pointerleave', () => this.events.point(null));
  }

  at(event, then) {
    const line = event.target.closest('tr');
    if (line) then(this.shown[line.rowIndex - 1]);
  }

  /** Shows rows in an order; opened: { layer, head } or null. */
  show(rows, order, opened) {
    this.shown = sorted(rows, order);
    const most = Math.max(1, ...rows.map(({ values }) => values.entropy ?? 0));
    this.head.replaceChildren(el('tr', {}, this.title({ key: 'head', name: 'head' }, order), ...MEASURES.map((measure) => this.title(measure, order))));
    this.body.replaceChildren(...this.shown.map((row, index) => line(row, most, index === 0)));
    this.mark(opened);
  }

  title({ key, name, narrow = name, about }, order) {
    const is = order.key === key;
    const descending = is ? !order.descending : key !== 'head';
    const sign = is ? (order.descending ? ' ↓' : ' ↑') : '';
    return el('th', { scope: 'col', 'aria-sort': is ? (order.descending ? 'descending' : 'ascending') : 'none' },
      el('button', { type: 'button', title: about ?? 'layer and head', onclick: () => this.events.sort({ key, descending }) }, narrow + sign));
  }

  mark(opened) {
    Array.from(this.body.children).forEach((element, index) => {
      const { layer, head } = this.shown[index];
      element.setAttribute('aria-selected', String(Boolean(opened && opened.layer === layer && opened.head === head)));
    });
  }

  key(event) {
    const element = event.target.closest('tr');
    if (!element || event.ctrlKey || event.altKey || event.metaKey) return;
    const index = element.rowIndex - 1;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.events.open(this.shown[index].layer, this.shown[index].head);
      return;
    }
    const last = this.shown.length - 1;
    const next = { ArrowUp: index - 1, ArrowDown: index + 1, PageUp: index - 10, PageDown: index + 10, Home: 0, End: last }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    element.tabIndex = -1;
    const other = this.body.children[Math.min(last, Math.max(0, next))];
    other.tabIndex = 0;
    other.focus();
  }
}

function line(row, mostBits, first) {
  const name = `${row.layer} · ${row.head}`;
  return el('tr', { tabindex: first ? 0 : -1, 'aria-label': `Layer ${row.layer}, head ${row.head}: ${clearest(row)}` },
    el('th', { scope: 'row' }, name), ...MEASURES.map((measure) => cell(row.values[measure.key], measure, mostBits)));
}

/** A number over its bar. */
function cell(value, measure, mostBits) {
  const element = el('td', {}, el('span', {}, written(value, measure)));
  element.style.setProperty('--share', measure.bits ? (value ?? 0) / mostBits : value ?? 0);
  if (measure.bits) element.classList.add('bits');
  return element;
}
