// What panels that show one run have in common: the state, and what happens when it changes.

import { apart, moved, ranOf, requestOf } from '../kit/state.js';
import { hideTip } from '../kit/tooltip.js';
import { RunPanel } from './run-panel.js';

/** A panel is one of these with: build(), drawn(reply) when a run has come, show(), draw(); see run-panel.js. */
export class OneRun extends RunPanel {
  constructor(section, experiment, door, { question, title, empty }) {
    super(section, experiment, door, { question, title, empty, expected: (state) => question === 'attention' && !state.pair });
    this.setup.set(this.now);
    this.more.set(this.now);
    this.offerTexts();
  }

  /** Runs the experiment as written. */
  start() {
    if (this.reply) return Promise.resolve();
    this.offerModels();
    return this.run();
  }

  /** What is shown: a run that came to nothing, or has not come yet, is none of it. */
  state() {
    return { ...this.now, ...(this.ran && ranOf(this.ran)) };
  }

  /** Sets what a link, a lesson or a saved view says; what makes no sense there is left as it is. */
  set(given) {
    const before = this.now;
    const next = moved(before, given);
    const again = apart(next, before);
    this.now = again ? { ...next, open: before.open, pins: before.pins } : next; // what is open now stays until the run has come
    if (!again) return this.refresh();
    this.wished = { open: next.open, pins: next.pins };
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
    this.now = { ...this.now, ...this.typed() };
    this.wished = null;
    return this.run();
  }

  async run() {
    hideTip();
    this.asked?.();
    const drawn = await this.through(requestOf(this.now));
    if (!drawn && this.reply) this.keptOld?.();
    return drawn;
  }

  /** What was there before is what is chosen again; the texts stay as they were typed. */
  cancelled() {
    Object.assign(this.now, ranOf(this.ran));
    this.wished = null;
    this.setup.set(this.now);
  }

  /** A reply has come: the old picture stays until the new one can be drawn. */
  async shown(reply) {
    const other = !this.ran || apart(this.ran, this.now);
    if (this.wished || (other && this.ran)) Object.assign(this.now, this.wished ?? { open: null, pins: [] });
    this.wished = null;
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
    this.frame.ran(reply.model, ...weights, reply.device, `${reply.milliseconds} ms`);
  }

  refresh() {
    return this.reply ? super.refresh() : Promise.resolve();
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
