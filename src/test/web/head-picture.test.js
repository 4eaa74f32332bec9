// The head view on fixed data, drawn as a whole and compared with committed pictures, light and dark.

import { canvasOf } from '/web/kit/picture.js';
import { setLook } from '/web/kit/theme.js';
import { mount } from '/web/panels/head/panel.js';
import { composition } from '/web/panels/head/taken.js';
import { program, reply } from './fixed-run.js';
import { equal, ok, test } from './kit.js';
import { fonts, looksLike } from './pictures.js';

const TEXT = ['[CLS]', 'the', ' dog', ' ran', ' home', '[SEP]', ' un', 'believ', 'able', '[SEP]'];

/** Each head has a habit: the token before, the first, itself. */
function habits(shape, heads) {
  const count = shape.keys;
  const all = new Float32Array(heads.length * count * count);
  heads.forEach((head, at) => {
    for (let q = 0; q < count; q += 1) {
      const favourite = [Math.max(0, q - 1), 0, q][head];
      for (let k = 0; k < count; k += 1) all[at * count * count + q * count + k] = k === favourite ? 0.7 : 0.3 / (count - 1);
    }
  });
  return all;
}

/** The fixed program, but with tokens of all kinds and heads with habits; random weights read all alike. */
function richProgram() {
  const door = program({
    reply: (body, run) => {
      const answer = reply(run, { texts: TEXT, segments: TEXT.map((_, i) => (i > 5 ? 1 : 0)), words: [0, 1, 2, 3, 4, 5, 6, 6, 6, 7], causal: false });
      answer.sides.text.forEach((token) => Object.assign(token, { special: token.text.startsWith('[') }));
      return answer;
    },
  });
  const { numbers } = door;
  door.numbers = async (run, place, wish) => {
    if (run === 'r2' || !place.startsWith('attn') || wish.row !== undefined) return numbers(run, place, wish);
    return habits({ keys: TEXT.length }, String(wish.head).split(',').map(Number));
  };
  return door;
}

async function panelWith(experiment) {
  const section = document.createElement('section');
  section.id = 'exp-1';
  section.style.width = '672px';
  document.body.replaceChildren(section);
  const panel = mount(section, { view: 'head', model: 'course/gpt', text: 'x', layer: 1, ...experiment }, richProgram());
  await panel.start();
  await fonts();
  panel.draw();
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return panel;
}

const VIEWS = {
  'head-lines': { experiment: {}, state: {} },
  'head-kept': { experiment: {}, state: { pins: [{ side: 'query', index: 3 }], bundle: true } },
  'head-map': { experiment: { head: 0 }, state: { form: 'map', pins: [{ side: 'key', index: 2 }] } },
  'head-compare': { experiment: { head: 0, compare: 'random' }, state: { pins: [{ side: 'query', index: 4 }] } },
  'head-difference': { experiment: { compare: 'random' }, state: { form: 'difference' } },
};

for (const theme of ['light', 'dark']) {
  for (const [name, { experiment, state }] of Object.entries(VIEWS)) {
    test(`${name} looks as committed, ${theme}`, async () => {
      setLook({ theme });
      const panel = await panelWith(experiment);
      await panel.set(state);
      await looksLike(canvasOf(composition(panel)), `${name}-${theme}`);
    });
  }
}

test('the picture as SVG has every token once a side, and lines in the colours of the heads', async () => {
  setLook({ theme: 'light' });
  const panel = await panelWith({});
  const { svg } = await panel.picture();
  const picture = new DOMParser().parseFromString(svg, 'image/svg+xml');
  const texts = Array.from(picture.querySelectorAll('text'), (text) => text.textContent);
  equal(texts.filter((text) => text === '·dog').length, 2);
  const strokes = new Set(Array.from(picture.querySelectorAll('path[fill="none"]'), (path) => path.getAttribute('stroke')));
  ok(panel.theme.categories.slice(0, 3).every((colour) => strokes.has(colour)), [...strokes].join(' '));
});
