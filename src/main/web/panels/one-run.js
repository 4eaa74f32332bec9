// What panels that show one run have in common: the text, the state, and what happens when either changes.

import { RunGone } from '../kit/ask.js';
import { say } from '../kit/dom.js';
import { exportMenu } from '../kit/export.js';
import { frame } from '../kit/frame.js';
import { moreTexts } from '../kit/more-texts.js';
import { runner } from '../kit/runner.js';
import { answers } from '../kit/says.js';
import { modelAndWeights } from '../kit/setup.js';
import { changed, requestOf, RUN_FIELDS, stateOf } from '../kit/state.js';
import { textRun } from '../kit/text-run.js';
import { onLook } from '../kit/theme.js';
import { hideTip } from '../kit/tooltip.js';

/**
 * A panel is one of these with: build() to fill the frame, drawn(reply) when a run has come, show() to show what the state says (a promise),
 * draw() when the look has changed; and what view.js asks for.
 */
export class OneRun {
  /** question: what the program is asked; title: of the panel; empty: the sentence before anything has run. */
  constructor(section, experiment, door, { question, title, empty }) {
    Object.assign(this, { section, experiment, door });
    this.now = stateOf(experiment);
    this.reply = null;
    this.frame = frame(section, { title });
    this.text = textRun({ text: this.now.text, editable: this.allows('text'), run: () => this.runTyped() });
    this.more = moreTexts({ editable: this.allows('text'), run: () => this.runTyped() });
    this.setup = modelAndWeights({ allowed: (what) => this.allows(what), pick: (change) => this.set(change) });
    this.answers = answers({ expected: question === 'attention' && !this.now.pair });
    this.frame.controls.append(this.text.element, this.more.element, this.setup.element);
    this.frame.menu.append(exportMenu({ section, experiment, panel: this, door, said: (sentence) => this.frame.describe(sentence) }).element);
    this.runner = runner({ name: question, frame: this.frame, ask: door.ask, fetchModel: door.fetchModel, shown: (body, reply) => this.shown(reply) });
    this.build();
    this.frame.extra.append(this.answers.element);
    this.setup.set(this.now);
    this.more.set(this.now);
    this.offerTexts();
    this.frame.empty(empty, () => this.runTyped());
    onLook(() => this.draw());
    document.fonts.ready.then(() => this.draw());
  }

  allows(what) {
    return !this.experiment.allow || this.experiment.allow.includes(what);
  }

  /** Runs the experiment as written. */
  start() {
    if (this.reply) return Promise.resolve();
    this.door.models?.().then((models) => {
      this.setup.offer(models, this.experiment.models);
      this.setup.set(this.now);
    });
    return this.run();
  }

  state() {
    return { ...this.now };
  }

  /** Sets what a link, a lesson or a saved view says; what makes no sense there is left as it is. */
  set(given) {
    const before = this.now;
    this.now = changed(before, given);
    if (!RUN_FIELDS.some((name) => before[name] !== this.now[name])) return this.refresh();
    this.text.write(this.now.text);
    this.setup.set(this.now);
    this.more.set(this.now);
    this.offerTexts();
    return this.run();
  }

  /** Changes the state and shows it; no run comes of it. */
  change(patch) {
    Object.assign(this.now, patch);
    return this.refresh();
  }

  runTyped() {
    this.now = { ...this.now, text: this.text.text(), pair: this.more.pair(), target: this.more.target() };
    return this.run();
  }

  async run() {
    hideTip();
    this.asked?.();
    const drawn = await this.runner.run(requestOf(this.now));
    if (!drawn && this.reply) this.keptOld?.();
    return drawn;
  }

  /** A reply has come: the old picture stays until the new one can be drawn. */
  async shown(reply) {
    const other = RUN_FIELDS.some((name) => this.ran?.[name] !== this.now[name]);
    if (other && this.ran) Object.assign(this.now, { open: null, pins: [] });
    this.ran = { ...this.now };
    this.reply = reply;
    await this.drawn(reply, other);
    const coming = this.show();
    this.tell(reply); // while the numbers come
    await coming;
    this.door.post('page/state', { experiment: this.section.id, model: reply.model, device: reply.device, run: reply.run });
    this.section.dataset.run = reply.run ?? 'shown'; // a table of heads keeps no numbers behind it
  }

  /** What a reply says beside its numbers. */
  tell(reply) {
    this.text.remember(this.now.text);
    this.answers.set(reply.says ?? []);
    this.offerTexts();
    const weights = !reply.weights || reply.weights.variant === 'trained' ? [] : [`${reply.weights.variant} weights`];
    say(this.frame.model, [reply.model, ...weights, reply.device, `${reply.milliseconds} ms`].join(' · '));
  }

  /** Shows what the state says; a run that the program has let go is asked for again. */
  async refresh() {
    if (!this.reply) return;
    try {
      await this.show();
    } catch (trouble) {
      if (trouble instanceof RunGone) await this.run();
      else this.frame.broken({ message: trouble.message, cause: trouble.stack }, () => this.run());
    }
  }

  /** Whether the model that has run reads one text and writes another. */
  writes() {
    return (this.reply?.stacks?.length ?? 0) > 1;
  }

  /** Whether the model that has run can read two sentences. */
  takesPair() {
    return this.reply?.stacks?.length === 1 && !this.reply.stacks[0].causal;
  }

  /** The further texts that mean something for the model: a second sentence, what the decoder reads. */
  offerTexts() {
    this.more.offer({ takesPair: this.takesPair() || this.experiment.pair !== undefined, writes: this.writes() || this.experiment.target !== undefined });
  }
}
