// A Java cell: code that can be changed and run. It is a panel as view.js says, which runs when the person asks for it.

import * as program from '../kit/ask.js';
import { el } from '../kit/dom.js';
import { frame } from '../kit/frame.js';
import { pictureOf } from '../kit/picture.js';
import { runner } from '../kit/runner.js';
import { readTheme } from '../kit/theme.js';
import { csv } from '../kit/view.js';
import { drawingOf, printedBy } from './drawing.js';
import { editor } from './editor.js';

const A_MOMENT = 1000; // milliseconds

/** What a cell's section says of it, as an experiment does: { view: 'cell', code, after, timeout, setup, readonly }. */
export function described(section) {
  if (section.dataset.experiment) return section.dataset.experiment;
  return JSON.stringify({ view: 'cell', code: section.querySelector('code').textContent.replace(/\n$/, ''), ...JSON.parse(section.dataset.cell) });
}

/** Puts the cell into its section. `cellOf(id)` is another one, which has code() and goTo(place); `door` is the way to the program. */
export function mountCell(section, experiment, cellOf, door = program) {
  return new CellPanel(section, experiment, cellOf, door);
}

class CellPanel {
  constructor(section, experiment, cellOf, door) {
    Object.assign(this, { section, experiment, cellOf, door, reply: null, ran: null, typed: -Infinity });
    this.build();
  }

  build() {
    const { experiment, section, door } = this;
    const { id } = section;
    this.frame = frame(section, { title: 'Java' });
    this.frame.title.append(' ', el('span', { class: 'cell-name' }, id));
    section.setAttribute('aria-label', `Java ${id}`);
    this.editor = editor({
      name: `Java code of ${id}`, code: experiment.code, readonly: experiment.readonly, changed: (code) => this.changed(code), run: () => this.run(),
    });
    this.over = el('button', { type: 'button', class: 'small-button word', hidden: true, onclick: () => this.startOver() }, 'Start over');
    this.over.title = 'Brings back the code of the lesson; Ctrl+Z takes that back';
    this.frame.menu.append(this.over);
    this.output = el('pre', { class: 'cell-output', role: 'group', tabindex: 0, 'aria-label': 'What it printed', hidden: true });
    this.verdict = el('p', { class: 'cell-verdict', role: 'status' });
    this.frame.controls.append(this.editor.element, el('div', { class: 'cell-actions' },
      el('button', { type: 'button', class: 'primary', title: 'Run (Ctrl+Enter)', onclick: () => this.run() }, 'Run'), this.words()));
    this.frame.picture.append(this.output, this.verdict);
    this.runner = runner({
      name: 'cell', frame: this.frame, ask: (name, body, { signal }) => door.ask(name, body, { signal, patient: true }),
      shown: ({ cells }, reply) => this.shown(reply, cells.at(-1).code), again: () => this.run(),
    });
    this.frame.ready();
    delete section.dataset.shown; // nothing has run
  }

  /** What else runs with it. */
  words() {
    const { after, setup, readonly } = this.experiment;
    const words = el('p', { class: 'cell-words' });
    if (setup) words.append('Runs before every cell below. ');
    const seen = after.filter((id) => !document.getElementById(id)?.hidden);
    if (seen.length > 0) words.append('Uses ', ...seen.flatMap((id, i) => [i > 0 ? ', ' : '', el('a', { href: `#${id}` }, id)]), '. ');
    if (readonly) words.append('It can be run, not changed.');
    return words;
  }

  /** A cell waits for its person. */
  async start() {
    return true;
  }

  code() {
    return this.editor.code();
  }

  changed(code) {
    this.typed = performance.now();
    this.frame.describe('');
    this.tellOver();
    const { lesson } = this.section.closest('main.lesson')?.dataset ?? {};
    this.door.post('page/code', { lesson, cell: this.section.id, code });
  }

  tellOver() {
    this.over.hidden = this.code() === this.experiment.code;
  }

