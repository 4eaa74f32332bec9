// The neuron view, the model view and the table of heads on fixed data, drawn as a whole and compared with committed pictures, light and dark.

import { encode } from '/web/kit/coded.js';
import { canvasOf } from '/web/kit/picture.js';
import { setLook } from '/web/kit/theme.js';
import { mount as heads } from '/web/panels/heads/panel.js';
import { mount as model } from '/web/panels/model/panel.js';
import { mount as neuron } from '/web/panels/neuron/panel.js';
import { softmax } from '/web/panels/neuron/computation.js';
import { test } from './kit.js';
import { fonts, looksLike } from './pictures.js';

const TEXT = ['The', ' dog', ' sitting', ' in', ' the', ' car', ' saw', ' me'];
const [COUNT, SIZE, LAYERS, HEADS] = [TEXT.length, 16, 3, 4];

/** Numbers that look random and are always the same. */
function drawnFrom(seed, count) {
  let state = seed * 2654435761 + 1;
  return Float32Array.from({ length: count }, () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return (state / 4294967296) * 4 - 2;
  });
}

const vectors = (seed) => drawnFrom(seed, COUNT * SIZE);
const position = Float32Array.from({ length: COUNT * COUNT }, (_, i) => 1 - Math.abs(Math.floor(i / COUNT) - (i % COUNT)) / 2);

/** The attention that the vectors of a head make, with distances or behind the causal mask. */
function attention(head, distances) {
  const [q, k] = [vectors(10 * head + 1), vectors(10 * head + 2)];
  return Float32Array.from(TEXT.flatMap((_, query) => {
    const seen = distances ? COUNT : query + 1;
    const scores = Array.from({ length: seen }, (__, key) => {
      let sum = 0;
      for (let d = 0; d < SIZE; d += 1) sum += q[query * SIZE + d] * k[key * SIZE + d];
      return sum / 4 + (distances ? position[query * COUNT + key] : 0);
    });
    return Array.from({ ...softmax(scores), length: COUNT }, (weight) => weight ?? 0);
  }));
}

function door(distances) {
  const stack = { kind: 'self', prefix: '', layers: LAYERS, heads: HEADS, headSize: SIZE, scale: Array(LAYERS).fill(0.25), position: distances, causal: !distances, queries: 'text', keys: 'text' };
  const tokens = TEXT.map((text, id) => ({ id, text, start: 0, end: 0, special: false, part: 1, parts: 1, segment: 0, type: 0, word: id }));
  const common = { state: 'drawn', run: 'r1', model: 'course/gpt', device: 'CPU', milliseconds: 3 };
  const rows = Array.from({ length: 6 }, (_, i) => ({
    kind: 'self', layer: Math.floor(i / 2), head: i % 2, text: [0.1 * i, 0, 0.3, 0.9 - 0.15 * i, null, 0.05, 3 - i / 3], sample: [0, 0, 0, 0, 0, 0, 0], induction: i === 3 ? 0.87 : 0.02,
  }));
  return {
    ask: async (question) => (question === 'heads' ? { ...common, tokens: COUNT, sampleTokens: 1, rows } : { ...common, next: [], targetWritten: false, stacks: [stack], sides: { text: tokens, target: [] } }),
    grid: async (run, place, head) => {
      const [name, layer] = place.split('.');
      const seed = Number(layer) * HEADS + head;
      if (name === 'attn') return attention(seed, distances);
      return name === 'position' ? position : vectors(10 * seed + { q: 1, k: 2, v: 3 }[name]);
    },
    numbers: async (run, place) => {
      const layer = Number(place.split('.')[1]);
      return encode(Float32Array.from(Array.from({ length: HEADS }, (_, head) => Array.from(attention(layer * HEADS + head, distances))).flat()));
    },
    post: async () => {},
  };
}

const VIEWS = {
  'neuron-lines': { mount: neuron, state: { pins: [{ side: 'key', index: 1 }] } },
  'neuron-map': { mount: neuron, state: { form: 'map' } },
  'neuron-open': { mount: neuron, state: { open: 5 }, width: '960px' },
  'neuron-narrow': { mount: neuron, state: { open: 5 } },
  'neuron-distance': { mount: neuron, state: { open: 5 }, distances: true },
  'model-lines': { mount: model, state: {} },
  'model-map': { mount: model, state: { form: 'map' } },
  'heads-table': { mount: heads, state: { sort: '-previous' } },
};

for (const theme of ['light', 'dark']) {
  for (const [name, { mount, state, distances = false, width = '672px' }] of Object.entries(VIEWS)) {
    test(`${name} looks as committed, ${theme}`, async () => {
      setLook({ theme });
      const section = document.createElement('section');
      section.id = 'exp-1';
      section.style.width = width;
      document.body.replaceChildren(section);
      const panel = mount(section, { model: 'course/gpt', text: 'x', layer: 1 }, door(distances));
      await panel.start();
      await fonts();
      await panel.set(state);
      panel.draw();
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      await looksLike(canvasOf(panel.composition()), `${name}-${theme}`);
    });
  }
}
