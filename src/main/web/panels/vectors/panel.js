// The vectors of one word in two texts, layer by layer: whether and where a model keeps two meanings apart.

import * as program from '../../kit/ask.js';
import { penFor } from '../../kit/canvas.js';
import { segments } from '../../kit/controls.js';
import { el, say } from '../../kit/dom.js';
import { exportMenu } from '../../kit/export.js';
import { frame } from '../../kit/frame.js';
import { pictureOf } from '../../kit/picture.js';
import { runner } from '../../kit/runner.js';
import { modelAndWeights } from '../../kit/setup.js';
import { changed, requestOf, RUN_FIELDS, stateOf } from '../../kit/state.js';
import { textRun } from '../../kit/text-run.js';
import { onLook, readTheme } from '../../kit/theme.js';
import { csv } from '../../kit/view.js';
import { drawChart, layoutOf, MEASURES, placeName } from './chart.js';
import { numbersTable } from './table.js';

/** Puts the panel into its section; nothing runs before `start`. `door` is the way to the program. */
export function mount(section, experiment, door = program) {
  return new VectorsPanel(section, experiment, door);
}

class VectorsPanel {
  constructor(section, experiment, door) {
    Object.assign(this, { section, experiment, door });
    const [text, other] = Array.isArray(experiment.texts) ? experiment.texts : [experiment.text ?? '', ''];
    this.chosen = { ...stateOf({ ...experiment, texts: undefined, text }), other, word: experiment.word ?? '', measure: 'cosine' };
    this.hover = null;
    this.build();
  }

  build() {
    const { experiment, section, door } = this;
    const allowed = (what) => !experiment.allow || experiment.allow.includes(what);
    this.frame = frame(section, { title: 'One word in two texts' });
    const run = () => this.run({ ...this.chosen, ...this.typed() });
    this.texts = ['text', 'other'].map((name, i) => textRun({
      text: this.chosen[name], editable: allowed('text'), run, name: ['First text', 'Second text'][i], button: i === 1,
    }));
    this.setup = modelAndWeights({ allowed, pick: (change) => this.set({ ...this.typed(), ...change }) });
    this.measure = segments('Show', MEASURES, (measure) => this.set({ measure }));
    this.words = el('div', { class: 'chips', role: 'group', 'aria-label': 'Word' });
    this.frame.controls.append(...this.texts.map(({ element }) => element), this.setup.element, this.measure.element, this.words);
    this.canvas = el('canvas', {
      class: 'chart', tabindex: 0, role: 'img',
      onpointermove: (event) => this.point(event), onpointerleave: () => this.pointAt(null), onkeydown: (event) => this.key(event),
      onblur: () => this.pointAt(null),
    });
    this.table = numbersTable();
    this.frame.picture.append(this.canvas);
    this.frame.extra.append(this.table.element);
    this.frame.menu.append(exportMenu({ section, experiment, panel: this, door, said: (sentence) => this.frame.describe(sentence) }).element);
    this.runner = runner({ name: 'vectors', frame: this.frame, ask: door.ask, fetchModel: door.fetchModel, shown: (_, reply) => this.shown(reply), again: () => this.again() });
    this.frame.caption.replaceChildren(el('p', {}, `${experiment.caption ? `${experiment.caption} ` : ''}Each line is a word that stands in both texts. `
      + 'It says how alike the model’s two vectors for it are: at the left where the word enters the model, then after each layer. '
      + 'Lines that fall mean that the layers tell the two uses apart. The grey words are there to compare with.'));
    this.frame.empty('Here the vectors of a word in two texts will be compared, layer by layer.', run);
    onLook(() => this.draw());
    document.fonts.ready.then(() => this.draw());
    new ResizeObserver(() => this.draw()).observe(this.frame.picture);
  }

  /** Runs the experiment as written. */
  async start() {
    if (this.reply) return true;
    this.door.models?.().then((models) => this.setup.offer(models, this.experiment.models));
    return this.run(this.chosen);
  }

  /** What stands in the fields, run or not. */
  typed() {
    return { text: this.texts[0].text(), other: this.texts[1].text() };
  }

  /** Runs what was asked for last, with the texts as they stand there now. */
  again() {
    return this.run({ ...this.asked, ...this.typed() });
  }

  run(state) {
    this.asked = state;
    return this.runner.run({ ...requestOf(state), other: state.other });
  }

