// Find heads: what each head of a model does, on this text and on a sample, as a table; a row opens its head.

import * as program from '../../kit/ask.js';
import { segments } from '../../kit/controls.js';
import { el, say } from '../../kit/dom.js';
import { pictureOf, stacked } from '../../kit/picture.js';
import { requestOf } from '../../kit/state.js';
import { readTheme } from '../../kit/theme.js';
import { csv } from '../../kit/view.js';
import { choices, chosenOf, opens, titleOf } from '../choices.js';
import { LargeHead } from '../large.js';
import { grids } from '../neuron/grids.js';
import { numbersOfHead } from '../neuron/numbers-of-head.js';
import { OneRun } from '../one-run.js';
import { tableDrawing } from './drawing.js';
import { clearest, MEASURES, orderOf, rowsOf } from './measures.js';
import { HeadTable } from './table.js';

const WHERE = [
  { value: 'text', name: 'this text', title: 'the text above' },
  { value: 'sample', name: 'sample', title: 'a small text of everyday English that comes with Loupe' },
];
const HOW_TO_GO = 'A click on a column sorts by it, a click on a row shows the head. The arrow keys go from row to row, Enter shows the head.';

/** Puts the panel into its section; nothing runs before `start`. `door` is the way to the program. */
export function mount(section, experiment, door = program) {
  return new HeadsPanel(section, experiment, door);
}

class HeadsPanel extends OneRun {
  constructor(section, experiment, door) {
    super(section, experiment, door, { question: 'heads', title: 'Find heads', empty: 'What each head of a real model does will be here.' });
  }

  build() {
    this.opened = this.now.heads.length > 0;
    this.choices = choices(this);
    this.measuredOn = segments('Measured on', WHERE, (measured) => this.change({ measured }));
    this.measuredOn.set(this.now.measured);
    const { kind, filter, form, weighting, bundle, zoom } = this.choices;
    this.frame.controls.append(...[kind, this.measuredOn, filter, form, weighting, bundle, zoom].map(({ element }) => element));
    this.offerLarge();
    this.table = new HeadTable({
      open: (layer, head) => this.open(layer, head),
      sort: ({ key, descending }) => this.change({ sort: (descending ? '-' : '') + key }),
      point: (row) => this.frame.describe(row ? `Layer ${row.layer}, head ${row.head}: ${clearest(row)}.` : HOW_TO_GO),
    });
    this.large = new LargeHead({
      change: (patch) => this.change(patch),
      zoom: (factor) => this.set({ zoom: this.now.zoom * factor }),
      describe: (sentence) => this.frame.describe(sentence),
      close: () => this.close(),
    });
    say(this.large.shut, 'Close this head');
    this.frame.picture.classList.add('heads');
    this.frame.picture.append(this.table.element, this.large.element);
    this.frame.caption.append(el('p', {}, [
      this.experiment.caption ?? '',
      'A bar is a share of attention, full at 1; the grey bars of entropy are full at the largest in the table. A dash: the text has no such token.',
      'Induction is measured on random tokens said twice. A high number says what a head does here, not what it is for.',
    ].filter(Boolean).join(' ')));
    this.frame.describe(HOW_TO_GO);
  }

  drawn(reply, other) {
    this.attended = null;
    if (other) this.large.head.reset();
  }

  kinds() {
    return [...new Set(this.reply.rows.map(({ kind }) => kind))];
  }

  /** What only a head that is large has to choose from. */
  offerLarge() {
    for (const name of ['form', 'weighting', 'bundle']) this.choices[name].element.hidden = !this.opened;
  }

  writes() {
    return this.reply ? this.kinds().length > 1 : false;
  }

  async show() {
    const kinds = this.kinds();
    const kind = kinds.includes(this.now.kind) ? this.now.kind : kinds[0];
    const rows = rowsOf(this.reply, this.now.measured, kind);
    this.measuredOn.set(this.now.measured);
    this.choices.kind.element.hidden = kinds.length === 1;
    this.choices.kind.set(kind);
    this.offerLarge();
    this.table.show(rows, orderOf(this.now.sort), this.opened ? { layer: this.now.layer, head: this.now.heads[0] } : null);
    const many = kinds.length > 1 ? `${kind} attention, ` : '';
    say(this.frame.title, `Find heads, ${many}${rows.length} heads`);
    if (this.opened) await this.showLarge();
    else this.large.hide();
  }

  /** The attention itself is asked for when a head is opened for the first time. */
  async showLarge() {
    const reply = await this.attention();
    if (!reply) return;
    const { stack, layer, head } = chosenOf(reply, this.now);
    const isNew = this.large.element.hidden;
    const shown = await this.large.show(titleOf(`Layer ${layer}, head ${head}`, reply, stack), { reply, numbersOf: this.numbersOf, stack, layer, head, state: this.now });
    if (!shown) return;
    Object.assign(this.now, { layer, heads: [head] });
    this.choices.offer(stack, this.large.head.isLong(), reply);
    if (isNew) this.large.element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  }

  async attention() {
    if (this.attended) return this.attended;
    const reply = await this.door.ask('attention', requestOf(this.ran));
    if (reply.state !== 'drawn') {
      this.frame.describe(reply.message);
      return null;
    }
    this.attended = reply;
    this.numbersOf = grids(reply.run, this.door.grid);
    return reply;
  }

  /** A run that has gone is asked for again with the head that wants it. */
  async refresh() {
    const { attended } = this;
    try {
      if (this.reply) await this.show();
    } catch (trouble) {
      if (!(trouble instanceof program.RunGone) || !attended) return super.refresh();
      this.attended = null;
      await super.refresh();
    }
  }

  open(layer, head) {
    this.opened = true;
    return this.change({ layer, heads: [head], open: null, pins: [] });
  }

  close() {
    this.opened = false;
    return this.change({ heads: [], open: null, pins: [] });
  }

  set(given) {
    this.opened = opens(given, this.opened);
    return super.set(given);
  }

  draw() {
    this.large?.draw();
  }

  async picture() {
    await this.refresh();
    return pictureOf(this.composition());
  }

  /** What pictureOf wants: the table, and below it the head that is large. */
  composition() {
    const theme = readTheme();
    const where = this.now.measured === 'text' ? 'this text' : 'the sample';
    const alt = `${this.frame.title.textContent}, measured on ${where}`;
    const common = { background: theme.surface, alt: `${alt}.` };
    const table = tableDrawing(this.table.shown, `${alt} · ${this.reply.model}`, theme);
    const { head, title } = this.large;
    if (!this.opened || !head.scene) return { ...common, ...table };
    const large = head.drawing(title.textContent, theme);
    return { ...common, ...stacked(table, large), alt: `${alt}. ${title.textContent}: ${head.details(head.focus())}` };
  }

  /** The numbers of the head that is large, or of the table. */
  async numbers() {
    await this.refresh();
    if (this.opened && this.large.head.scene) return numbersOfHead(this.large.head.scene);
    const rows = this.reply.rows.map(({ kind, layer, head, text, sample, induction }) => [kind, layer, head, ...text, ...sample, induction].map((value) => value ?? ''));
    const names = MEASURES.slice(0, -1).map(({ name }) => name);
    return csv(['kind', 'layer', 'head', ...names.map((name) => `${name} (text)`), ...names.map((name) => `${name} (sample)`), 'induction'], rows);
  }
}
