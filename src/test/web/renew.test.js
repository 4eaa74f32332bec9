// The lesson page when its file was saved: the words are new, and experiments that were not changed stay as they are.

import { el } from '/web/kit/dom.js';
import { equal, ok, test } from './kit.js';

const experiment = (text) => JSON.stringify({ view: 'neuron', model: 'course/gpt', text });
const section = (id, text) => el('section', { class: 'experiment', id, 'data-experiment': experiment(text) });
const lesson = (words, ...sections) => el('main', { class: 'lesson', 'data-lesson': 'demo' },
  el('p', {}, words), ...Array.from({ length: 100 }, () => el('p', {}, 'And so on.')), ...sections);

let saved = '';
const realFetch = window.fetch;
window.fetch = async (path, request) => new Response(request ? '{"state":"refused","message":"not here"}' : saved);
document.body.append(lesson('Before.', section('kept', 'The dog ran'), section('changed', 'One'), section('gone', 'Two')));
await import('/web/page.js');

const kept = document.getElementById('kept');
const changed = document.getElementById('changed');
window.scrollTo({ top: 700, behavior: 'instant' });
const mistakes = el('section', { class: 'findings' }, el('pre', {}, 'a mistake'));
saved = lesson('After.', mistakes, section('changed', 'Another'), section('kept', 'The dog ran'), section('new', 'Three')).outerHTML;
try {
  await window.loupe.renew();
} finally {
  window.fetch = realFetch;
}

test('the words are those of the file', () => equal(document.querySelector('main.lesson > p').textContent, 'After.'));

test('what is wrong is told by the window and moves nothing here', () => equal(document.querySelector('section.findings'), null));

test('there is one lesson on the page', () => equal(document.querySelectorAll('main.lesson').length, 1));

test('an experiment that was not changed is the same as before', () => ok(document.getElementById('kept') === kept));

test('it stands where the file has it now', () => equal(
  [...document.querySelectorAll('section.experiment')].map(({ id }) => id), ['changed', 'kept', 'new']));

test('one that was changed is mounted anew', () => {
  ok(document.getElementById('changed') !== changed);
  ok(document.getElementById('changed').children.length > 0);
});

test('a new one is mounted', () => ok(document.getElementById('new').children.length > 0));

test('the page stands where it stood', () => equal(window.scrollY, 700));
