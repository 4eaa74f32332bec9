// The neuron view: what is chosen, what is shown, and who is told.

import * as program from '../../kit/ask.js';
import { chooser } from '../../kit/chooser.js';
import { el, say } from '../../kit/dom.js';
import { frame } from '../../kit/frame.js';
import { runner } from '../../kit/runner.js';
import { textRun } from '../../kit/text-run.js';
import { onLook, readTheme } from '../../kit/theme.js';
import { guessCount } from '../../kit/tokens.js';
import { hideTip, showTip } from '../../kit/tooltip.js';
import { grids } from './grids.js';
import { lineScale, signedScale } from './legend.js';
import { nextTokens } from './next.js';
import { openRow } from './open-row.js';
import { Stage } from './stage.js';
import { aboutCell, aboutToken, howToRead } from './words.js';

/** Puts the panel into its section; nothing runs before `start`. `door` is the way to the program. */
export function mount(section, experiment, door = program) {
  return new NeuronPanel(section, experiment, door);
}

class NeuronPanel {
  constructor(section, experiment, door) {
    this.door = door;
    this.section = section;
    this.experiment = experiment;
    this.chosen = { layer: Number(experiment.layer ?? 0), head: Number(experiment.head ?? 0), open: null };
    this.view = { hover: null, cell: null, pinned: null, place: { side: 'query', index: 0, dimension: null } };
    this.scene = null;
    this.turn = 0;
    this.build();
  }

  build() {
    const { door, experiment } = this;
    const allowed = (what) => !experiment.allow || experiment.allow.includes(what);
    this.frame = frame(this.section, { title: 'Attention' });
    this.text = textRun({ text: experiment.text ?? '', editable: allowed('text'), run: (text) => this.run(text) });
    this.layers = chooser('Layer', (layer) => this.set({ layer }));
    this.heads = chooser('Head', (head) => this.set({ head }));
    this.scales = { line: lineScale(), vector: signedScale('q, k'), product: signedScale('q × k') };
    this.next = nextTokens();
    this.frame.controls.append(this.text.element, this.layers.element, this.heads.element);
    this.frame.legend.append(...Object.values(this.scales).map((scale) => scale.element));
    this.frame.extra.append(this.next.element);
    this.stage = new Stage(this.frame.picture, {
      point: (focus, cell, event) => this.point(focus, cell, event),
      choose: (side, index) => this.choose(side, index),
      place: () => this.view.place,
      go: (place) => this.go(place),
      enter: (side, index) => this.enter(side, index),
      close: () => this.close(),
    });
    this.stage.redraw = () => this.draw();
    this.runner = runner({ name: 'attention', frame: this.frame, ask: door.ask, fetchModel: door.fetchModel, shown: (body, reply) => this.shown(body, reply) });
    this.stage.reserve(guessCount(this.text.text()), readTheme().unit);
    this.frame.empty('The attention of a real model to this text will be here.', () => this.run(this.text.text()));
    this.caption();
    onLook(() => this.draw());
    document.fonts.ready.then(() => this.draw());
  }

  /** Runs the experiment as written. */
  start() {
    return this.scene ? Promise.resolve() : this.run(this.text.text());
  }

  async run(text) {
    hideTip();
    const { guessed } = this.stage;
    if (this.scene?.text !== text) this.stage.reserve(guessCount(text), readTheme().unit);
    const drawn = await this.runner.run({ model: this.experiment.model, text });
    // What was shown before stays: it gets its own room again, and the sentence is in sight.
    if (!drawn && this.scene) this.stage.keep(guessed, readTheme().unit);
    return drawn;
  }

  /** A reply has come: the old picture stays until the new one can be drawn. */
  async shown({ text }, reply) {
    this.text.remember(text);
    this.reply = { ...reply, ...reply.stacks[0], tokens: reply.sides.text };
    this.numbersOf = grids(reply.run, this.door.grid);
    this.chosen.open = this.scene?.text === text ? this.chosen.open : null;
    this.stage.setTokens(this.reply.tokens);
    this.next.set(reply.next);
    say(this.frame.model, [reply.model, reply.device, `${reply.milliseconds} ms`].join(' · '));
    this.door.post('page/state', { experiment: this.section.id, model: reply.model, device: reply.device, run: reply.run });
    if (this.scene?.text !== text) Object.assign(this.view, { hover: null, cell: null, pinned: null, place: { side: 'query', index: 0, dimension: null } });
    this.ranText = text;
    await this.show();
    this.section.dataset.run = reply.run;
  }

  /** Sets layer and head, from the panel or from a link. */
  set(state) {
    for (const key of ['layer', 'head']) {
      if (state[key] !== undefined && Number.isInteger(Number(state[key]))) this.chosen[key] = Number(state[key]);
    }
    return this.refresh();
  }

