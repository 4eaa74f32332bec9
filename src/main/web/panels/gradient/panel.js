// What training would do to one head: first the person marks what they expect, then the gradient is computed and shown.

import * as program from '../../kit/ask.js';
import { penFor } from '../../kit/canvas.js';
import { chooser } from '../../kit/chooser.js';
import { signedColours } from '../../kit/colours.js';
import { el, say } from '../../kit/dom.js';
import { exportMenu } from '../../kit/export.js';
import { frame } from '../../kit/frame.js';
import { largest, roundUp, signed, weight } from '../../kit/numbers.js';
import { pictureOf } from '../../kit/picture.js';
import { runner } from '../../kit/runner.js';
import { strip } from '../../kit/scales.js';
import { modelAndWeights } from '../../kit/setup.js';
import { changed, marksOf, requestOf, RUN_FIELDS, stateOf } from '../../kit/state.js';
import { textRun } from '../../kit/text-run.js';
import { onLook, readTheme } from '../../kit/theme.js';
import { nameOf } from '../../kit/tokens.js';
import { csv } from '../../kit/view.js';
import { drawMatrix, layoutOf } from './matrix.js';

/** Puts the panel into its section; nothing runs before `start`. `door` is the way to the program. */
export function mount(section, experiment, door = program) {
  return new GradientPanel(section, experiment, door);
}

const NEXT = new Map([[undefined, 1], [1, -1], [-1, undefined]]);

class GradientPanel {
  constructor(section, experiment, door) {
    Object.assign(this, { section, experiment, door });
    const start = stateOf(experiment);
    this.chosen = { ...start, head: start.heads[0] ?? 0, answer: String(experiment.target ?? ''), target: '', marks: [], shown: false };
    this.here = null;
    this.build();
  }

  build() {
    const { experiment, section, door } = this;
    const allowed = (what) => !experiment.allow || experiment.allow.includes(what);
    this.frame = frame(section, { title: 'What training would change' });
    const run = () => this.run(this.moved({ ...this.chosen, ...this.typed() }, {}));
    this.text = textRun({ text: this.chosen.text, editable: allowed('text'), run });
    this.answer = el('input', { type: 'text', 'aria-label': 'The right word at [MASK]', spellcheck: 'false', readonly: !allowed('text'),
      onkeydown: (event) => event.key === 'Enter' && run() });
    this.answer.value = this.chosen.answer;
    this.asksWord = el('label', { class: 'chooser' }, el('span', { class: 'chooser-name' }, 'Right at [MASK]'), this.answer);
    this.layers = chooser('Layer', (layer) => this.set({ layer }));
    this.heads = chooser('Head', (head) => this.set({ head }));
    this.setup = modelAndWeights({ allowed, pick: (change) => this.set({ ...this.typed(), ...change }) });
    this.frame.controls.append(this.text.element, this.asksWord, this.setup.element, this.layers.element, this.heads.element);
    this.show = el('button', { type: 'button', class: 'primary', onclick: () => this.set({ shown: !this.chosen.shown }) }, 'Show the gradient');
    this.canvas = el('canvas', { class: 'matrix', tabindex: 0, role: 'application',
      onpointermove: (event) => this.pointAt(this.cell(event)), onpointerleave: () => this.pointAt(null),
      onclick: (event) => this.mark(this.cell(event)), onkeydown: (event) => this.key(event) });
    this.frame.picture.append(el('div', { class: 'matrix-room' }, this.canvas), el('p', { class: 'matrix-actions' }, this.show));
    this.scale = strip('training would');
    this.frame.legend.append(this.scale.element);
    this.frame.menu.append(exportMenu({ section, experiment, panel: this, door, said: (sentence) => this.frame.describe(sentence) }).element);
    this.runner = runner({ name: 'gradient', frame: this.frame, ask: door.ask, fetchModel: door.fetchModel, shown: (_, reply) => this.shown(reply), again: () => this.again() });
    this.frame.empty('Here you will mark which scores of a head training should raise, and then see the gradient.', run);
    onLook(() => this.draw());
    document.fonts.ready.then(() => this.draw());
  }

  /** Runs the experiment as written; what the gradient is stays hidden until the person asks for it. */
  async start() {
    if (this.reply) return true;
    this.door.models?.().then((models) => this.setup.offer(models, this.experiment.models));
    return this.run(this.chosen);
  }

