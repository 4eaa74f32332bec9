// One head on the screen: its lines, the computation behind one token, and what pointer and keys do with them. Whoever shows it owns the state.

import { arrange, isPair, lineUp } from '../../kit/arrange.js';
import { Made } from '../../kit/made.js';
import { largest, roundUp } from '../../kit/numbers.js';
import { readTheme } from '../../kit/theme.js';
import { hideTip, showTip } from '../../kit/tooltip.js';
import { drawingOf } from './drawing.js';
import { openRow } from './open-row.js';
import { Stage } from './stage.js';
import { aboutAll, aboutCell, aboutPair, aboutTokens } from './words.js';

const START = { side: 'query', index: 0, dimension: null };

/**
 * picture: the element it fills; owner: { change(patch): the person has changed `open` or `pins` of the state,
 * zoom(factor), describe(sentence), drawn(scene, theme) }.
 */
export class HeadView {
  constructor(picture, owner) {
    this.owner = owner;
    this.view = { hover: null, cell: null, place: START };
    this.scene = null;
    this.turn = 0;
    this.made = new Made(); // the scales
    this.stage = new Stage(picture, {
      point: (focus, cell, event) => this.point(focus, cell, event),
      choose: (side, index, event) => this.choose(side, index, event),
      place: () => this.view.place,
      go: (place) => this.go(place),
      enter: (side, index) => this.enter(side, index),
      close: () => this.close(),
      toggle: () => this.toggle(),
      scrolled: () => this.drawSoon(true),
      resized: () => this.draw(),
      zoom: (factor) => this.owner.zoom(factor),
    });
  }

  /** Forgets where the pointer and the keyboard were, because another text is shown. */
  reset() {
    Object.assign(this.view, { hover: null, cell: null, place: START });
  }

  /**
   * Shows a head: { reply, numbersOf(place, head), stack, layer, head, state }. What was there stays until the numbers have come;
   * false when something else was asked for meanwhile.
   */
  async show({ reply, numbersOf, stack, layer, head, state }) {
    const turn = (this.turn += 1);
    const at = (name) => numbersOf(`${stack.prefix}${name}.${layer}`, head);
    const sides = sidesOf(reply, stack, state);
    const row = sides.query.findIndex(({ tokens }) => tokens.includes(state.open));
    const sized = state.weighting === 'size' && row < 0;
    const wanted = row >= 0 ? ['q', 'k', 'v', ...(stack.position ? ['position'] : [])] : sized ? ['value_norm'] : [];
    const [attention, ...vectors] = await Promise.all(['attn', ...wanted].map(at));
    if (turn !== this.turn) return false;
    const [queries, keys] = [reply.sides[stack.queries].length, reply.sides[stack.keys].length];
    const shown = arrange(attention, { queries, keys }, sides.query, sides.key, sized ? vectors[0] : null);
    this.scene = {
      tokens: sides, counts: { query: sides.query.length, key: sides.key.length }, attention: shown, largest: largest(shown), sized,
      end: endOf(largest(shown), sized, row < 0 ? state.form : 'lines'),
      causal: stack.causal, form: state.form, layer, head, position: Boolean(stack.position), scale: stack.scale[layer],
      open: row < 0 ? null : { ...this.openRow(vectors, { attention, keys, sides, row, stack, layer }), row },
    };
    this.state = state;
    this.fit(sides);
    this.draw();
    return true;
  }

  openRow([q, k, v, position], { attention, keys, sides, row, stack, layer }) {
    const [index] = sides.query[row].tokens;
    const of = (matrix) => matrix.subarray(index * keys, (index + 1) * keys);
    return openRow({
      q, k, v, row: of(attention), position: position ? of(position) : null, index, size: stack.headSize, scale: stack.scale[layer],
      causal: stack.causal, shown: sides.key.map(({ tokens }) => tokens[0]),
    });
  }

  /** The columns are built anew only when other tokens stand in them; the keyboard stays where it can. */
  fit(sides) {
    const said = JSON.stringify([sides.query, sides.key].map((side) => side.map(({ label, tokens }) => [label, tokens[0]])));
    if (said === this.said) {
      this.stage.nameTokens(this.scene);
      return;
    }
    this.said = said;
    this.stage.setTokens(sides);
    const { place } = this.view;
    this.view.place = { ...place, index: Math.min(place.index, sides[place.side].length - 1) };
    this.view.hover = this.view.cell = null;
  }

  /** Whether there are so many tokens that they scroll, and zooming means something. */
  isLong() {
    return this.scene !== null && this.stage.isLong();
  }

  /** Draws everything anew, in the look that there is now. */
  draw() {
    if (!this.scene) return;
    this.theme = readTheme();
    this.stage.draw(this.scene, this.seen(), this.theme);
    if (this.made.isOld(this.scene, this.theme)) this.owner.drawn(this.scene, this.theme);
    this.owner.describe(this.details(this.focus()));
  }

  /** What decides how the scene is drawn. */
  seen() {
    return { ...this.view, focus: this.focus(), pinned: this.pinned(), zoom: this.state.zoom };
  }

  /** The tokens whose lines are shown: the open one, else those that are kept, else the one that is pointed at. */
  focus() {
    const { open } = this.scene;
    if (open) return { side: 'query', indices: [open.row] };
    const { hover } = this.view;
    return this.pinned() ?? (hover && { side: hover.side, indices: [hover.index] });
  }

