// One run on the screen: its source of numbers, the scene made of them, and what of it is in focus.

import { largest } from '../../kit/numbers.js';
import { AttentionSource } from '../../kit/source.js';
import { aboutFocus } from './words.js';
import { exactProfiles, focusOf, lineOf, meanOf, placeOf, profiles, sceneOf, strongest } from './scene.js';

const clamp = (value, count) => Math.min(Math.max(0, value), count - 1);

export class Lane {
  constructor(stage) {
    this.stage = stage;
    this.scene = null;
    this.forget();
  }

  forget() {
    this.strong = null;
    this.mean = null;
    this.keeps = { pins: null, kept: null };
    this.pixels = null;
    this.fetched = { key: '', given: null };
  }

  take(reply, numbers) {
    this.source = new AttentionSource(reply, numbers);
    this.reply = reply;
  }

  /** Fetches what a state asks for and makes the scene of it. */
  async prepare(state) {
    const stack = this.source.stack(state.kind);
    const layer = clamp(state.layer, stack.layers);
    const chosen = state.heads.filter((head) => head < stack.heads);
    const heads = chosen.length > 0 ? chosen : Array.from({ length: stack.heads }, (_, head) => head);
    const [matrices, norms] = await Promise.all([
      this.source.layer(stack, layer, heads),
      state.weighting === 'size' ? this.source.norms(stack, layer, heads) : null,
    ]);
    return sceneOf({ source: this.source, stack, layer, heads, matrices, norms }, state);
  }

  show(scene) {
    this.scene = scene;
    this.stage.scene = scene;
    this.forget();
  }

  /** The strongest lines, looked for once. */
  lines() {
    this.strong ??= strongest(this.scene);
    return this.strong;
  }

  /** The mean of the heads, { values, most }: what a map shows. */
  means() {
    if (!this.mean) {
      const values = meanOf(this.scene.matrices);
      this.mean = { values, most: largest(values) };
    }
    return this.mean;
  }

  /** Hover and pins are those of the whole view; a place that this picture does not have is none. */
  focus(hover, pins) {
    const own = hover && hover.place < lineOf(this.scene, hover.side).length ? hover : null;
    return focusOf(this.scene, own, pins);
  }

  /** The profiles of a focus; where they came in bytes, `later()` is called once when the numbers themselves have come. */
  given(focus, later) {
    const key = JSON.stringify(focus);
    if (this.fetched.key === key) return this.fetched.given;
    const given = profiles(this.scene, focus);
    this.fetched = { key, given };
    if (!this.scene.exact) this.refine(focus, this.fetched, later);
    return given;
  }

  async refine(focus, asked, later) {
    try {
      const given = await exactProfiles(this.scene, focus);
      if (this.fetched !== asked) return; // something else is in focus by now
      asked.given = given;
      later();
    } catch {
      // the run has gone: the picture's own numbers stay, and the next change asks for the run again
    }
  }

  /** The places that are kept, by side; the same object for the same pins. */
  kept(pins) {
    if (this.keeps.pins === pins) return this.keeps.kept;
    const kept = { query: new Set(), key: new Set() };
    for (const pin of pins) {
      const place = placeOf(this.scene, pin);
      if (place >= 0) kept[pin.side].add(place);
    }
    this.keeps = { pins, kept };
    return kept;
  }

  about(hover, pins, later) {
    const focus = this.focus(hover, pins);
    return focus ? aboutFocus(this.scene, focus, this.given(focus, later)) : '';
  }
}
