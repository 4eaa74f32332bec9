// The lesson page itself: what it tells the window, and what it does with an experiment that cannot be shown.

import { el } from '/web/kit/dom.js';
import { equal, test, until } from './kit.js';

const sent = [];
const realFetch = window.fetch;
window.fetch = async (path, request) => {
  sent.push([path, JSON.parse(request.body)]);
  return new Response('');
};

const section = (id, experiment) => el('section', { class: 'experiment', id, 'data-experiment': experiment });
const link = (id, href) => el('a', { id, href }, id);
document.body.append(el('main', { class: 'lesson' },
  section('unknown', '{"view":"neurons"}'),
  section('wrong', '{"view":'),
  section('proto', '{"view":"constructor"}'),
  el('p', {}, link('away', 'https://example.org/paper'), link('down', '#q-w1'), link('lost', '#nothing?layer=1')),
  el('div', { class: 'tall' }),
  el('section', { class: 'question', id: 'q-w1', 'data-question': 'w1' }, el('button', { type: 'button', class: 'write' }, 'Write your answer')),
));
document.querySelector('.tall').style.height = '3000px';
await import('/web/page.js');

const click = (element) => element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
const told = (path) => sent.filter(([to]) => to === path).map(([, body]) => body);

test('the window hears once that the page is ready', async () => {
  await until(() => told('/page/ready').length > 0, 'ready was told');
  equal(told('/page/ready').length, 1);
});

test('a panel that does not exist becomes a sentence', async () => {
  await until(() => document.getElementById('proto').textContent !== '', 'the experiments came after the text');
  const sentence = (view) => `There is no panel called “${view}”. Loupe knows: gradient, head, heads, model, neuron, vectors. The rest of the lesson works as usual.`;
  equal(['unknown', 'proto'].map((id) => document.getElementById(id).textContent), [sentence('neurons'), sentence('constructor')]);
});

test('an experiment that is not JSON becomes a sentence', () => {
  equal(document.getElementById('wrong').textContent, 'This experiment is not written as Loupe expects it, so it cannot be shown.');
});

test('the button of a question asks for its editor', () => {
  click(document.querySelector('button.write'));
  equal(told('/page/write/w1').length, 1);
});

test('a link to the network goes to the window, and the page stays', () => {
  const followed = click(document.getElementById('away'));
  equal([followed, told('/page/open')], [false, [{ href: 'https://example.org/paper' }]]);
});

test('a link inside the lesson shows its target and marks it', async () => {
  click(document.getElementById('down'));
  await until(() => window.scrollY > 1000, 'the target came into sight');
  await until(() => document.getElementById('q-w1').classList.contains('found'), 'the target was marked');
});

test('a link to nothing does nothing', () => equal(click(document.getElementById('lost')), false));

test('the window hears where the page stands', async () => {
  window.scrollTo(0, 120);
  await until(() => told('/page/scroll').some(({ y }) => y === 120), 'the position was told');
});

test('the window sets the look', () => {
  window.loupe.set({ theme: 'dark', scale: 1.25, reducedMotion: true });
  const { theme, scale, reducedMotion } = document.documentElement.dataset;
  equal([theme, scale, reducedMotion, getComputedStyle(document.documentElement).fontSize], ['dark', '1.25', 'true', '20px']);
  window.fetch = realFetch;
});
