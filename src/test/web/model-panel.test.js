// The model view on a fixed run: thumbnails, one head large, the keyboard.

import { encode, WEIGHTS } from '/web/kit/coded.js';
import { HeadGrid } from '/web/panels/model/grid.js';
import { cellAt, gridLayout, numbersIn, step } from '/web/panels/model/grid-layout.js';
import { mount } from '/web/panels/model/panel.js';
import { thumbScale } from '/web/panels/model/scale.js';
import { readTheme } from '/web/kit/theme.js';
import { small } from '/web/panels/model/thumbs-source.js';
import { ATTENTION, program, reply } from './fixed-run.js';
import { equal, near, ok, test, until } from './kit.js';

/** The fixed program, which also makes thumbnails; all heads are alike. */
export function thumbs(more = {}) {
  const door = program(more);
  const { numbers } = door;
  return {
    ...door,
    grid: (run, place, head) => numbers(run, place, { head }),
    numbers: async (run, place, wish) => {
      if (!wish.pool) return numbers(run, place, wish);
      door.heard.numbers.push(`${run}/${place}?pool=${wish.pool}`);
      return encode(Float32Array.from([...ATTENTION, ...ATTENTION, ...ATTENTION]));
    },
  };
}

async function panelOn(door = thumbs(), experiment = {}) {
  const section = document.createElement('section');
  section.id = 'exp-1';
  document.body.replaceChildren(section);
  const panel = mount(section, { view: 'model', model: 'course/gpt', text: 'The dog ran', ...experiment }, door);
  await panel.start();
  return { panel, section, door, find: (selector) => section.querySelector(selector), cells: () => Array.from(section.querySelectorAll('.model-cells button')) };
}

const press = (element, key) => element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
const label = (element) => element.getAttribute('aria-label');

test('all heads are there at once, a request for each layer', async () => {
  const { door, cells, find } = await panelOn();
  equal(door.heard.numbers, ['r1/attn.0?pool=48', 'r1/attn.1?pool=48']);
  equal([cells().length, label(cells()[4]), find('.panel-title').textContent], [6, 'Layer 1, head 1', 'Model view, 2 × 3 heads']);
});

test('the thumbnails are drawn: pixels where there is weight, none where there is none', async () => {
  const { panel, find } = await panelOn(thumbs(), { display: 'map' });
  const canvas = find('.model-grid canvas');
  const pen = canvas.getContext('2d');
  const { x, y, width } = cellAt(panel.grid.at, 1, 2);
  const ratio = canvas.width / panel.grid.at.width;
  const at = (share) => Array.from(pen.getImageData(Math.round((x + share * width) * ratio), Math.round((y + width / 6) * ratio), 1, 1).data).slice(0, 3).join();
  ok(at(1 / 6) !== at(5 / 6), `weight 1 is ${at(1 / 6)}, weight 0 is ${at(5 / 6)}`);
});

test('pointing at a head says its largest weight', async () => {
  const { cells, find } = await panelOn();
  cells()[4].dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
  equal(find('.panel-details').textContent, 'Layer 1, head 1: its largest weight is 1.00. Click it to see it large.');
});

test('a click shows the head large, and Back leads to all of them', async () => {
  const { panel, cells, find } = await panelOn();
  cells()[5].click();
  await until(() => find('.panel-title').textContent === 'Model view, layer 1, head 2', 'the head');
  equal([find('.large').hidden, find('.large-title').textContent, panel.state().heads], [false, 'Layer 1, head 2', [2]]);
  find('.large-close').click();
  await until(() => find('.large').hidden, 'closed');
  equal([label(document.activeElement), panel.state().heads], ['Layer 1, head 2', []]);
});

test('the arrow keys go from head to head, one at a time in the tab order; Escape comes back', async () => {
  const { section, find } = await panelOn();
  const stops = () => Array.from(section.querySelectorAll('.model-cells [tabindex="0"]'), label);
  equal(stops(), ['Layer 0, head 0']);
  find('.model-cells [tabindex="0"]').focus();
  press(document.activeElement, 'ArrowRight');
  press(document.activeElement, 'ArrowDown');
  equal([stops(), label(document.activeElement)], [['Layer 1, head 1'], 'Layer 1, head 1']);
  document.activeElement.click();
  await until(() => !find('.large').hidden, 'the head');
  press(find('.large button[data-side]'), 'Escape');
  await until(() => find('.large').hidden, 'all heads again');
});

test('some layers and heads can be chosen, and what cannot be read is marked', async () => {
  const { panel, cells, find } = await panelOn();
  await panel.set({ layers: '1', shown: '0, 2' });
  equal(cells().map(label), ['Layer 1, head 0', 'Layer 1, head 2']);
  await panel.set({ layers: '7' });
  equal([find('.number-field input').getAttribute('aria-invalid'), cells().length], ['true', 2]);
});

