// The head view: what is chosen, what is shown, and who is told.

import * as program from '../../kit/ask.js';
import { el, say } from '../../kit/dom.js';
import { apart, moved, otherOf, requestOf } from '../../kit/state.js';
import { readTheme } from '../../kit/theme.js';
import { guessCount } from '../../kit/tokens.js';
import { hideTip, showTip } from '../../kit/tooltip.js';
import { titleOf } from '../choices.js';
import { RunPanel } from '../run-panel.js';
import { comparison, nameOf, unlike } from './comparison.js';
import { Controls } from './controls.js';
import { Keyboard } from './keyboard.js';
import { Lane } from './lane.js';
import { Legend } from './legend.js';
import { Look } from './look.js';
import { lineOf } from './scene.js';
import { Stage } from './stage.js';
import { numbersTable } from './table.js';
import { csvOf, takePicture } from './taken.js';
import { aboutCell, howToRead } from './words.js';

const TITLE = 'Head view';
const EMPTY = 'What the heads of a real model read in this text will be here.';
const WRITTEN = ' What the decoder reads, the model has written itself.';
const ROOM = 28; // pixels kept for a token before the tokens are known
const MOST_ROWS = 20;
const SAID = 5000; // milliseconds that a sentence stays

/** Puts the panel into its section; nothing runs before `start`. `door` is the way to the program. */
export function mount(section, experiment, door = program) {
  return new HeadPanel(section, experiment, door);
}

class HeadPanel extends RunPanel {
  constructor(section, experiment, door) {
    super(section, experiment, door, { question: 'attention', title: TITLE, empty: EMPTY });
    new ResizeObserver(() => this.drawSoon()).observe(this.frame.picture);
    this.writeTexts();
    this.sync();
  }

  beside() {
    this.comparison = comparison((compare) => this.pick({ compare }));
    return [this.comparison.element];
  }

  build() {
    this.turn = 0;
    this.view = { hover: null, cell: null };
    this.theme = readTheme();
    this.controls = new Controls(this, (what) => this.allows(what));
    this.stages = [0, 1].map((i) => this.stage(i));
    this.lanes = this.stages.map((stage) => new Lane(stage));
    this.lanesBox = el('div', { class: 'lanes unknown' }, this.lanes[0].stage.element);
    this.table = numbersTable((side, place) => this.keyboard.go({ side, place }));
    this.note = el('p', { class: 'lane-note', hidden: true });
    this.frame.picture.append(this.lanesBox, this.note, this.table.element);
    this.legend = new Legend(this.frame.legend);
    this.keyboard = new Keyboard(this);
    this.look = new Look(this);
    this.lanesBox.style.minHeight = `${Math.min(MOST_ROWS, guessCount(this.now.text) + 1) * ROOM * this.theme.unit}px`;
  }

  /** The place of a picture; the lane that is shown there changes with every run. */
  stage(i) {
    const lane = () => this.lanes[i];
    return new Stage({
      point: (hover, cell, event) => this.point(lane(), hover, cell, event),
      toggle: (side, place) => this.toggle(lane(), side, place),
      key: (event, side) => this.keyboard.key(lane(), event, side),
      entered: (side) => this.keyboard.entered(lane(), side),
      left: () => this.point(lane(), null, null),
      zoom: (factor) => this.zoomBy(factor),
      scrolled: (stage) => this.scrolled(stage),
    });
  }

  /** Runs the experiment as written. */
  async start() {
    if (this.runs) return true;
    this.offerModels();
    return this.run();
  }

  modelsKnown() {
    this.comparison.set(this.chosen(), this.setup.ids(this.chosen()));
  }

  /** What tells the runs of a comparison apart; nothing for one alone. */
  nameOfRun(i) {
    const { compare } = this.now;
    return compare ? nameOf(i === 0 ? this.now : otherOf(this.now), compare) : '';
  }

  runTyped() {
    return this.run(stateWith(this.chosen(), this.typed()));
  }

