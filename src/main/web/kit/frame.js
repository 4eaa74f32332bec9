// The anatomy every panel shares, and the states its picture can be in.

import { copyText } from './clipboard.js';
import { el, say } from './dom.js';
import { bytes, duration } from './numbers.js';

/** Builds the frame inside a section. The picture and the parts below it are filled by the panel. */
export function frame(section, { title }) {
  const parts = {
    title: el('h3', { class: 'panel-title' }, title),
    model: el('p', { class: 'panel-model' }),
    menu: el('div', { class: 'panel-menu' }),
    controls: el('div', { class: 'panel-controls' }),
    picture: el('div', { class: 'panel-picture' }),
    message: el('div', { class: 'panel-message', role: 'status', hidden: true }),
    legend: el('div', { class: 'panel-legend' }),
    details: el('p', { class: 'panel-details', 'aria-live': 'polite' }),
    extra: el('div', { class: 'panel-extra' }),
    caption: el('div', { class: 'panel-caption' }),
  };
  const stage = el('div', { class: 'panel-stage' }, parts.picture, parts.message);
  const head = el('header', { class: 'panel-head' }, parts.title, parts.model, parts.menu);
  section.classList.add('panel');
  section.setAttribute('aria-label', title);
  section.replaceChildren(
    head, parts.controls, stage, parts.legend, parts.caption, parts.details, parts.extra);

  return {
    ...parts,
    describe: (text) => say(parts.details, text),
    /** What ran, where and how long; a line breaks between these. */
    ran: (...facts) => parts.model.replaceChildren(...facts.flatMap((fact, i) => (i === facts.length - 1
      ? [el('span', {}, fact)]
      : [el('span', {}, `${fact} ·`), ' ']))),
    ready: () => state(section, parts.message, 'ready'),
    empty: (sentence, run) => state(section, parts.message, 'empty', line(sentence), actions(button('Run', run, 'primary'))),
    running: (cancel) => state(section, parts.message, 'running', el('p', {}, 'Running'),
      el('div', { class: 'progress' }), actions(button('Cancel', cancel))),
    /** `fetch` is called by the button that a missing model comes with. */
    refused(reply, again, fetch) {
      parts.model.replaceChildren(); // nothing ran
      state(section, parts.message, 'refused', el('span', { class: 'word' }, 'This did not run'),
        line(reply.message), actions(fetch ? button(`Fetch ${reply.offer.fetch}`, fetch, 'primary') : null, button('Try again', again)));
      section.dataset.lacks = reply.offer?.fetch ?? '';
    },
    /** Shows that a model is coming; the function it returns shows how far. */
    fetching(model, cancel) {
      const bar = el('progress', { max: 1, value: 0, 'aria-label': `Fetching ${model}` });
      const words = el('span', { class: 'small' });
      state(section, parts.message, 'fetching', line(`Fetching ${model}`), bar, words, actions(button('Cancel', cancel)));
      return (standing) => {
        bar.value = standing.total ? standing.done / standing.total : 0;
        say(words, standing.remark || arriving(standing));
      };
    },
    broken(reply, again) {
      parts.model.replaceChildren();
      state(section, parts.message, 'broken', el('span', { class: 'word' }, 'Something broke'),
        line(reply.message), reply.log ? el('span', { class: 'small' }, `Log ${reply.log}`) : null,
        actions(button('Try again', again), copyButton(reply)));
    },
  };
}

function state(section, box, name, ...children) {
  section.dataset.state = name;
  if (name === 'ready') section.dataset.shown = 'yes'; // and stays, whatever comes of a further run
  box.dataset.state = name;
  box.hidden = name === 'ready';
  box.replaceChildren(...children.filter(Boolean));
}

const line = (sentence) => el('p', {}, sentence);
const actions = (...buttons) => el('div', { class: 'actions' }, ...buttons.filter(Boolean));
const button = (name, onclick, kind = '') => el('button', { type: 'button', class: kind, onclick }, name);

/** "12 MB of 548 MB, 3 min left". */
function arriving({ done, total, secondsLeft }) {
  if (!total) return 'Asking what there is';
  return `${bytes(done)} of ${bytes(total)}${secondsLeft > 0 ? `, ${duration(secondsLeft)} left` : ''}`;
}

function copyButton(reply) {
  const details = [reply.message, reply.log && `Log ${reply.log}`, reply.cause].filter(Boolean).join('\n');
  const copy = button('Copy details', async () => {
    say(copy, (await copyText(details)) ? 'Copied' : 'Not copied: select the text instead');
  });
  return copy;
}
