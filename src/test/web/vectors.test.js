// The vectors panel on a fixed reply: what is asked, which word is shown, what keys do, what others take from it.

import { followed, linkTo } from '/web/kit/state.js';
import { layoutOf } from '/web/panels/vectors/chart.js';
import { mount } from '/web/panels/vectors/panel.js';
import { equal, near, ok, test, until } from './kit.js';

const EXPERIMENT = { view: 'vectors', model: 'course/bert', texts: ['a play', 'to play'] };
const WORDS = [
  { text: 'a', inFirst: [0], inSecond: [0], cosine: [1, 0.9, 0.8], distance: [0, 1, 2] },
  { text: 'play', inFirst: [1], inSecond: [1], cosine: [1, 0.6, 0.5], distance: [0, 3, 4] },
];

async function panelOn(experiment = {}) {
  const heard = { asked: [] };
  const door = {
    ask: async (name, body) => {
      heard.asked.push([name, body]);
      if (!body.text.trim()) return { state: 'refused', message: 'Write a few words.' };
      return { state: 'drawn', model: body.model, weights: { variant: 'trained', seed: 0 }, device: 'CPU', first: [], second: [], words: WORDS, milliseconds: 2 };
    },
    models: async () => ['course/bert', 'course/gpt'],
    post: async () => true,
  };
  const section = document.createElement('section');
  section.id = 'exp-1';
  document.body.replaceChildren(section);
  const panel = mount(section, { ...EXPERIMENT, ...experiment }, door);
  await panel.start();
  return { panel, section, heard };
}

const pressed = (section) => section.querySelector('.chips [aria-pressed="true"]').textContent;
const details = (section) => section.querySelector('.panel-details').textContent;
const press = (section, key) => section.querySelector('canvas.chart').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));

test('it asks for both texts, and without a word shows the one that parts most', async () => {
  const { section, heard } = await panelOn();
  equal(heard.asked, [['vectors', { model: 'course/bert', text: 'a play', other: 'to play' }]]);
  equal([section.dataset.state, pressed(section)], ['ready', 'play']);
  ok(details(section).includes('cosine similarity of 0.50 and a distance of 4.00'), details(section));
});

test('the lesson’s word is shown, and a click shows another without a run', async () => {
  const { section, heard } = await panelOn({ word: 'A' });
  equal(pressed(section), 'a');
  section.querySelectorAll('.chips .token')[1].click();
  equal([pressed(section), heard.asked.length], ['play', 1]);
});

test('arrow keys go through layers and words', async () => {
  const { section } = await panelOn({ word: 'a' });
  press(section, 'ArrowRight');
  ok(details(section).startsWith('Where it enters the model the two vectors of “a” have a cosine similarity of 1.00'), details(section));
  press(section, 'ArrowRight');
  ok(details(section).startsWith('After layer 0'), details(section));
  press(section, 'ArrowDown');
  equal(pressed(section), 'play');
  press(section, 'ArrowDown');
  equal(pressed(section), 'a');
});

test('a state comes back as it was, and another text asks for a run', async () => {
  const { panel, section, heard } = await panelOn();
  await panel.set({ measure: 'distance', word: 'a' });
  const state = panel.state();
  await panel.set({ measure: 'cosine', word: 'play' });
  await panel.set(state);
  equal([panel.state().measure, pressed(section), heard.asked.length], ['distance', 'a', 1]);
  await panel.set({ other: 'they play' });
  equal(heard.asked.at(-1)[1].other, 'they play');
});

test('its numbers are a table of words and layers, its picture a drawing with words', async () => {
  const { panel } = await panelOn();
  const lines = (await panel.numbers()).trim().split('\r\n');
  equal([lines[0], lines[5], lines.length], ['word,after layer,cosine similarity,distance', 'play,0,0.6,3', 7]);
  const { svg, png, alt } = await panel.picture();
  ok(svg.startsWith('<svg') && svg.includes('>play</text>'), svg.slice(0, 80));
  ok(png.startsWith('data:image/png'), 'no PNG');
  ok(alt.includes('play: in 1.00, 0 0.60, 1 0.50'), alt);
});

test('a cosine below zero moves the axis', () => {
  const at = layoutOf({ words: [{ cosine: [1, -0.5] }], measure: 'cosine', width: 500, unit: 1 });
  equal(at.low, -0.5);
  near(at.y(-0.5), at.box.bottom);
});

test('a text that is being written is not lost when something else is chosen, and runs with other weights', async () => {
  const { section, heard } = await panelOn();
  const [area] = section.querySelectorAll('textarea');
  area.value = 'we play';
  section.querySelectorAll('.chips .token')[0].click();
  equal(area.value, 'we play');
  const weights = section.querySelector('select[aria-label="Weights"]');
  weights.value = 'random';
  weights.dispatchEvent(new Event('change'));
  equal([heard.asked.at(-1)[1].text, area.value], ['we play', 'we play']);
});

test('after a refusal, what was written since is what is tried again', async () => {
  const { section, heard } = await panelOn();
  const [area, other] = section.querySelectorAll('textarea');
  area.value = ' ';
  section.querySelector('.run-text .primary').click();
  await until(() => section.dataset.state === 'refused', 'refused');
  [area.value, other.value] = ['we play', 'they play'];
  section.querySelector('.panel-message button').click();
  await until(() => section.dataset.state === 'ready', 'it ran');
  equal(heard.asked.at(-1)[1], { model: 'course/bert', text: 'we play', other: 'they play' });
});

test('a link to it shows the same from wherever it is followed', async () => {
  const { panel, section } = await panelOn();
  await panel.set({ other: 'they play', word: 'a', measure: 'distance' });
  const state = panel.state();
  const link = linkTo('exp-1', state, EXPERIMENT);
  await panel.set({ text: 'we play', other: 'you play', word: 'play', measure: 'cosine' });
  await panel.set(followed(EXPERIMENT, Object.fromEntries(new URLSearchParams(link.split('?')[1]))));
  equal(panel.state(), state);
  equal(section.dataset.state, 'ready');
});