  /** What is asked for, where that is not what is shown: a run under way, or one that was refused. */
  chosen() {
    return this.asked ?? this.now;
  }

  run(state = this.chosen()) {
    hideTip();
    const other = otherOf(state);
    this.asked = state;
    return this.through([state, ...(other ? [other] : [])].map(requestOf));
  }

  /** What was there before is what is chosen again. */
  cancelled() {
    this.asked = this.now;
    this.sync();
  }

  /** Both runs of a comparison, one after the other; the first that is not drawn is what is shown. */
  async ask(name, bodies, options) {
    const replies = [];
    for (const body of bodies) {
      const reply = await this.door.ask(name, body, options);
      if (reply.state !== 'drawn') return reply;
      replies.push(reply);
    }
    return { state: 'drawn', replies };
  }

  /** Replies have come: the old picture stays until the new one can be drawn. */
  async shown({ replies }) {
    const { asked } = this;
    Object.assign(this.view, { hover: null, cell: null });
    const lanes = replies.map((reply, i) => {
      const lane = new Lane(this.stages[i]);
      lane.take(reply, this.door.numbers);
      return lane;
    });
    this.now = asked;
    this.pending = lanes;
    const coming = this.show();
    this.text.remember(asked.text); // while the numbers come
    this.writeTexts();
    this.answers.set(replies.flatMap((reply, i) => reply.says.map((saying) => ({ ...saying, of: this.nameOfRun(i) }))));
    await coming;
    this.runs = replies;
    const [{ model, device, run }] = replies;
    this.door.post('page/state', { experiment: this.section.id, model, device, run });
    this.section.dataset.run = replies.map((reply) => reply.run).join(' ');
  }

  /** Sets part of the state, from the controls or from a link. */
  set(given) {
    const before = this.now.form;
    const next = stateWith(this.chosen(), given);
    if (this.asked && (apart(next, this.asked) || next.compare !== this.asked.compare)) return this.run(next);
    this.adopt(given, next);
    if (!this.runs) {
      if (!this.asked) this.writeTexts();
      this.sync();
      return Promise.resolve();
    }
    if (this.now.form === 'table' && before !== 'table') this.keyboard.standOnKept(this.now.pins);
    return this.refresh();
  }

  /** Changes how things are shown: what is on the screen, and what is on its way. */
  adopt(given, next = stateWith(this.chosen(), given)) {
    const same = this.chosen() === this.now;
    this.now = same ? next : stateWith(this.now, given);
    if (this.asked) this.asked = next;
  }

  async show() {
    const turn = (this.turn += 1);
    const lanes = this.pending ?? this.shownLanes();
    const scenes = await Promise.all(lanes.map((lane) => lane.prepare(this.now)));
    if (turn !== this.turn) return;
    scenes.forEach((scene, i) => lanes[i].show(scene));
    this.lanes.splice(0, lanes.length, ...lanes);
    this.pending = null;
    this.two = lanes.length === 2;
    this.keyboard.reset();
    this.sync();
    this.draw();
  }

  shownLanes = () => this.lanes.slice(0, this.two ? 2 : 1);

  /** The controls, the title and the words say what is shown. */
  sync() {
    const { now, lanes: [{ scene, reply }] } = this;
    this.controls.sync(now);
    if (!scene) return;
    const { stack, layer, heads } = scene;
    this.controls.offer(scene, reply);
    say(this.frame.title, titleOf(TITLE, reply, stack, [`layer ${layer}`, ...(heads.length === 1 ? [`head ${heads[0]}`] : [])]));
    const shown = this.shownLanes().map((lane) => lane.reply);
    const models = [...new Set(shown.map(({ model }) => model))].join(' and ');
    this.frame.ran(models, reply.device, `${shown.map(({ milliseconds }) => milliseconds).join(' + ')} ms`);
    this.nameLanes();
    const own = this.experiment.caption ? `${this.experiment.caption} ` : '';
    const causal = this.shownLanes().map((lane) => lane.scene.stack.causal);
    this.frame.caption.replaceChildren(el('p', {}, own + howToRead(now, causal) + (reply.targetWritten ? WRITTEN : '')));
  }

