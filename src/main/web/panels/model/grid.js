// All heads at once on the page: a canvas of thumbnails under a grid of buttons, one for each head.

import { penFor } from '../../kit/canvas.js';
import { WEIGHTS } from '../../kit/coded.js';
import { el } from '../../kit/dom.js';
import * as numbers from '../../kit/numbers.js';
import { cellAt, gridLayout, step } from './grid-layout.js';
import { drawThumb, lookOf } from './thumbs.js';

const OVER_EVEN = 5; // times an even share is the least that has the strongest colour

/** events: open(layer, head), point({ layer, head } or null, event). */
export class HeadGrid {
  constructor(events) {
    this.events = events;
    this.canvas = el('canvas', { 'aria-hidden': 'true' });
    this.cells = el('div', { class: 'model-cells', role: 'grid', 'aria-label': 'All heads: a row for each layer, a column for each head' });
    this.element = el('div', { class: 'model-grid' }, this.canvas, this.cells);
    this.place = { row: 0, column: 0 };
    this.matrices = new Map();
    this.shownEnd = 1;
    this.cells.addEventListener('click', (event) => this.of(event, ({ layer, head }) => this.events.open(layer, head)));
    this.cells.addEventListener('keydown', (event) => this.key(event));
    for (const name of ['pointerover', 'focusin']) this.cells.addEventListener(name, (event) => this.events.point(this.headOf(event.target), event));
    for (const name of ['pointerleave', 'focusout']) this.cells.addEventListener(name, (event) => this.events.point(null, event));
  }

  of(event, then) {
    const head = this.headOf(event.target);
    if (head) then(head);
  }

  headOf(target) {
    const button = target.closest('button[data-head]');
    return button && { layer: Number(button.dataset.layer), head: Number(button.dataset.head) };
  }

  /** Which layers and heads are shown; the buttons are built anew only when these change. */
  offer(layers, heads) {
    const said = `${layers} / ${heads}`;
    if (said === this.said) return;
    this.said = said;
    this.layers = layers;
    this.heads = heads;
    this.place = { row: Math.min(this.place.row, layers.length - 1), column: Math.min(this.place.column, heads.length - 1) };
    this.cells.replaceChildren(...layers.map((layer) => el('div', { role: 'row' }, ...heads.map((head) => el('button', {
      type: 'button', role: 'gridcell', tabindex: -1, 'data-layer': layer, 'data-head': head, 'aria-label': `Layer ${layer}, head ${head}`,
    })))));
    this.tabStop();
  }

  /** All thumbnails have come; keys: how many tokens are read. */
  whole(keys) {
    this.shownEnd = this.end(keys);
  }

  /** The thumbnails of a layer: [{ bytes, rows, columns }] by head. */
  setLayer(layer, matrices) {
    this.matrices.set(layer, matrices);
  }

  /**
   * The weight with the strongest colour: 1, or less where no weight comes near it, so that the grid is not empty; but
   * always so much more than an even share that even attention looks as weak as it is.
   */
  end(keys) {
    let most = 0;
    for (const heads of this.matrices.values()) for (const { bytes } of heads) for (const byte of bytes) most = Math.max(most, byte);
    return Math.min(1, numbers.roundUp(Math.max(WEIGHTS[most], OVER_EVEN / keys)));
  }

  clear() {
    this.matrices.clear();
  }

  button(row, column) {
    return this.cells.children[row]?.children[column];
  }

  tabStop() {
    for (const button of this.cells.querySelectorAll('[tabindex="0"]')) button.tabIndex = -1;
    const button = this.button(this.place.row, this.place.column);
    if (button) button.tabIndex = 0;
  }

  key(event) {
    const next = step(this.place, event.key, { rows: this.layers.length, columns: this.heads.length });
    if (!next || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    this.focus(this.layers[next.row], this.heads[next.column]);
  }

  /** Gives the keyboard to a head. */
  focus(layer, head) {
    this.place = { row: Math.max(0, this.layers.indexOf(layer)), column: Math.max(0, this.heads.indexOf(head)) };
    this.tabStop();
    this.button(this.place.row, this.place.column)?.focus();
  }

  /** Draws what is there; { form, opened: { layer, head } or null }. */
  draw(width, { form, opened }, theme) {
    if (!this.layers || width <= 0) return;
    const at = gridLayout({ width, layers: this.layers, heads: this.heads, unit: theme.unit });
    this.at = at;
    const pen = penFor(this.canvas, at.width, at.height);
    drawGrid(pen, { at, matrices: this.matrices, form, opened, end: this.shownEnd }, theme);
    this.arrange(at, form, opened);
  }

  arrange(at, form, opened) {
    for (const [name, value] of [['axis', at.axis], ['side', at.side], ['step', at.step]]) this.cells.style.setProperty(`--${name}`, `${value}px`);
    this.cells.style.setProperty('--columns', this.heads.length);
    for (const button of this.cells.querySelectorAll('button')) {
      const { layer, head } = this.headOf(button);
      const is = opened && layer === opened.layer && head === opened.head;
      const matrix = form === 'table' && this.matrices.get(layer)?.[head];
      button.setAttribute('aria-label', `Layer ${layer}, head ${head}${matrix ? `: ${numbers.weight(largestOf(matrix))}` : ''}`);
      button.setAttribute('aria-pressed', String(Boolean(is)));
    }
  }
}

/** The largest weight of a thumbnail, which is that of the head; where sizes are shown, a share of the largest of the layer. */
const largestOf = ({ bytes }) => WEIGHTS[bytes.reduce((most, byte) => Math.max(most, byte), 0)];

/** In a table a head is a number, small enough for its cell. */
function drawNumber(pen, { x, y, width, height }, value, { unit, text, monoFamily }) {
  const word = numbers.weight(value);
  pen.save();
  pen.font = `${Math.min(13 * unit, (1.5 * width) / word.length)}px ${monoFamily}`;
  pen.textAlign = 'center';
  pen.fillStyle = text;
  pen.fillText(word, x + width / 2, y + height / 2);
  pen.restore();
}

/** The whole grid: numbers at the edges, thumbnails, a frame round the one that is open. */
export function drawGrid(pen, { at, matrices, form, opened, end }, theme) {
  const look = lookOf(theme, end);
  const u = theme.unit;
  pen.font = theme.mono;
  pen.textBaseline = 'middle';
  pen.fillStyle = theme.textMuted;
  pen.textAlign = 'center';
  at.heads.forEach((head, column) => pen.fillText(String(head), cellAt(at, 0, column).x + at.side / 2, at.axis - 10 * u));
  pen.textAlign = 'right';
  at.layers.forEach((layer, row) => pen.fillText(String(layer), at.axis - 8 * u, cellAt(at, row, 0).y + at.side / 2));
  at.layers.forEach((layer, row) => at.heads.forEach((head, column) => {
    const place = cellAt(at, row, column);
    const matrix = matrices.get(layer)?.[head];
    pen.fillStyle = theme.surface;
    pen.fillRect(place.x, place.y, place.width, place.height);
    if (matrix && form === 'table') drawNumber(pen, place, largestOf(matrix), theme);
    else if (matrix) drawThumb(pen, place, matrix, form, look);
    const is = opened?.layer === layer && opened.head === head;
    pen.strokeStyle = is ? theme.attention : theme.hairline;
    pen.lineWidth = is ? 2 * u : 1;
    pen.strokeRect(place.x - 0.5, place.y - 0.5, place.width + 1, place.height + 1);
  }));
}
