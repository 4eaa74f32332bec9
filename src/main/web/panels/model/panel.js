// The model view: all layers and heads at once as thumbnails; one of them large, with its tokens.

import * as program from '../../kit/ask.js';
import { isPair } from '../../kit/arrange.js';
import { numberField } from '../../kit/number-field.js';
import { el, say } from '../../kit/dom.js';
import * as numbers from '../../kit/numbers.js';
import { pictureOf } from '../../kit/picture.js';
import { readTheme } from '../../kit/theme.js';
import { csv } from '../../kit/view.js';
import { choices, chosenOf, opens, titleOf } from '../choices.js';
import { LargeHead } from '../large.js';
import { grids } from '../neuron/grids.js';
import { numbersOfHead } from '../neuron/numbers-of-head.js';
import { inWords } from '../neuron/words.js';
import { OneRun } from '../one-run.js';
import { gridDrawing } from './drawing.js';
import { numbersIn } from './grid-layout.js';
import { HeadGrid } from './grid.js';
import { thumbScale } from './scale.js';
import { Thumbs } from './thumbs-source.js';

const HOW_TO_GO = 'Click a head to see it large. The arrow keys go from head to head, Enter opens one, Escape comes back.';

/** Puts the panel into its section; nothing runs before `start`. `door` is the way to the program. */
export function mount(section, experiment, door = program) {
  return new ModelPanel(section, experiment, door);
}

class ModelPanel extends OneRun {
  constructor(section, experiment, door) {
    super(section, experiment, door, { question: 'attention', title: 'Model view', empty: 'All heads of a real model on this text will be here.' });
  }

  build() {
    // A lesson that names one head shows it large at once; one that names several shows only those.
    if (this.now.heads.length > 1) Object.assign(this.now, { shown: this.now.heads.join(', '), heads: [] });
    this.opened = this.now.heads.length === 1;
    this.choices = choices(this);
    this.layers = numberField('Layers', (text) => this.change({ layers: text }));
    this.heads = numberField('Heads', (text) => this.change({ shown: text }));
    const { kind, filter, form, weighting, bundle, zoom } = this.choices;
    this.frame.controls.append(...[kind, this.layers, this.heads, filter, form, weighting, bundle, zoom].map(({ element }) => element));
    this.grid = new HeadGrid({
      open: (layer, head) => this.open(layer, head),
      point: (place) => this.point(place),
    });
    this.large = new LargeHead({
      change: (patch) => this.change(patch),
      zoom: (factor) => this.set({ zoom: this.now.zoom * factor }),
      describe: (sentence) => this.frame.describe(sentence),
      close: () => this.close(),
    });
    this.frame.picture.classList.add('model');
    this.frame.picture.append(this.grid.element, this.large.element);
    this.scale = thumbScale();
    this.frame.legend.append(this.scale.element);
    this.caption();
    new ResizeObserver(() => this.draw()).observe(this.frame.picture);
  }

  drawn(reply, other) {
    this.numbersOf = grids(reply.run, this.door.grid);
    this.thumbs = new Thumbs(reply, this.door.numbers);
    if (other) this.large.head.reset();
  }

  async show() {
    const { reply, now } = this;
    const { stack, layer, head } = chosenOf(reply, now);
    const layers = numbersIn(now.layers, stack.layers);
    const heads = numbersIn(now.shown, stack.heads);
    this.layers.set(now.layers, layers !== null, stack.layers);
    this.heads.set(now.shown, heads !== null, stack.heads);
    this.stack = stack;
    if (layers && heads) await this.showGrid(stack, layers, heads);
    if (this.opened) await this.showLarge(stack, layer, head);
    else this.large.hide();
    this.choices.offer(stack, this.opened && this.large.head.isLong());
    this.frame.picture.classList.toggle('opened', this.opened);
    this.draw();
    const large = this.opened ? [`layer ${layer}`, `head ${head}`] : [`${stack.layers} × ${stack.heads} heads`];
    say(this.frame.title, titleOf('Model view', reply, stack, large));
  }

  /** The thumbnails: each layer is drawn as soon as it has come. */
  async showGrid(stack, layers, heads) {
    this.grid.offer(layers, heads);
    const how = { filter: stack.queries === stack.keys && isPair(this.reply.sides[stack.keys]) ? this.now.filter : 'all', bundle: this.now.bundle, sized: this.now.weighting === 'size' };
    const said = JSON.stringify([this.reply.run, stack.kind, how]);
    if (said !== this.shownGrid) this.grid.clear();
    this.shownGrid = said;
    await Promise.all(layers.map(async (layer) => {
      const matrices = await this.thumbs.layer(stack, layer, how);
      if (said === this.shownGrid) this.grid.setLayer(layer, matrices);
    }));
    if (said === this.shownGrid) this.grid.whole(this.reply.sides[stack.keys].length);
  }

