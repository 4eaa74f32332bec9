// What all panels that run a model have in common: the frame, the texts, what else is chosen, and how a run comes about.

import { RunGone } from '../kit/ask.js';
import { exportMenu } from '../kit/export.js';
import { frame } from '../kit/frame.js';
import { moreTexts } from '../kit/more-texts.js';
import { runner } from '../kit/runner.js';
import { answers } from '../kit/says.js';
import { modelAndWeights } from '../kit/setup.js';
import { stateOf } from '../kit/state.js';
import { textRun } from '../kit/text-run.js';
import { onLook } from '../kit/theme.js';

/**
 * A panel is one of these with: build() to fill the frame, runTyped() to run what stands in the texts, run(), shown(body, reply) when a
 * reply has come, cancelled(), show() to show what the state says (a promise), draw() when the look has changed; and what view.js asks for.
 */
export class RunPanel {
  /** question: what the program is asked; title: of the panel; empty: the sentence before anything has run; expected: whether answers will come. */
  constructor(section, experiment, door, { question, title, empty, expected = () => false }) {
    Object.assign(this, { section, experiment, door });
    this.now = stateOf(experiment);
    this.frame = frame(section, { title });
    const run = () => this.runTyped();
    this.text = textRun({ text: this.now.text, editable: this.allows('text'), run });
    this.more = moreTexts({ editable: this.allows('text'), run });
    this.setup = modelAndWeights({ allowed: (what) => this.allows(what), pick: (change) => this.pick(change), beside: this.beside() });
    this.answers = answers({ expected: expected(this.now) });
    this.frame.controls.append(this.text.element, this.more.element, this.setup.element);
    this.frame.menu.append(exportMenu({ section, experiment, panel: this, door, said: (sentence) => this.say(sentence) }).element);
    this.runner = runner({
      name: question, frame: this.frame, fetchModel: door.fetchModel,
      ask: (...asked) => this.ask(...asked), shown: (body, reply) => this.shown(reply), again: run,
    });
    this.build();
    this.frame.extra.append(this.answers.element);
    this.frame.empty(empty, run);
    onLook(() => this.draw());
    document.fonts.ready.then(() => this.draw());
  }

  /** What a panel sets up beside model and weights. */
  beside() {
    return [];
  }

  allows(what) {
    return !this.experiment.allow || this.experiment.allow.includes(what);
  }

  ask(...asked) {
    return this.door.ask(...asked);
  }

  /** What stands in the texts, run or not. */
  typed() {
    return { text: this.text.text(), pair: this.more.pair(), target: this.more.target() };
  }

  /** Something else to run with is chosen: it is for the texts as they stand there. */
  pick(change) {
    return this.set({ ...this.typed(), ...change });
  }

  /** Runs; where that was cancelled, and nothing else has been asked for since, the panel's cancelled() has again chosen what is shown. */
  async through(asked) {
    const coming = this.runner.run(asked);
    this.coming = coming;
    const drawn = await coming;
    if (this.coming === coming && !drawn && this.section.dataset.state === 'ready') this.cancelled();
    return drawn;
  }

  say(sentence) {
    this.frame.describe(sentence);
  }

  /** The models there are can be chosen as soon as they are known. */
  offerModels() {
    this.door.models?.().then((models) => {
      this.setup.offer(models, this.experiment.models);
      this.setup.set(this.now);
      this.modelsKnown?.();
    });
  }

  /** Shows what the state says; a run that the program has let go is asked for again. */
  async refresh() {
    try {
      await this.show();
    } catch (trouble) {
      if (trouble instanceof RunGone) await this.run();
      else this.frame.broken({ message: trouble.message, cause: trouble.stack }, () => this.run());
    }
  }
}