  /** Shows what is chosen; a run that the program has let go is asked for again. */
  async refresh() {
    if (!this.reply) return;
    try {
      await this.show();
    } catch (trouble) {
      if (trouble instanceof program.RunGone) await this.run(this.ranText);
      else this.frame.broken({ message: trouble.message }, () => this.run(this.ranText));
    }
  }

  async show() {
    const turn = (this.turn += 1);
    const { reply, numbersOf, ranText } = this;
    const layer = Math.min(Math.max(0, this.chosen.layer), reply.layers - 1);
    const head = Math.min(Math.max(0, this.chosen.head), reply.heads - 1);
    const at = (name) => numbersOf(`${reply.prefix}${name}.${layer}`, head);
    const index = this.chosen.open;
    const [attention, q, k] = await Promise.all([at('attn'), ...(index === null ? [] : [at('q'), at('k')])]);
    if (turn !== this.turn) return;
    const open = index === null ? null : openRow({ q, k, attention, index, reply, layer });
    this.scene = { text: ranText, tokens: reply.tokens, causal: reply.causal, attention, open, layer, head };
    Object.assign(this.chosen, { layer, head });
    this.layers.set(reply.layers, layer);
    this.heads.set(reply.heads, head);
    say(this.frame.title, `Attention, layer ${layer}, head ${head}`);
    this.stage.nameTokens(this.scene);
    this.caption();
    this.draw();
  }

  caption() {
    const { causal = true, open = null, tokens = [] } = this.scene ?? {};
    const opened = open !== null;
    const count = tokens.length || guessCount(this.text.text());
    const own = this.experiment.caption ? `${this.experiment.caption} ` : '';
    this.frame.caption.replaceChildren(...[false, true].map((about) => el('p', { class: about === opened ? '' : 'away' },
      own + howToRead({ causal, opened: about, count }))));
    this.scales.line.element.hidden = opened;
    this.scales.vector.element.hidden = this.scales.product.element.hidden = !opened;
  }

  draw() {
    const theme = readTheme();
    this.scales.line.draw(theme);
    if (!this.scene) return;
    const focus = this.focus();
    this.stage.draw(this.scene, { ...this.view, focus }, theme);
    this.scales.vector.draw(theme, this.scene.open?.scales.vector ?? 1);
    this.scales.product.draw(theme, this.scene.open?.scales.product ?? 1);
    this.frame.describe(this.details(focus));
  }

  /** The token whose lines are shown: the open one, else what is pointed at, else what is pinned. */
  focus() {
    if (this.scene.open) return { side: 'query', index: this.scene.open.index };
    if (this.view.hover) return this.view.hover;
    return this.view.pinned === null ? null : { side: 'key', index: this.view.pinned };
  }

  details(focus) {
    const { open } = this.scene;
    if (open?.warning) return open.warning;
    if (open && this.view.cell) return aboutCell(this.scene, this.view.cell);
    if (focus) return aboutToken(this.scene, focus);
    return 'Tab and the arrow keys reach every token, Enter opens it, Escape closes it.';
  }

  point(hover, cell, event) {
    if (!this.scene) return;
    if (cell && this.scene.open) showTip(aboutCell(this.scene, cell), event.clientX, event.clientY);
    else hideTip();
    this.view.hover = hover;
    this.view.cell = cell;
    this.drawSoon();
  }

  drawSoon() {
    if (!this.waiting) requestAnimationFrame(() => { this.waiting = false; this.draw(); });
    this.waiting = true;
  }

  choose(side, index) {
    if (side === 'query') return this.open(this.chosen.open === index ? null : index);
    if (this.scene.open) this.view.cell = { key: index, column: 'score', dimension: null };
    else this.view.pinned = this.view.pinned === index ? null : index;
    return this.draw();
  }

  open(index) {
    this.chosen.open = index;
    Object.assign(this.view, { cell: null, pinned: null });
    return this.refresh();
  }

  close() {
    hideTip();
    this.view.pinned = null;
    this.view.hover = null;
    return this.open(null);
  }

  /** The keyboard moves to a place; an open computation follows it from query to query. */
  go(place) {
    this.view.place = place;
    this.view.cell = this.cellAt(place);
    this.stage.focus(place);
    if (place.side === 'query' && this.chosen.open !== null && this.chosen.open !== place.index) this.open(place.index);
    else this.draw();
  }

  enter(side, index) {
    const { place } = this.view;
    if (place.side !== side || place.index !== index) this.view.place = { side, index, dimension: null };
    this.view.hover = { side, index };
    this.view.cell = this.cellAt(this.view.place);
    this.draw();
  }

  /** What the keyboard points at in an open computation. */
  cellAt({ side, index, dimension }) {
    if (side === 'query' || !this.scene.open) return null;
    return { key: index, column: dimension === null ? 'score' : 'product', dimension };
  }
}