  /** What stands in the fields, run or not. */
  typed() {
    return { text: this.text.text(), answer: this.answer.value };
  }

  /** Runs what was asked for last, with the texts as they stand there now. */
  again() {
    return this.run({ ...this.asked, ...this.typed() });
  }

  run(state) {
    this.asked = state;
    const answer = state.answer.trim() ? { answer: state.answer } : {};
    return this.runner.run({ ...requestOf({ ...state, target: '' }), layer: state.layer, head: state.head, ...answer });
  }

  async shown(reply) {
    const [attention, push] = await Promise.all(['attn', 'push'].map((place) => this.door.grid(reply.run, place)));
    Object.assign(this, { reply, attention, push, max: roundUp(largest(push)) });
    this.chosen = this.asked;
    this.text.remember(this.chosen.text);
    this.layers.set(reply.layers, this.chosen.layer);
    this.heads.set(reply.heads, this.chosen.head);
    this.asksWord.hidden = reply.told === 'next';
    this.frame.ran(reply.model, reply.device, `${reply.milliseconds} ms`);
    say(this.frame.title, `What training would change in layer ${this.chosen.layer}, head ${this.chosen.head}`);
    this.door.post('page/state', { experiment: this.section.id, model: reply.model, device: reply.device, run: reply.run });
    this.caption();
    this.draw();
  }

  caption() {
    const own = this.experiment.caption ? `${this.experiment.caption} ` : '';
    const asked = this.reply.told === 'next' ? 'each next token' : `“${this.chosen.answer}” at [MASK]`;
    this.frame.caption.replaceChildren(el('p', {}, `${own}A row is a token that reads, a column a token that is read; the model is asked for ${asked}. `
      + 'Click a cell once for “training raises this score” (▲), twice for “lowers it” (▼). Then show the gradient: blue scores rise when the model '
      + 'takes a small step that lowers its loss, orange ones fall. Each row sums to zero.'));
  }

  /** Sets what is shown, from the panel or from a link; runs again where that asks for it. */
  set(change) {
    const next = { ...changed(this.chosen, { ...change, head: undefined }) };
    const head = change.head ?? (change.heads === undefined ? undefined : next.heads[0] ?? 0);
    if (/^\d+$/.test(String(head))) next.head = Number(head);
    if (typeof change.answer === 'string') next.answer = change.answer;
    if (change.shown !== undefined) next.shown = change.shown === true || change.shown === 'true';
    if (change.marks !== undefined) next.marks = marksOf(change.marks) ?? next.marks;
    if (change.text !== undefined) this.text.write(next.text); // what is being written stays
    if (change.answer !== undefined) this.answer.value = next.answer;
    const again = [...RUN_FIELDS, 'layer', 'head', 'answer'].some((name) => next[name] !== this.chosen[name]);
    if (again) return this.run(this.moved({ ...next, shown: false }, change));
    this.chosen = next;
    return this.draw();
  }

  /** What was marked, and whether the gradient is shown, belong to a text, unless they are given with it. */
  moved(next, given) {
    const sameText = next.text === this.chosen.text;
    return {
      ...next,
      marks: sameText || given.marks !== undefined ? next.marks : [],
      shown: given.shown === undefined ? sameText && next.shown : String(given.shown) === 'true',
    };
  }

  draw() {
    const theme = readTheme();
    this.setup.set(this.chosen);
    if (!this.reply) return;
    const data = this.data(theme);
    drawMatrix(penFor(this.canvas, data.at.width, data.at.height), data, theme);
    const colour = signedColours(theme, 1);
    this.scale.draw(theme, { low: `lower −${this.max}`, high: `raise +${this.max}`, colour: (share) => colour(2 * share - 1),
      alt: `from minus ${this.max}, lowered, to plus ${this.max}, raised` });
    this.scale.element.hidden = !this.chosen.shown;
    say(this.show, this.chosen.shown ? 'Hide the gradient' : 'Show the gradient');
    const words = this.details();
    this.canvas.setAttribute('aria-label', words);
    this.frame.describe(words);
  }

