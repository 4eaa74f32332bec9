// The neuron view: one head of one layer, and the whole computation behind each token. What is chosen, what is shown, and who is told.

import * as program from '../../kit/ask.js';
import { chooser } from '../../kit/chooser.js';
import { el, say } from '../../kit/dom.js';
import { pictureOf } from '../../kit/picture.js';
import { readTheme } from '../../kit/theme.js';
import { guessCount } from '../../kit/tokens.js';
import { choices, chosenOf, titleOf } from '../choices.js';
import { OneRun } from '../one-run.js';
import { grids } from './grids.js';
import { HeadView } from './head.js';
import { legend } from './legend.js';
import { numbersOfHead } from './numbers-of-head.js';
import { howToRead, inWords } from './words.js';

/** Puts the panel into its section; nothing runs before `start`. `door` is the way to the program. */
export function mount(section, experiment, door = program) {
  return new NeuronPanel(section, experiment, door);
}

class NeuronPanel extends OneRun {
  constructor(section, experiment, door) {
    super(section, experiment, door, { question: 'attention', title: 'Neuron view', empty: 'The attention of a real model to this text will be here.' });
  }

  build() {
    this.layer = chooser('Layer', (layer) => this.change({ layer }));
    this.headChooser = chooser('Head', (head) => this.change({ heads: [head] }));
    this.layer.element.inert = !this.allows('layer');
    this.headChooser.element.inert = !this.allows('head');
    this.choices = choices(this);
    const { kind, filter, form, weighting, bundle, zoom } = this.choices;
    this.frame.controls.append(...[kind, this.layer, this.headChooser, filter, form, weighting, bundle, zoom].map(({ element }) => element));
    this.legend = legend();
    this.frame.legend.append(...this.legend.elements);
    this.head = new HeadView(this.frame.picture, {
      change: (patch) => this.change(patch),
      zoom: (factor) => this.set({ zoom: this.now.zoom * factor }),
      describe: (sentence) => this.frame.describe(sentence),
      drawn: (scene, theme) => this.legend.draw(theme, scene),
    });
    this.head.stage.reserve(guessCount(this.now.text), readTheme().unit);
    this.caption();
  }

  /** Before a run: the room of what is to come. */
  asked() {
    this.roomBefore = this.head.stage.guessed;
    if (this.ran?.text !== this.now.text) this.head.stage.reserve(guessCount(this.now.text), readTheme().unit);
  }

  /** What was shown before stays: it gets its own room again, and the sentence is in sight. */
  keptOld() {
    this.head.stage.keep(this.roomBefore, readTheme().unit);
  }

  drawn(reply, other) {
    this.numbersOf = grids(reply.run, this.door.grid);
    if (other) this.head.reset();
  }

  async show() {
    const { stack, layer, head } = chosenOf(this.reply, this.now);
    const coming = this.head.show({ reply: this.reply, numbersOf: this.numbersOf, stack, layer, head, state: this.now });
    this.layer.set(stack.layers, layer); // while the numbers come
    this.headChooser.set(stack.heads, head);
    this.choices.offer(stack, this.head.isLong());
    if (!(await coming)) return;
    Object.assign(this.now, { layer, heads: [head] });
    this.choices.zoom.element.hidden = !this.head.isLong();
    say(this.frame.title, titleOf('Neuron view', this.reply, stack, [`layer ${layer}`, `head ${head}`]));
    this.caption();
  }

  caption() {
    const { causal = false, open = null, counts, sized = false, position = false, scale = 0 } = this.head.scene ?? {};
    const opened = open !== null;
    const count = counts ? Math.max(counts.query, counts.key) : guessCount(this.now.text);
    const own = this.experiment.caption ? `${this.experiment.caption} ` : '';
    const form = opened && this.now.form !== 'table' ? 'open' : this.now.form;
    this.frame.caption.replaceChildren(...['lines', 'map', 'table', 'open'].map((about) => el('p', { class: about === form ? '' : 'away' },
      own + howToRead({ causal, form: about, count, sized, position, scale }))));
  }

  draw() {
    this.legend.draw(readTheme(), this.head.scene);
    this.head.draw();
  }

  async picture() {
    await this.refresh();
    return pictureOf(this.composition());
  }

  /** What pictureOf wants. */
  composition() {
    const theme = readTheme();
    const title = `${this.frame.title.textContent} · ${this.reply.model}`;
    const alt = `${title}. ${inWords(this.head.scene, this.frame.details.textContent)}`;
    return { ...this.head.drawing(title, theme), background: theme.surface, alt };
  }

  async numbers() {
    await this.refresh();
    return numbersOfHead(this.head.scene);
  }
}
