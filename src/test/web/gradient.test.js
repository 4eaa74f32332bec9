// The gradient panel on a fixed reply: expectations are marked first, the gradient is shown on demand, the future cannot be marked.

import { followed, linkTo } from '/web/kit/state.js';
import { mount } from '/web/panels/gradient/panel.js';
import { equal, ok, test } from './kit.js';

const EXPERIMENT = { view: 'gradient', model: 'course/gpt', text: 'The dog ran', layer: 1, head: 0 };
const TOKENS = ['The', ' dog', ' ran'].map((text, id) => ({ id, text, special: false, part: 1, parts: 1, segment: 0, type: 0, word: id, start: 0, end: 0 }));
const NUMBERS = {
  attn: [1, 0, 0, 0.5, 0.5, 0, 0.2, 0.3, 0.5],
  push: [0, 0, 0, 0.02, -0.02, 0, -0.03, 0.01, 0.02],
};

async function panelOn(experiment = {}, told = 'next') {
  const heard = { asked: [] };
  const door = {
    ask: async (name, body) => {
      heard.asked.push([name, body]);
      return {
        state: 'drawn', run: 'r1', model: body.model, weights: { variant: 'trained', seed: 0 }, device: 'CPU', tokens: TOKENS, layers: 2, heads: 2,
        causal: told === 'next', told, loss: 2.5, milliseconds: 2,
      };
    },
    grid: async (run, place) => Float32Array.from(NUMBERS[place]),
    models: async () => [],
    post: async () => true,
  };
  const section = document.createElement('section');
  section.id = 'exp-1';
  document.body.replaceChildren(section);
  const panel = mount(section, { ...EXPERIMENT, ...experiment }, door);
  await panel.start();
  return { panel, section, heard };
}

const details = (section) => section.querySelector('.panel-details').textContent;
const button = (section) => section.querySelector('.matrix-actions button');
const press = (section, key) => section.querySelector('canvas.matrix').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));

test('it runs as written and keeps the gradient to itself until it is asked for', async () => {
  const { panel, section, heard } = await panelOn();
  equal(heard.asked, [['gradient', { model: 'course/gpt', text: 'The dog ran', layer: 1, head: 0 }]]);
  ok(details(section).startsWith('Mark at least one cell'), details(section));
  ok(!(await panel.numbers()).includes('0.02'), 'the gradient is in the numbers');
  button(section).click();
  ok((await panel.numbers()).includes('0.019999'), 'the gradient is not in the numbers');
  equal(button(section).textContent, 'Hide the gradient');
});

test('keys mark a cell up, down and not at all, and never the future', async () => {
  const { panel, section } = await panelOn();
  press(section, 'ArrowDown');
  press(section, 'ArrowDown');
  for (const marks of [[[1, 0, 1]], [[1, 0, -1]], []]) {
    press(section, 'Enter');
    equal(panel.state().marks, marks);
  }
  press(section, 'ArrowRight');
  press(section, 'ArrowRight');
  press(section, ' ');
  equal(panel.state().marks, []);
  ok(details(section).includes('comes after'), details(section));
});

test('after showing, it is said how many marks agree', async () => {
  const { panel, section } = await panelOn();
  await panel.set({ marks: [[1, 0, 1], [2, 0, 1], [2, 2, 1]] });
  ok(details(section).startsWith('3 cells are marked'), details(section));
  button(section).click();
  ok(details(section).includes('agrees with 2 of your 3 marks'), details(section));
});

test('another head asks for a run, keeps the marks, and hides the gradient again', async () => {
  const { panel, heard } = await panelOn();
  await panel.set({ marks: [[1, 0, 1]], shown: true });
  await panel.set({ head: '1' });
  equal([heard.asked.length, heard.asked[1][1].head, panel.state().marks, panel.state().shown], [2, 1, [[1, 0, 1]], false]);
});

test('the right word is asked for only where a word is hidden', async () => {
  const next = await panelOn();
  ok(next.section.querySelector('[aria-label="The right word at [MASK]"]').closest('label').hidden, 'it is shown');
  const masked = await panelOn({ target: 'cat' }, 'masked');
  equal(masked.heard.asked[0][1].answer, 'cat');
  ok(!masked.section.querySelector('[aria-label="The right word at [MASK]"]').closest('label').hidden, 'it is hidden');
});

test('a saved view of another text comes back with its marks and its gradient', async () => {
  const { panel } = await panelOn();
  await panel.set({ text: 'A cat sat' });
  await panel.set({ marks: [[1, 0, 1]], shown: true });
  const state = panel.state();
  await panel.set({ text: 'The dog ran' });
  equal([panel.state().marks, panel.state().shown], [[], false]);
  await panel.set(state);
  equal(panel.state(), state);
});

test('a text that is being written is not lost when something else is chosen, and runs with other weights', async () => {
  const { section, panel, heard } = await panelOn();
  const area = section.querySelector('textarea');
  area.value = 'A cat sat';
  await panel.set({ layer: '0' });
  equal(area.value, 'A cat sat');
  const weights = section.querySelector('select[aria-label="Weights"]');
  weights.value = 'random';
  weights.dispatchEvent(new Event('change'));
  equal([heard.asked.at(-1)[1].text, area.value], ['A cat sat', 'A cat sat']);
});

test('a link to it shows the same from wherever it is followed', async () => {
  const masked = { target: 'cat', head: 1 };
  const { panel } = await panelOn(masked, 'masked');
  const experiment = { ...EXPERIMENT, ...masked };
  const follow = (link) => panel.set(followed(experiment, Object.fromEntries(new URLSearchParams(link.split('?')[1]))));
  const seen = () => ['text', 'answer', 'layer', 'head', 'marks', 'shown'].map((name) => panel.state()[name]);
  const first = [seen(), linkTo('exp-1', panel.state(), experiment)];
  await panel.set({ answer: 'dog', head: '0' });
  await panel.set({ marks: [[1, 0, 1], [2, 1, -1]], shown: true });
  const other = [seen(), linkTo('exp-1', panel.state(), experiment)];
  for (const [state, link] of [first, other, first]) {
    await follow(link);
    equal(seen(), state, link);
  }
});