  /** What this person made of the code; `older` where the lesson's own has changed since. What is typed at this moment is newer. */
  restore({ code, older } = {}) {
    if (performance.now() - this.typed < A_MOMENT) return;
    if ((code ?? this.experiment.code) !== this.code()) this.runner.stop(); // it was somebody else's
    this.editor.fill(code ?? this.experiment.code);
    this.tellOver();
    this.frame.describe(older ? 'The lesson has other code here than when you changed it. Start over shows it.' : '');
    if (this.reply) this.shown(null);
  }

  startOver() {
    this.editor.write(this.experiment.code);
    this.frame.describe('This is the code of the lesson. Ctrl+Z brings yours back.');
  }

  /** Shows what was attached to an answer. */
  set({ code }) {
    if (code === undefined || code === this.code() || this.experiment.readonly) return;
    this.editor.write(code);
    this.frame.describe('This is the code of the view that you opened. Ctrl+Z brings back what stood here.');
  }

  run() {
    const cells = [...this.experiment.after.map((id) => ({ id, code: this.cellOf(id)?.code() ?? '' })), { id: this.section.id, code: this.code() }];
    return this.runner.run({ cells, timeout: this.experiment.timeout });
  }

  shown(reply, code) {
    Object.assign(this, { reply, ran: code });
    const written = reply?.written ?? [];
    this.output.hidden = written.length === 0;
    this.output.replaceChildren(...written.map(({ error, text }) => el('span', error ? { class: 'error', title: 'System.err' } : {}, text)));
    this.verdict.dataset.end = reply?.end ?? '';
    this.verdict.replaceChildren(...(reply ? this.verdictOf(reply) : []));
    const own = reply?.end === 'mistake' || reply?.end === 'failed' ? reply.places.filter(({ cell }) => cell === this.section.id) : [];
    this.editor.mark(own.slice(0, 1));
    if (reply && reply.end !== 'mistake') this.frame.ran(`${reply.milliseconds} ms`);
    else this.frame.model.replaceChildren();
  }

  verdictOf({ end, message, places, written }) {
    if (end === 'done') return [written.length > 0 ? el('span', { class: 'unseen' }, 'Done.') : 'Done. It printed nothing.'];
    const name = { mistake: 'Does not compile', failed: 'Failed' }[end];
    const word = name ? [el('strong', {}, name), ' '] : [];
    const at = places.slice(0, 3).flatMap((place, i) => [i > 0 ? ', called from ' : '', this.placeOf(place)]);
    if (at.length > 0) return [...word, 'in ', ...at, ': ', el('span', { class: 'cell-message' }, message)];
    return [...word, el('span', { class: 'cell-message' }, `${message}${end === 'stopped' && written.length === 0 ? ' It had printed nothing.' : ''}`)];
  }

  placeOf(place) {
    const own = place.cell === this.section.id;
    const words = own ? `line ${place.line + 1}` : `line ${place.line + 1} of ${place.cell}`;
    if (document.getElementById(place.cell)?.hidden) return words; // there is nothing to see
    return el('button', { type: 'button', class: 'link', onclick: () => (own ? this : this.cellOf(place.cell))?.goTo(place) }, words);
  }

  goTo(place) {
    this.editor.goTo(place);
  }

  /** What came of the code that stands here now; null where another has run, or none. */
  outcome() {
    return this.ran === this.code() ? this.reply : null;
  }

  state() {
    return { code: this.code() };
  }

  async picture() {
    const theme = readTheme();
    const drawing = drawingOf({ code: this.code(), reply: this.outcome() }, theme);
    return pictureOf({ ...drawing, background: theme.surface, alt: this.alt() });
  }

  alt() {
    const lines = this.code().split('\n').length;
    const code = `Java code, ${lines === 1 ? '1 line' : `${lines} lines`}.`;
    const reply = this.outcome();
    if (!reply) return code;
    const printed = printedBy(reply).trim();
    const said = reply.message ? ` ${reply.message}` : '';
    return `${code}${printed ? ` It printed: ${printed.slice(0, 300)}` : ' It printed nothing.'}${said}`;
  }

  async numbers() {
    const rows = (part, text) => text.split('\n').map((line, i) => [part, i + 1, line]);
    const printed = printedBy(this.outcome()).replace(/\n$/, '');
    return csv(['part', 'line', 'text'], [...rows('code', this.code()), ...(printed ? rows('output', printed) : [])]);
  }
}