test('a model of two stacks shows one of its three attentions at a time', async () => {
  const { panel, find } = await panelOn(thumbs({ reply: (body, run) => reply(run, { twoStacks: true }) }));
  equal(find('.panel-title').textContent, 'Model view, encoder attention, 2 × 3 heads');
  await panel.set({ kind: 'encoder', layer: '1', head: '2' });
  equal(find('.large-title').textContent, 'Layer 1, head 2, encoder attention');
});

test('a state shows the same again, and its picture and numbers can be taken', async () => {
  const { panel } = await panelOn();
  ok((await panel.picture()).svg.includes('<svg'));
  equal((await panel.numbers()).split('\r\n')[1], '0,0,0,0,1');
  await panel.set({ layer: '1', head: '0', form: 'map' });
  const state = panel.state();
  const other = await panelOn();
  await other.panel.set(state);
  equal([other.panel.state(), other.find('.large-title').textContent], [state, 'Layer 1, head 0']);
});

test('thumbnails shrink to fit, and stop where nothing could be seen', () => {
  const heads = Array.from({ length: 12 }, (_, i) => i);
  const at = gridLayout({ width: 606, layers: heads, heads, unit: 1 });
  ok(at.width <= 606 && at.side >= 40, `${at.side} px`);
  equal(gridLayout({ width: 100, layers: [0], heads, unit: 1 }).side, 26);
});

test('the strongest colour is for weights far above an even share, so that even attention looks weak', () => {
  const grid = new HeadGrid({});
  const eighth = WEIGHTS.findIndex((weight) => weight >= 0.125);
  grid.setLayer(0, [{ bytes: Uint8Array.of(eighth), rows: 1, columns: 1 }]);
  equal([grid.end(8), grid.end(512), grid.end(2)], [0.75, 0.15, 1]);
  const scale = thumbScale();
  scale.draw(readTheme(), grid.end(512));
  equal(scale.element.textContent, 'weight00.15');
});

test('numbers are read as people write them', () => {
  equal([numbersIn('', 3), numbersIn('all', 2), numbersIn('0-1, 3', 4), numbersIn('2', 2), numbersIn('x', 2), numbersIn('3-1', 5)], [[0, 1, 2], [0, 1], [0, 1, 3], null, null, null]);
});

test('the keys stop at the edges', () => {
  const bounds = { rows: 2, columns: 3 };
  equal([step({ row: 0, column: 2 }, 'ArrowRight', bounds), step({ row: 0, column: 1 }, 'End', bounds), step({ row: 1, column: 1 }, 'PageUp', bounds), step({ row: 0, column: 0 }, 'a', bounds)],
    [{ row: 0, column: 2 }, { row: 0, column: 2 }, { row: 0, column: 1 }, null]);
});

test('what is made small keeps its largest weights', () => {
  const long = new Float32Array(96 * 96);
  long[95 * 96 + 0] = 0.5;
  const { bytes, rows, columns } = small(long, 96, 96);
  equal([rows, columns, WEIGHTS[bytes[47 * 48]]], [48, 48, 0.5]);
  near(Array.from(encode(new Float32Array([0, 1, 0.5])), (byte) => WEIGHTS[byte]), [0, 1, 0.5]);
});

test('by the size of what is carried, thumbnails are made here from the whole layer', async () => {
  const { panel, door } = await panelOn();
  await panel.set({ weighting: 'size' });
  ok(door.heard.numbers.includes('r1/value_norm.0?') && door.heard.numbers.includes('r1/attn.0?as=byte'), door.heard.numbers.join());
  const [{ bytes }] = panel.grid.matrices.get(0);
  ok(WEIGHTS[bytes[3 * 2 + 2]] > WEIGHTS[bytes[0]], 'a weight of 0.3 on a long value is more than one of 1 on a short one');
});

test('a lesson that names one head shows it large, one that names several shows only those', async () => {
  const one = await panelOn(thumbs(), { layer: 1, head: 2 });
  equal(one.find('.large-title').textContent, 'Layer 1, head 2');
  const several = await panelOn(thumbs(), { heads: [0, 2] });
  equal([several.find('.large').hidden, several.cells().map(label)], [true, ['Layer 0, head 0', 'Layer 0, head 2', 'Layer 1, head 0', 'Layer 1, head 2']]);
});

test('a saved view of all heads comes back as that, also where one is large by now', async () => {
  const { panel, find } = await panelOn();
  const state = panel.state();
  await panel.set({ layer: '1', head: '2' });
  await panel.set(state);
  equal([find('.large').hidden, find('.panel-title').textContent, panel.state().heads], [true, 'Model view, 2 × 3 heads', []]);
});

test('the words of its picture name the text that ran', async () => {
  const door = thumbs({ reply: (body, run) => (body.text === 'no' ? { state: 'refused', message: 'No.' } : reply(run)) });
  const { panel } = await panelOn(door);
  await panel.set({ text: 'no' });
  const { alt } = await panel.picture();
  ok(alt.includes('“The dog ran”'), alt);
});