  /** The pins as rows of the side they are on. */
  pinned() {
    const { pins } = this.state;
    if (pins.length === 0) return null;
    const { side } = pins.at(-1);
    const rows = this.scene.tokens[side];
    const indices = pins.filter((pin) => pin.side === side).map((pin) => rows.findIndex(({ tokens }) => tokens.includes(pin.index)));
    const shown = [...new Set(indices.filter((index) => index >= 0))];
    return shown.length > 0 ? { side, indices: shown } : null;
  }

  /** The whole picture under a title, as it is drawn for a file: { width, height, draw(pen) }. */
  drawing(title, theme) {
    return drawingOf(this.scene, { focus: this.focus(), zoom: this.state.zoom, width: this.stage.at.width, title }, theme);
  }

  /** What is to be said of how to read it. */
  reading() {
    const { causal, counts, sized, position, scale, open, form } = this.scene;
    return { causal, sized, position, scale, count: Math.max(counts.query, counts.key), form: open && form !== 'table' ? 'open' : form };
  }

  details(focus) {
    const { open } = this.scene;
    const { hover, cell } = this.view;
    if (open?.warning) return open.warning;
    if (open && cell) return aboutCell(this.scene, cell);
    if (!open && hover?.other !== undefined) return aboutPair(this.scene, { side: 'query', indices: [hover.index] }, { side: 'key', index: hover.other });
    if (!open && focus && hover && hover.side !== focus.side) return aboutPair(this.scene, focus, hover);
    return focus ? aboutTokens(this.scene, focus) : aboutAll(this.scene);
  }

  point(hover, cell, event) {
    if (!this.scene) return;
    const { open } = this.scene;
    const before = this.view.hover;
    this.view.hover = hover;
    if (open && cell) showTip(aboutCell(this.scene, cell), event.clientX, event.clientY);
    else if (!open && hover?.other !== undefined) showTip(this.details(this.focus()), event.clientX, event.clientY);
    else hideTip();
    if (same(hover, before) && same(cell, this.view.cell)) return;
    this.view.cell = open ? cell : null;
    this.drawSoon();
  }

  /** At most once a frame; an open computation stays as it is, only its marks move. */
  drawSoon(scrolled = false) {
    this.scrolled ||= scrolled;
    if (!this.waiting) {
      requestAnimationFrame(() => {
        this.waiting = false;
        if (!this.scene) return;
        if (this.scene.open && !this.scrolled) this.stage.pointAt(this.scene, this.seen(), this.theme);
        else this.stage.update(this.scene, this.seen(), this.theme);
        this.scrolled = false;
        this.owner.describe(this.details(this.focus()));
      });
    }
    this.waiting = true;
  }

  choose(side, row, event) {
    const [index] = this.scene.tokens[side][row].tokens;
    if (event.shiftKey || (side === 'key' && !this.scene.open)) return this.pin({ side, index }, event.shiftKey);
    if (side === 'query') return this.owner.change({ open: this.state.open === index ? null : index, pins: [] });
    this.view.cell = { key: row, column: 'score', dimension: null };
    return this.draw();
  }

  /** Keeps a token or lets it go; with `more`, those that are kept on that side stay. */
  pin(pin, more) {
    const { pins } = this.state;
    const is = (other) => other.side === pin.side && other.index === pin.index;
    const rest = pins.filter((other) => !is(other) && more && other.side === pin.side);
    this.owner.change({ pins: pins.some(is) ? rest : [...rest, pin], open: null });
  }

  /** The button: opens the token the keyboard was at, or the last one in sight; closes what is open. */
  toggle() {
    const { open } = this.scene ?? {};
    if (!this.scene) return;
    const { side, index } = this.view.place;
    const row = side === 'query' && index > 0 ? index : this.stage.lastInSight('query');
    this.owner.change({ open: open ? null : this.scene.tokens.query[row].tokens[0], pins: [] });
  }

  close() {
    hideTip();
    this.view.hover = null;
    this.owner.change({ open: null, pins: [] });
  }

  /** The keyboard moves to a place; an open computation follows it from query to query. */
  go(place) {
    this.view.place = place;
    this.view.cell = this.cellAt(place);
    this.stage.focus(place, this.scene);
    const { open } = this.scene;
    if (place.side === 'query' && open && open.row !== place.index) this.owner.change({ open: this.scene.tokens.query[place.index].tokens[0] });
    else this.draw();
  }

  enter(side, index) {
    const { place } = this.view;
    if (place.side !== side || place.index !== index) this.view.place = { side, index, dimension: null };
    this.view.hover = { side, index };
    this.view.cell = this.cellAt(this.view.place);
    this.draw();
  }

  /** What the keyboard points at in an open computation: the score, then the numbers of q × k, then those of weight × v. */
  cellAt({ side, index, dimension }) {
    if (side === 'query' || !this.scene.open) return null;
    if (dimension === null) return { key: index, column: 'score', dimension: null };
    const { size } = this.scene.open;
    return dimension < size ? { key: index, column: 'product', dimension } : { key: index, column: 'part', dimension: dimension - size };
  }
}

/** What is full: 1 for weights, for sizes their largest; a map of weak weights is scaled to them, so that it is not empty. */
function endOf(most, sized, form) {
  if (sized) return roundUp(most);
  return form === 'map' ? Math.min(1, roundUp(most)) : 1;
}

/** The rows and columns of a head: which of them, and whether put together to words. A computation is that of tokens, not of words. */
function sidesOf(reply, stack, state) {
  const own = reply.sides[stack.queries];
  const filter = stack.queries === stack.keys && isPair(own) ? state.filter : 'all';
  const how = { filter, bundle: state.bundle && state.open === null };
  return { query: lineUp(own, 'query', how), key: lineUp(reply.sides[stack.keys], 'key', how) };
}

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