  shown(reply) {
    this.reply = reply;
    this.chosen = { ...this.chosen, ...this.asked };
    this.texts.forEach((text, i) => text.remember(this.chosen[['text', 'other'][i]]));
    this.frame.ran(reply.model, reply.device, `${reply.milliseconds} ms`);
    this.door.post('page/state', { experiment: this.section.id, model: reply.model, device: reply.device });
    this.choose(this.chosen.word);
  }

  /** Sets what is shown, from the panel or from a link; runs again where that asks for it. */
  set(change) {
    const next = { ...changed(this.chosen, change) };
    for (const name of ['other', 'word']) if (typeof change[name] === 'string') next[name] = change[name];
    if (MEASURES.some(({ value }) => value === change.measure)) next.measure = change.measure;
    const again = [...RUN_FIELDS, 'other'].some((name) => next[name] !== this.chosen[name]);
    ['text', 'other'].forEach((name, i) => change[name] !== undefined && this.texts[i].write(next[name])); // what is being written stays
    if (again) return this.run(next);
    this.chosen = next;
    return this.reply ? this.choose(next.word) : undefined;
  }

  /** A word that is not there is taken for the one that changes most. */
  choose(text) {
    const { words } = this.reply;
    const same = (word) => word.text.toLowerCase() === text.toLowerCase();
    const found = words.findIndex(same);
    this.word = found >= 0 ? found : words.indexOf([...words].sort((a, b) => a.cosine.at(-1) - b.cosine.at(-1))[0]);
    this.chosen.word = words[this.word].text;
    this.words.replaceChildren(el('span', { class: 'chooser-name' }, 'Word'), ...words.map((word, i) => el('button', {
      type: 'button', class: 'token', 'aria-pressed': String(i === this.word), onclick: () => this.set({ word: word.text }),
    }, word.text)));
    this.draw();
  }

  draw() {
    const theme = readTheme();
    this.measure.set(this.chosen.measure);
    this.setup.set(this.chosen);
    if (!this.reply) return;
    const data = this.data(theme);
    this.canvas.setAttribute('aria-label', this.alt());
    drawChart(penFor(this.canvas, data.at.width, data.at.height), data, theme);
    this.table.show(this.reply.words, this.word, this.chosen.measure);
    this.frame.describe(this.details());
  }

  data(theme) {
    const { words } = this.reply;
    const { measure } = this.chosen;
    const width = Math.max(320, this.frame.picture.clientWidth);
    return { words, chosen: this.word, hover: this.hover, measure, at: layoutOf({ words, measure, width, unit: theme.unit }) };
  }

  details() {
    const word = this.reply.words[this.word];
    const i = this.hover ?? word.cosine.length - 1;
    const where = i === 0 ? 'Where it enters the model' : `After layer ${placeName(i)}`;
    return `${where} the two vectors of “${word.text}” have a cosine similarity of ${word.cosine[i].toFixed(2)} and a distance of ${word.distance[i].toFixed(2)}.`
      + (this.hover === null ? ' Point at the chart, or move with the arrow keys, to read the other layers.' : '');
  }

  alt() {
    const word = this.reply.words[this.word];
    return `${this.chosen.measure} of the two vectors of ${word.text}: ${word[this.chosen.measure].map((value, i) => `${placeName(i)} ${value.toFixed(2)}`).join(', ')}`;
  }

  point(event) {
    if (!this.reply) return;
    const { at } = this.data(readTheme());
    const share = (event.offsetX - at.box.left) / (at.box.right - at.box.left);
    this.pointAt(Math.min(at.points - 1, Math.max(0, Math.round(share * (at.points - 1)))));
  }

  pointAt(place) {
    if (place === this.hover) return;
    this.hover = place;
    this.draw();
  }

  key(event) {
    if (!this.reply) return;
    const points = this.reply.words[0].cosine.length;
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const turn = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) this.pointAt(Math.min(points - 1, Math.max(0, (this.hover ?? (step > 0 ? -1 : points)) + step)));
    if (turn) this.set({ word: this.reply.words.at((this.word + turn) % this.reply.words.length).text });
    if (step || turn) event.preventDefault();
  }

  state() {
    return { ...this.chosen };
  }

  async picture() {
    const theme = readTheme();
    const data = { ...this.data(theme), hover: null };
    return pictureOf({ width: data.at.width, height: data.at.height, background: theme.surface, alt: this.alt(), draw: (pen) => drawChart(pen, data, theme) });
  }

  async numbers() {
    return csv(['word', 'after layer', 'cosine similarity', 'distance'],
      this.reply.words.flatMap((word) => word.cosine.map((value, i) => [word.text, placeName(i), value, word.distance[i]])));
  }
}
