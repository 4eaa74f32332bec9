// One head shown large beside or below many: its lines or heat map with tokens, and the computation behind each token.

import { el, say } from '../kit/dom.js';
import { HeadView } from './neuron/head.js';
import { legend } from './neuron/legend.js';
import { howToRead } from './neuron/words.js';

/** owner: { change(patch) of the state, describe(sentence), close() }. */
export class LargeHead {
  constructor(owner) {
    this.title = el('h4', { class: 'large-title' });
    this.shut = el('button', { type: 'button', class: 'large-close', onclick: owner.close }, 'Back to all heads');
    this.stage = el('div');
    this.scales = el('div', { class: 'panel-legend' });
    this.element = el('section', { class: 'large', 'aria-label': 'One head', hidden: true, onkeydown: (event) => this.key(event, owner) },
      el('header', {}, this.title, this.shut), this.stage, this.scales);
    this.legend = legend();
    this.scales.append(...this.legend.elements);
    this.head = new HeadView(this.stage, { ...owner, drawn: (scene, theme) => this.legend.draw(theme, scene) });
    this.head.stage.keep(4, 1);
  }

  /** Escape closes the computation first, then the head. */
  key(event, owner) {
    if (event.key !== 'Escape' || this.head.scene?.open || this.head.pinned()) return;
    event.stopPropagation();
    owner.close();
  }

  /** what: as HeadView.show wants it. */
  async show(title, what) {
    this.element.hidden = false;
    say(this.title, title);
    return this.head.show(what);
  }

  /** How to read what is shown. */
  howToRead() {
    return howToRead(this.head.reading());
  }

  hide() {
    this.element.hidden = true;
  }

  draw() {
    if (!this.element.hidden) this.head.draw();
  }
}