  async showLarge(stack, layer, head) {
    const title = titleOf(`Layer ${layer}, head ${head}`, this.reply, stack);
    const done = await this.large.show(title, { reply: this.reply, numbersOf: this.numbersOf, stack, layer, head, state: this.now });
    if (done) Object.assign(this.now, { layer, heads: [head] });
  }

  async open(layer, head) {
    this.opened = true;
    await this.change({ layer, heads: [head], open: null, pins: [] });
  }

  async close() {
    const { layer, heads } = this.now;
    this.opened = false;
    await this.change({ heads: [], open: null, pins: [] });
    this.grid.focus(layer, heads[0] ?? 0);
  }

  set(given) {
    this.opened = opens(given, this.opened);
    return super.set(given);
  }

  point(place) {
    const { head } = this.large;
    this.frame.describe(place ? this.about(place) : this.opened && head.scene ? head.details(head.focus()) : HOW_TO_GO);
  }

  /** What a thumbnail shows, in a sentence with its largest weight. */
  about({ layer, head }) {
    const matrix = this.grid.matrices.get(layer)?.[head];
    const most = matrix && this.now.weighting === 'attention' ? `: its largest weight is ${numbers.weight(this.thumbs.largest(matrix))}` : '';
    return `Layer ${layer}, head ${head}${most}. Click it to see it large.`;
  }

  draw() {
    const theme = readTheme();
    this.scale.draw(theme, this.grid.shownEnd);
    if (!this.stack) return;
    const room = this.grid.element.clientWidth; // none where the large head stands in its place
    this.scale.element.hidden = room === 0;
    this.caption(room === 0);
    this.grid.draw(room, { form: this.now.form, opened: this.opened ? { layer: this.now.layer, head: this.now.heads[0] } : null }, theme);
    this.large.draw();
  }

  /** alone: whether the large head stands in the place of all the others. */
  caption(alone = false) {
    const own = this.experiment.caption ? [this.experiment.caption] : [];
    const words = [...own, ...(alone ? [] : [this.howToReadAll()]), ...(this.opened && this.large.head.scene ? [this.large.howToRead()] : [])].join(' ');
    if (this.frame.caption.textContent !== words) this.frame.caption.replaceChildren(el('p', {}, words));
    if (!this.large.head.scene) this.frame.describe(HOW_TO_GO);
  }

  howToReadAll() {
    const form = this.now.form !== 'lines'
      ? 'In each, a row is a token that reads, a column one that is read.'
      : 'In each, lines run from the tokens that read, on the left, to those that are read.';
    return `Each small picture is one head: a row of pictures is a layer, from the first at the top. ${form} `
      + 'A long text is made small: what shares a place shows its largest weight.'
      + (this.now.weighting === 'size' ? ' Weights are multiplied by the length of what they carry; the strongest colour is the largest of a layer.' : '');
  }

  async picture() {
    await this.refresh();
    return pictureOf(this.composition());
  }

  /** What pictureOf wants: the head that is large, or all of them. */
  composition() {
    const theme = readTheme();
    const title = `${this.frame.title.textContent} · ${this.reply.model}`;
    const said = this.opened ? inWords(this.large.head.scene, this.frame.details.textContent) : `Each head as a small picture of its attention for “${this.ran.text}”.`;
    const common = { background: theme.surface, alt: `${title}. ${said}` };
    if (this.opened) return { ...common, ...this.large.head.drawing(title, theme) };
    return { ...common, ...gridDrawing({ grid: this.grid, form: this.now.form, title }, theme) };
  }

  /** The numbers of the head that is large, or of all thumbnails. */
  async numbers() {
    await this.refresh();
    if (this.opened) return numbersOfHead(this.large.head.scene);
    const rows = [];
    for (const layer of this.grid.layers) {
      for (const head of this.grid.heads) {
        const matrix = this.grid.matrices.get(layer)[head];
        for (let i = 0; i < matrix.bytes.length; i += 1) {
          rows.push([layer, head, Math.floor(i / matrix.columns), i % matrix.columns, this.thumbs.weight(matrix.bytes[i])]);
        }
      }
    }
    return csv(['layer', 'head', 'row', 'column', 'largest weight'], rows);
  }
}