  /** A sentence that stays for a while, wherever the pointer goes. */
  say(sentence) {
    this.saidUntil = performance.now() + SAID;
    this.frame.describe(sentence);
  }

  /** What is in the fields is what is run; between two runs it belongs to the person who types. */
  writeTexts() {
    this.text.element.querySelector('textarea').value = this.now.text;
    this.more.set(this.now);
  }

  nameLanes() {
    const other = otherOf(this.now);
    this.shownLanes().forEach(({ stage }, i) => {
      stage.name.hidden = !this.two;
      stage.name.replaceChildren(el('strong', {}, 'AB'[i]), ' ', nameOf(i === 0 ? this.now : other, this.now.compare), unlike(stage.scene, this.lanes[0].scene));
    });
    if (this.two && this.now.form === 'difference') {
      const [a, b] = this.stages;
      a.name.append(' minus ', ...Array.from(b.name.childNodes, (node) => node.cloneNode(true)));
    }
    this.lanesBox.replaceChildren(...this.shownLanes().map(({ stage }) => stage.element));
    this.lanesBox.classList.toggle('two', this.two);
    this.lanesBox.classList.remove('unknown');
    if (this.lanes[0].scene) this.lanesBox.style.minHeight = '';
  }

  draw() {
    this.theme = readTheme();
    this.look.draw();
  }

  drawSoon() {
    if (!this.waiting) requestAnimationFrame(() => { this.waiting = false; this.look.draw(); });
    this.waiting = true;
  }

  /** A picture that scrolls takes the other with it. */
  scrolled(stage) {
    for (const { stage: other } of this.shownLanes()) {
      if (other === stage) continue;
      if (other.scroll.scrollTop !== stage.scroll.scrollTop) other.scroll.scrollTop = stage.scroll.scrollTop;
      if (other.scroll.scrollLeft !== stage.scroll.scrollLeft) other.scroll.scrollLeft = stage.scroll.scrollLeft;
    }
    this.drawSoon();
  }

  point(lane, hover, cell, event) {
    if (!lane.scene) return;
    this.view.hover = hover;
    this.view.cell = cell;
    const inside = cell && cell.row !== null && cell.column !== null;
    if (inside && event) showTip(this.look.aboutCell(lane, cell) ?? aboutCell(lane.scene, cell, this.look.valuesAt(lane, cell)), event.clientX, event.clientY);
    else hideTip();
    this.drawSoon();
  }

  /** Keeps a token, or lets it go; several on one side are summed, the first on the other side begins anew. */
  toggle(lane, side, place) {
    const [index] = lineOf(lane.scene, side)[place].tokens;
    const group = new Set(lineOf(lane.scene, side)[place].tokens);
    const { pins } = this.now;
    const kept = pins.some((pin) => pin.side === side && group.has(pin.index));
    const others = pins.filter((pin) => pin.side === side && !group.has(pin.index));
    this.adopt({ pins: kept ? others : [...others, { side, index }] });
    this.drawSoon();
  }

  letGo() {
    this.adopt({ pins: [] });
    this.drawSoon();
  }

  zoomBy(factor) {
    this.adopt({ zoom: this.now.zoom * factor });
    this.drawSoon();
  }

  /** See view.js. */
  state() {
    return structuredClone(this.now);
  }

  async picture() {
    return takePicture(this);
  }

  async numbers() {
    return csvOf(this.shownLanes(), this.now);
  }
}

/** The state with what is given; without a second run there is no difference to show. */
function stateWith(state, given) {
  const next = moved(state, given);
  return next.form === 'difference' && !next.compare ? { ...next, form: 'map' } : next;
}