  data(theme) {
    const { tokens, causal } = this.reply;
    const pen = this.canvas.getContext('2d');
    pen.font = theme.mono;
    const measure = (text) => pen.measureText(text).width;
    const width = this.frame.picture.clientWidth || 600;
    return {
      tokens, causal, push: this.chosen.shown ? this.push : null, max: this.max, here: this.here,
      marks: new Map(this.chosen.marks.map(([from, to, sign]) => [`${from},${to}`, sign])),
      at: layoutOf({ tokens, width, unit: theme.unit, measure }),
    };
  }

  details() {
    const { shown, marks } = this.chosen;
    if (this.here) return this.aboutCell(this.here);
    if (!shown) {
      return marks.length === 0 ? 'Mark at least one cell before you look: what should this head learn to attend to?'
        : `${marks.length} ${marks.length === 1 ? 'cell is' : 'cells are'} marked. The loss is ${this.reply.loss.toFixed(2)} nats.`;
    }
    const right = marks.filter(([from, to, sign]) => Math.sign(this.pushAt(from, to)) === sign).length;
    return `The loss is ${this.reply.loss.toFixed(2)} nats. ${marks.length ? `The gradient agrees with ${right} of your ${marks.length} marks.` : 'You marked nothing.'}`;
  }

  aboutCell({ from, to }) {
    const name = (i) => nameOf(this.reply.tokens[i]);
    if (this.reply.causal && to > from) return `${name(to)} comes after ${name(from)}: masked, always 0.`;
    const now = this.attention[from * this.reply.tokens.length + to];
    const mark = this.chosen.marks.find(([f, t]) => f === from && t === to)?.[2];
    const expected = mark ? ` You expect training to ${mark > 0 ? 'raise' : 'lower'} it.` : '';
    const gradient = this.chosen.shown ? `; training would ${this.pushAt(from, to) < 0 ? 'lower' : 'raise'} its score (${signed(this.pushAt(from, to))})` : '';
    return `${name(from)} reads ${name(to)} with ${weight(now)} now${gradient}.${expected}`;
  }

  pushAt = (from, to) => this.push[from * this.reply.tokens.length + to];

  cell(event) {
    return this.reply ? this.data(readTheme()).at.cellAt(event.offsetX, event.offsetY) : null;
  }

  pointAt(here) {
    if (here?.from === this.here?.from && here?.to === this.here?.to) return;
    this.here = here;
    this.draw();
  }

  mark(cell) {
    if (!cell || (this.reply.causal && cell.to > cell.from)) return;
    const { marks } = this.chosen;
    const old = marks.find(([from, to]) => from === cell.from && to === cell.to);
    const rest = marks.filter((each) => each !== old);
    const next = NEXT.get(old?.[2]);
    this.here = cell;
    this.set({ marks: next ? [...rest, [cell.from, cell.to, next]] : rest });
  }

  key(event) {
    if (!this.reply) return;
    const [down, right] = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] }[event.key] ?? [0, 0];
    const last = this.reply.tokens.length - 1;
    const clip = (value) => Math.min(last, Math.max(0, value));
    if (down || right) this.pointAt(this.here ? { from: clip(this.here.from + down), to: clip(this.here.to + right) } : { from: 0, to: 0 });
    else if (event.key === 'Enter' || event.key === ' ') this.mark(this.here);
    else return;
    event.preventDefault();
  }

  state() {
    return { ...this.chosen };
  }

  async picture() {
    const theme = readTheme();
    const data = { ...this.data(theme), here: null };
    return pictureOf({ width: data.at.width, height: data.at.height, background: theme.surface, alt: this.alt(), draw: (pen) => drawMatrix(pen, data, theme) });
  }

  alt() {
    const { layer, head, shown, text } = this.chosen;
    return `Marks${shown ? ' and gradient' : ''} on the scores of layer ${layer}, head ${head} for “${text}”. ${this.details()}`;
  }

  async numbers() {
    const { tokens } = this.reply;
    const rows = tokens.flatMap((reads, from) => tokens.map((read, to) => [from, reads.text, to, read.text,
      this.attention[from * tokens.length + to], this.chosen.shown ? this.pushAt(from, to) : '',
      this.chosen.marks.find(([f, t]) => f === from && t === to)?.[2] ?? '']));
    return csv(['position', 'reads', 'at', 'is read', 'attention', 'training raises by', 'expected'], rows);
  }
}
