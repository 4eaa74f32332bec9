// Find heads on fixed measures: order, bars, and the head behind a row.

import { mount } from '/web/panels/heads/panel.js';
import { rowsOf, sorted, written } from '/web/panels/heads/measures.js';
import { program, reply } from './fixed-run.js';
import { equal, ok, test, until } from './kit.js';

const none = null;
//                  before after itself first sep. punct. entropy
const LOOKS = [
  { layer: 0, head: 0, text: [0.1, 0, 0.2, 0.3, none, 0, 2.5], sample: [0.2, 0, 0.2, 0.3, none, 0.1, 3.5], induction: 0.02 },
  { layer: 0, head: 1, text: [0.7, 0, 0.1, 0.1, none, 0, 1.2], sample: [0.6, 0, 0.1, 0.1, none, 0.1, 1.5], induction: 0 },
  { layer: 1, head: 0, text: [0.1, 0, 0.3, 0.4, 0.2, 0, 1], sample: [0.1, 0, 0.3, 0.4, none, 0.2, 1.4], induction: 0.87 },
];
const measured = (kind = 'self') => ({ state: 'drawn', model: 'course/gpt', device: 'CPU', tokens: 3, sampleTokens: 150, milliseconds: 5, rows: LOOKS.map((row) => ({ kind, ...row })) });

function heads() {
  const door = program();
  const { ask } = door;
  const asked = [];
  return {
    ...door, asked, grid: (run, place, head) => door.numbers(run, place, { head }),
    ask: (question, body) => {
      asked.push(question);
      return question === 'heads' ? Promise.resolve(measured()) : ask(question, body);
    },
  };
}

async function panelOn(door = heads(), experiment = {}) {
  const section = document.createElement('section');
  section.id = 'exp-1';
  document.body.replaceChildren(section);
  const panel = mount(section, { view: 'heads', model: 'course/gpt', text: 'The dog ran', ...experiment }, door);
  await panel.start();
  return { panel, section, door, find: (selector) => section.querySelector(selector), rows: () => Array.from(section.querySelectorAll('tbody tr')) };
}

const names = (rows) => rows.map((row) => row.querySelector('th').textContent);
const press = (element, key) => element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
const column = (section, name) => Array.from(section.querySelectorAll('thead button')).find((button) => button.textContent.startsWith(name));

test('the heads stand in the order of the model, with a number and a bar for each measure', async () => {
  const { section, rows } = await panelOn();
  equal(names(rows()), ['0 · 0', '0 · 1', '1 · 0']);
  const cells = Array.from(rows()[1].querySelectorAll('td'));
  equal(cells.map((cell) => cell.textContent), ['0.70', '0.00', '0.10', '0.10', '–', '0.00', '1.2', '0.00']);
  equal(cells[0].style.getPropertyValue('--share'), '0.7');
  equal(section.querySelector('.panel-title').textContent, 'Find heads, 3 heads');
});

test('a click on a column puts the largest first, another click the smallest', async () => {
  const { panel, section, rows } = await panelOn();
  column(section, 'induction').click();
  await until(() => names(rows())[0] === '1 · 0', 'sorted by induction');
  equal([column(section, 'induction').closest('th').getAttribute('aria-sort'), panel.state().sort], ['descending', '-induction']);
  column(section, 'induction').click();
  await until(() => names(rows())[0] === '0 · 1', 'sorted the other way');
});

test('what a text does not have comes last, whichever way it is sorted', () => {
  const rows = rowsOf(measured(), 'text', 'self');
  for (const descending of [true, false]) equal(sorted(rows, { key: 'separators', descending })[0].layer, 1);
  equal(written(null, {}), '–');
});

test('the sample is a switch away, and induction is the same there', async () => {
  const { section, rows } = await panelOn();
  section.querySelector('input[value="sample"]').click();
  await until(() => rows()[0].querySelector('td').textContent === '0.20', 'the numbers of the sample');
  equal(rows()[2].querySelectorAll('td')[7].textContent, '0.87');
});

test('a click on a row shows the head, whose attention is asked for only then', async () => {
  const { door, panel, rows, find } = await panelOn();
  equal(door.asked, ['heads']);
  rows()[1].click();
  await until(() => find('.large-title').textContent === 'Layer 0, head 1', 'the head');
  equal([door.asked, find('.large').hidden, rows()[1].getAttribute('aria-selected')], [['heads', 'attention'], false, 'true']);
  equal([panel.state().layer, panel.state().heads], [0, [1]]);
  rows()[2].click();
  await until(() => find('.large-title').textContent === 'Layer 1, head 0', 'another head');
  equal(door.asked.length, 2);
});

test('the arrow keys go from row to row, Enter shows the head, Escape closes it', async () => {
  const { rows, find } = await panelOn();
  rows()[0].focus();
  press(document.activeElement, 'ArrowDown');
  equal(names([document.activeElement]), ['0 · 1']);
  press(document.activeElement, 'Enter');
  await until(() => !find('.large').hidden, 'the head');
  press(find('.large .neuron-tokens button'), 'Escape');
  await until(() => find('.large').hidden, 'closed');
});

test('a row says to a screen reader what its head does', async () => {
  const { rows } = await panelOn();
  equal(rows()[1].getAttribute('aria-label'), 'Layer 0, head 1: mean attention to the token before 0.70');
});

test('its state, its picture and its numbers can be taken along', async () => {
  const { panel } = await panelOn();
  await panel.set({ sort: '-previous', measured: 'sample', nonsense: 1 });
  equal([panel.state().sort, panel.state().measured], ['-previous', 'sample']);
  const { svg } = await panel.picture();
  ok(svg.includes('token before') && svg.includes('0 · 1'), svg.slice(0, 300));
  const lines = (await panel.numbers()).trim().split('\r\n');
  equal([lines.length, lines[3].endsWith('0.87')], [4, true]);
});

test('with a head open, both are in the picture and the numbers are those of the head', async () => {
  const { panel, rows, find } = await panelOn();
  const table = await panel.picture();
  rows()[1].click();
  await until(() => find('.large-title').textContent === 'Layer 0, head 1', 'the head');
  const { svg, height, alt } = await panel.picture();
  ok(svg.includes('token before') && svg.includes('Layer 0, head 1'), svg.slice(0, 300));
  ok(height > table.height, `${height} of ${table.height}`);
  ok(alt.includes('measured on this text. Layer 0, head 1: '), alt);
  const [names] = (await panel.numbers()).split('\r\n');
  ok(!names.includes('induction'), names);
});
