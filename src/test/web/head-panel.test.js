// The head view on a fixed run: what is shown, what is fetched, what pointer and keys do, what others take from it.

import { RunGone } from '/web/kit/ask.js';
import { mount } from '/web/panels/head/panel.js';
import { equal, near, ok, test, until } from './kit.js';
import { ATTENTION, program, reply } from './fixed-run.js';

const EXPERIMENT = { view: 'head', model: 'course/gpt', text: 'The dog ran', layer: 1 };

async function panelOn(door, experiment = {}) {
  const section = document.createElement('section');
  section.id = 'exp-1';
  document.body.replaceChildren(section);
  const panel = mount(section, { ...EXPERIMENT, ...experiment }, door);
  await panel.start();
  await frames();
  return { panel, section, find: (selector) => section.querySelector(selector), all: (selector) => Array.from(section.querySelectorAll(selector)) };
}

const frames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
const press = (element, key, more = {}) => element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
const details = (section) => section.querySelector('.panel-details').textContent;
const shownHeads = (section) => Array.from(section.querySelectorAll('.patch[aria-pressed="true"]'), (patch) => Number(patch.textContent));

/** The middle of a token of a lane, on the screen. */
function spot(panel, side, place, lane = 0) {
  const { stage } = panel.lanes[lane];
  const box = stage.scroll.getBoundingClientRect();
  const column = side === 'query' ? stage.at.left : stage.at.right;
  return { clientX: box.left + column.x + column.width / 2 - stage.scroll.scrollLeft, clientY: box.top + (place + 0.5) * stage.at.row - stage.scroll.scrollTop, bubbles: true };
}

async function point(panel, side, place, lane = 0) {
  panel.lanes[lane].stage.scroll.dispatchEvent(new PointerEvent('pointermove', spot(panel, side, place, lane)));
  await frames();
}

async function click(panel, side, place, lane = 0) {
  panel.lanes[lane].stage.scroll.dispatchEvent(new MouseEvent('click', spot(panel, side, place, lane)));
  await frames();
}

test('it runs as written, fetches one layer in one request, and tells the window', async () => {
  const door = program();
  const { section, find } = await panelOn(door);
  equal(door.heard.asked, [{ model: 'course/gpt', text: 'The dog ran' }]);
  equal(door.heard.numbers, ['r1/attn.1?head=0,1,2']);
  equal(door.heard.posted, [['page/state', { experiment: 'exp-1', model: 'course/gpt', device: 'CPU', run: 'r1' }]]);
  equal([section.dataset.state, find('.panel-title').textContent, find('.panel-model').textContent], ['ready', 'Head view, layer 1', 'course/gpt · CPU · 3 ms']);
});

test('a given head is shown alone, and only it is fetched', async () => {
  const door = program();
  const { section, find } = await panelOn(door, { head: 2 });
  equal([door.heard.numbers, shownHeads(section), find('.panel-title').textContent], [['r1/attn.1?head=2'], [2], 'Head view, layer 1, head 2']);
});

test('a click on a patch shows or hides a head, a double click shows only it, and the last one stays', async () => {
  const { section, find } = await panelOn(program());
  equal(shownHeads(section), [0, 1, 2]);
  find('[data-head="1"]').click();
  await until(() => shownHeads(section).join() === '0,2', 'head 1 went');
  find('[data-head="2"]').dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
  await until(() => shownHeads(section).join() === '2', 'only head 2');
  find('[data-head="2"]').click();
  await frames();
  equal(shownHeads(section), [2]);
  find('[data-head="2"]').dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
  await until(() => shownHeads(section).length === 3, 'all heads');
  press(find('[data-head="0"]'), 'Enter', { shiftKey: true });
  await until(() => shownHeads(section).join() === '0', 'only head 0, by the keyboard');
});

test('pointing at a token says whom it reads, on either side', async () => {
  const { panel, section } = await panelOn(program(), { head: 0 });
  await point(panel, 'query', 2);
  equal(details(section), '·ran (position 2, id 42) reads, head 0: The 0.50, ·ran 0.30, ·dog 0.20.');
  await point(panel, 'key', 0);
  equal(details(section), 'The (position 0, id 40) is read by, head 0: The 1.00, ·dog 0.90, ·ran 0.50.');
  panel.lanes[0].stage.scroll.dispatchEvent(new PointerEvent('pointerleave', {}));
  await frames();
  ok(details(section).startsWith('Tab and the arrow keys'), details(section));
});

test('a click keeps a token while the pointer wanders, and more of them are summed', async () => {
  const { panel, section } = await panelOn(program(), { head: 0 });
  await click(panel, 'query', 1);
  panel.lanes[0].stage.scroll.dispatchEvent(new PointerEvent('pointerleave', {}));
  await frames();
  ok(details(section).startsWith('·dog (position 1'), details(section));
  await click(panel, 'query', 2);
  panel.lanes[0].stage.scroll.dispatchEvent(new PointerEvent('pointerleave', {}));
  await frames();
  equal(details(section), '·dog + ·ran, summed, read, head 0: The 1.40, ·dog 0.30, ·ran 0.30.');
  equal(panel.state().pins, [{ side: 'query', index: 1 }, { side: 'query', index: 2 }]);
  await click(panel, 'query', 1);
  equal(panel.state().pins, [{ side: 'query', index: 2 }]);
});

test('the keyboard reaches every token and says it, keeps it and lets it go', async () => {
  const { panel, section, find } = await panelOn(program(), { head: 0 });
  const list = find('[role="listbox"][data-side="query"]');
  const option = () => document.getElementById(document.activeElement.getAttribute('aria-activedescendant'));
  list.focus();
  equal([list.tabIndex, option().getAttribute('aria-label')], [0, 'The, position 0, reads most from The, weight 1.00']);
  press(list, 'ArrowDown');
  equal([option().getAttribute('aria-label'), option().getAttribute('aria-posinset'), option().getAttribute('aria-setsize')], ['dog, position 1, reads most from The, weight 0.90', '2', '3']);
  press(list, 'Enter');
  equal([option().getAttribute('aria-selected'), panel.state().pins], ['true', [{ side: 'query', index: 1 }]]);
  press(list, 'ArrowRight');
  equal([document.activeElement.dataset.side, option().getAttribute('aria-label')], ['key', 'dog, position 1, is read most by ran, weight 0.20']);
  press(document.activeElement, 'End');
  press(document.activeElement, 'Escape');
  await frames();
  equal(panel.state().pins, []);
  ok(details(section).startsWith('·ran (position 2, id 42) is read by'), details(section));
  press(document.activeElement, '+');
  ok(panel.state().zoom > 1);
});

test('weighting by what is carried multiplies by the length of the value', async () => {
  const door = program();
  const { panel, section, find } = await panelOn(door, { head: 0 });
  find('input[value="size"]').click();
  await until(() => panel.lanes[0].scene.sized, 'the sizes came');
  ok(door.heard.numbers.includes('r1/value_norm.1?'));
  await point(panel, 'query', 2);
  equal(details(section), '·ran (position 2, id 42) reads, head 0: ·ran 0.90, ·dog 0.40, The 0.050.');
  equal(panel.state().weighting, 'size');
});

test('whole words: rows averaged, columns added, and the numbers say so', async () => {
  const door = program({ reply: (body, run) => reply(run, { words: [0, 0, 1] }) });
  const { panel, section, find } = await panelOn(door, { head: 0 });
  find('.toggle input').click();
  await until(() => panel.lanes[0].scene.rows.length === 2, 'the words');
  equal(panel.lanes[0].scene.rows.map(({ label }) => label), ['The·dog', '·ran']);
  near(panel.lanes[0].scene.matrices[0], [(1 + 1) / 2, 0, 0.7, 0.3], 1e-6);
  await point(panel, 'query', 0);
  equal(details(section), 'The·dog (positions 0 to 1) reads, head 0: The·dog 1.00.');
});

test('a pair has its filters, and a filter shows only its part', async () => {
  const door = program({ reply: (body, run) => reply(run, { segments: [0, 1, 1], causal: false }) });
  const { panel, section, find } = await panelOn(door, { head: 0, pair: ['The', 'dog ran'] });
  equal(door.heard.asked[0], { model: 'course/gpt', text: 'The', pair: 'dog ran' });
  ok(!find('input[value="ba"]').closest('fieldset').hidden);
  find('input[value="ba"]').click();
  await until(() => panel.lanes[0].scene.columns.length === 1, 'the part');
  near(panel.lanes[0].scene.matrices[0], [0.9, 0.5], 1e-6);
  await point(panel, 'query', 0);
  equal(details(section), '·dog (position 1, id 41) reads, head 0: The 0.90.');
});

test('a model of one text has no filters', async () => {
  const { find } = await panelOn(program());
  ok(find('input[value="ba"]').closest('fieldset').hidden);
  ok(find('input[value="cross"]').closest('fieldset').hidden);
});

test('a model of two stacks has three attentions, and cross reads the text from the target', async () => {
  const door = program({ reply: (body, run) => reply(run, { twoStacks: true }) });
  const { panel, section, find } = await panelOn(door, { layer: 0, target: 'a b' });
  equal(door.heard.asked[0].target, 'a b');
  find('input[value="cross"]').click();
  await until(() => panel.lanes[0].scene.stack.kind === 'cross', 'the cross attention');
  const { rows, columns } = panel.lanes[0].scene;
  equal([rows.map(({ label }) => label), columns.length, find('.panel-title').textContent], [['‹s›', 'a'], 3, 'Head view, cross attention, layer 0']);
  ok(door.heard.numbers.includes('r1/cross.attn.0?head=0,1,2'), door.heard.numbers.join(' '));
  equal(find('.lane-columns').textContent, 'decoder reads (query)encoder is read (key)');
  await point(panel, 'query', 1);
  ok(details(section).startsWith('a (position 1'), details(section));
});

test('two runs stand side by side, pointing in one points in the other, and their difference is a map', async () => {
  const door = program();
  const { panel, section, find, all } = await panelOn(door, { head: 0, compare: 'random' });
  equal(door.heard.asked, [{ model: 'course/gpt', text: 'The dog ran' }, { model: 'course/gpt', text: 'The dog ran', weights: 'random', seed: 0 }]);
  equal(all('.lane-name').map((name) => name.textContent), ['A trained weights', 'B random weights']);
  await point(panel, 'query', 2, 1);
  equal(details(section), 'A: ·ran (position 2, id 42) reads, head 0: The 0.50, ·ran 0.30, ·dog 0.20. B: ·ran (position 2, id 42) reads, head 0: The 0.33, ·dog 0.33, ·ran 0.33.');
  find('input[value="difference"]').click();
  await until(() => panel.look.difference, 'the difference');
  near(panel.look.difference.values.slice(6), [0.5 - 1 / 3, 0.2 - 1 / 3, 0.3 - 1 / 3], 1e-6);
  equal(panel.look.aboutCell(panel.lanes[0], { row: 2, column: 0 }), '·ran reads The: A 0.50 − B 0.33 = 0.167');
});

test('side by side, the names of the columns stay over their own picture', async () => {
  const { all, section, panel } = await panelOn(program({ reply: (body, run) => reply(run, { twoStacks: true }) }), { target: 'a b', compare: 'random' });
  section.style.width = '640px';
  await panel.set({ kind: 'cross' });
  await frames();
  equal(all('.lane-columns').map((names) => names.textContent), ['decoderencoder', 'decoderencoder']);
  for (const lane of all('.lane')) {
    const [left, right] = Array.from(lane.querySelectorAll('.lane-columns span'), (name) => name.getBoundingClientRect());
    ok(right.right <= lane.getBoundingClientRect().right && left.right < right.left, `${left.right}, ${right.left}, ${right.right}`);
  }
});

test('a second model without that layer and head says what is shown in their place', async () => {
  const small = (answer) => ({ ...answer, stacks: answer.stacks.map((stack) => ({ ...stack, layers: 1, heads: 2 })) });
  const door = program({ reply: (body, run) => (body.model === 'course/other' ? small(reply(run)) : reply(run)) });
  const { panel, all } = await panelOn(door, { layer: 1, head: 2, compare: 'course/other' });
  const names = () => all('.lane-name').map((name) => name.textContent);
  equal(names(), ['A course/gpt', 'B course/other · layer 0, its last · 2 heads']);
  await panel.set({ layer: '0', head: '1' });
  equal(names(), ['A course/gpt', 'B course/other']);
});

test('two texts are compared, and without the same tokens there is no difference', async () => {
  const door = program({ reply: (body, run) => reply(run, { texts: body.text.split(' ') }) });
  const { panel, find, all } = await panelOn(door, { text: undefined, texts: ['The dog ran', 'The cat ran'] });
  equal(door.heard.asked.map(({ text }) => text), ['The dog ran', 'The cat ran']);
  equal(all('.lane-name').map((name) => name.textContent), ['A “The dog ran”', 'B “The cat ran”']);
  await panel.set({ form: 'difference' });
  ok(!find('.lane-note').hidden && find('.lanes').hidden);
});

test('another text to compare with is written in a field among the controls, and runs with Enter', async () => {
  const door = program({ reply: (body, run) => reply(run, { texts: body.text.split(' ') }) });
  const { find, all } = await panelOn(door);
  const field = find('select[aria-label="Compare with"]');
  field.value = 'text:';
  field.dispatchEvent(new Event('change'));
  const text = find('input[aria-label="Text to compare with"]');
  const [box, controls] = [text, find('.panel-controls')].map((element) => element.getBoundingClientRect());
  ok(box.top >= controls.top && box.bottom <= controls.bottom && box.left >= controls.left && box.right <= controls.right, 'it stands among them');
  ok(box.height < 40 && document.elementFromPoint(box.left + 8, box.top + 8) === text, 'and can be clicked');
  text.value = 'The cat ran';
  press(text, 'Enter');
  await until(() => all('.lane').length === 2, 'two pictures');
  equal(all('.lane-name').map((name) => name.textContent), ['A “The dog ran”', 'B “The cat ran”']);
});

test('pointing draws what is pointed at; the picture at rest is drawn once', async () => {
  const { panel } = await panelOn(program());
  const [{ stage }] = panel.lanes;
  const drawn = { rest: 0, over: 0 };
  const [rest, over] = [stage.drawRest, stage.drawOver].map((draw) => draw.bind(stage));
  stage.drawRest = (...given) => { drawn.rest += 1; return rest(...given); };
  stage.drawOver = (...given) => { drawn.over += 1; return over(...given); };
  await point(panel, 'query', 1);
  await point(panel, 'query', 1);
  await point(panel, 'key', 2);
  panel.lanes[0].stage.scroll.dispatchEvent(new PointerEvent('pointerleave', {}));
  await frames();
  equal([drawn, stage.canvas.hidden, stage.over.hidden], [{ rest: 0, over: 2 }, false, true]);
});

test('comparing ends as it began, from the panel', async () => {
  const { panel, find, all } = await panelOn(program());
  const field = find('select[aria-label="Compare with"]');
  field.value = 'weights:random';
  field.dispatchEvent(new Event('change'));
  await until(() => all('.lane').length === 2, 'two pictures');
  field.value = '';
  field.dispatchEvent(new Event('change'));
  await until(() => all('.lane').length === 1, 'one picture');
  equal(panel.state().compare, '');
});

test('the map shows the mean of the heads, and pointing at a cell says the number of it', async () => {
  const { panel, find } = await panelOn(program());
  find('input[value="map"]').click();
  await until(() => panel.lanes[0].stage.at.form === 'map', 'the map');
  await frames();
  const { stage } = panel.lanes[0];
  const box = stage.scroll.getBoundingClientRect();
  stage.scroll.dispatchEvent(new PointerEvent('pointermove', { clientX: box.left + stage.at.left + 0.5 * stage.at.cell, clientY: box.top + stage.at.top + 2.5 * stage.at.cell }));
  await frames();
  equal(document.querySelector('.pointer-tip').textContent, '·ran reads The: mean weight 0.50, most in head 0: 0.50');
});

test('the table has the numbers of the token that is chosen', async () => {
  const { panel, section, find, all } = await panelOn(program());
  find('input[value="table"]').click();
  await until(() => !find('.numbers-part').hidden, 'the table');
  const token = find('select[aria-label="Token"]');
  token.value = 'query 2';
  token.dispatchEvent(new Event('change'));
  equal(find('caption').textContent, '·ran reads: weights');
  equal(all('thead th').map((cell) => cell.textContent), ['position', 'token', 'mean', 'head 0', 'head 1', 'head 2']);
  equal(all('tbody tr').map((row) => row.textContent), ['0The0.500.500.500.50', '1·dog0.200.200.200.20', '2·ran0.300.300.300.30']);
  equal([section.querySelector('.lanes').hidden, panel.state().form], [true, 'table']);
});

test('the table of two runs has the numbers of both, and what is between them', async () => {
  const { all, section } = await panelOn(program(), { head: 0, compare: 'random', display: 'table' });
  await until(() => all('thead').length === 1, 'the table');
  const token = section.querySelector('select[aria-label="Token"]');
  choose(token, 'query 2');
  equal(all('thead th').map((cell) => cell.textContent), ['position', 'token', 'A − B', 'A head 0', 'B head 0']);
  equal(all('tbody tr').map((row) => row.textContent), ['0The0.1670.500.33', '1·dog−0.1330.200.33', '2·ran−0.03330.300.33']);
});

test('two runs of other tokens have a table each', async () => {
  const { all, section } = await panelOn(program(words), { head: 0, text: undefined, texts: ['The dog ran', 'A cat'], display: 'table' });
  await until(() => all('table.numbers').length === 2, 'the tables');
  equal(all('caption').map((caption) => caption.textContent), ['A: The reads: weights', 'B: A reads: weights']);
  choose(section.querySelector('select[aria-label="Token"]'), 'query 2');
  equal(all('caption').map((caption) => caption.textContent), ['A: ran reads: weights', 'B: no such token']);
});

test('a long text comes in one byte a weight, and what is pointed at is fetched as it is', async () => {
  const words = Array.from({ length: 260 }, (_, i) => `w${i}`);
  const door = program({ reply: (body, run) => reply(run, { texts: words }) });
  const { panel, section } = await panelOn(door);
  equal(door.heard.numbers, ['r1/attn.1?head=0,1,2&as=byte']);
  await point(panel, 'query', 3);
  await until(() => door.heard.numbers.includes('r1/attn.1?head=0,1,2&row=3'), 'the row');
  await until(() => details(section).includes('w0 0.027'), details(section));
});

test('a link sets the state, and the state gives the link back', async () => {
  const { panel, section } = await panelOn(program());
  await panel.set({ layer: '0', head: '1', form: 'map', pin: 'k2' });
  const { layer, heads, form, pins } = panel.state();
  equal([layer, heads, form, pins, shownHeads(section)], [0, [1], 'map', [{ side: 'key', index: 2 }], [1]]);
  await panel.set({ layer: '9' });
  equal(section.querySelector('.panel-title').textContent, 'Head view, layer 1, head 1');
});

test('a run that has gone is asked for again by itself', async () => {
  const gone = new Set();
  const door = program({ gone });
  const { panel, section } = await panelOn(door, { head: 0 });
  gone.add('r1');
  await panel.set({ layer: 0 });
  equal([door.heard.asked.length, door.heard.numbers.at(-1), section.dataset.state], [2, 'r2/attn.0?head=0', 'ready']);
});

test('what is pointed at belongs to the run on the screen, also after a further run', async () => {
  const door = program({ reply: (body, run) => reply(run, { texts: body.text.split(' ') }) });
  const { panel, section, find } = await panelOn(door, { head: 0 });
  find('textarea').value = 'A cat sat';
  press(find('textarea'), 'Enter');
  await until(() => section.dataset.run === 'r2', 'the run');
  await point(panel, 'query', 1);
  ok(details(section).startsWith('cat (position 1, id 41) reads, head 0: A 0.90'), details(section));
});

test('a very long word stays inside the field, and the panel inside the page', async () => {
  const { find, section } = await panelOn(program());
  section.style.width = '600px';
  find('textarea').value = `${'abc'.repeat(200)} runs`;
  await frames();
  const [area, run, panel] = [find('textarea'), find('.run-text .primary'), section].map((element) => element.getBoundingClientRect());
  ok(area.right < run.left && run.right < panel.right, `${area.right}, ${run.left}, ${run.right}, ${panel.right}`);
  ok(area.height > 60, 'the word is in several lines');
});

test('a text that is being written is not lost when something else is chosen', async () => {
  const { panel, find } = await panelOn(program());
  find('textarea').value = 'half a sent';
  find('[data-head="1"]').click();
  await until(() => panel.state().heads.length === 2, 'the heads');
  equal(find('textarea').value, 'half a sent');
  const field = find('select[aria-label="Compare with"]');
  field.value = 'text:';
  field.dispatchEvent(new Event('change'));
  find('input[aria-label="Text to compare with"]').value = 'another';
  await panel.set({ layer: 0 });
  equal([find('input[aria-label="Text to compare with"]').value, find('input[aria-label="Text to compare with"]').hidden], ['another', false]);
});

test('a refusal shows its sentence, keeps the picture and what was typed', async () => {
  const door = program({ reply: (body, run) => (body.text === 'no' ? { state: 'refused', message: 'No.' } : reply(run)) });
  const { panel, section, find } = await panelOn(door);
  find('textarea').value = 'no';
  press(find('textarea'), 'Enter');
  await until(() => section.dataset.state === 'refused', 'the refusal');
  equal([find('.panel-message p').textContent, find('textarea').value, panel.state().text, panel.lanes[0].scene.rows.length], ['No.', 'no', 'The dog ran', 3]);
  equal(find('.panel-model').textContent, '', 'nothing ran, so nothing is said of it');
});

test('its numbers are taken as CSV, a row for each head and token', async () => {
  const { panel } = await panelOn(program(), { heads: [0, 2] });
  equal((await panel.numbers()).split('\r\n').slice(0, 4), [
    'run,model,weights,attention,value,layer,head,position,token,0 The,1 ·dog,2 ·ran',
    'A,course/gpt,trained,self,attention,1,0,0,The,1,0,0',
    'A,course/gpt,trained,self,attention,1,0,1,·dog,0.9,0.1,0',
    'A,course/gpt,trained,self,attention,1,0,2,·ran,0.5,0.2,0.3',
  ]);
});

test('its picture is taken as SVG and PNG, in words too, in every form', async () => {
  const { panel } = await panelOn(program(), { compare: 'random' });
  for (const form of ['lines', 'map', 'table', 'difference']) {
    await panel.set({ form });
    await frames();
    const { svg, png, alt } = await panel.picture();
    const picture = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
    equal([picture.localName, picture.querySelector('title').textContent === alt, png.startsWith('data:image/png;base64,')], ['svg', true, true]);
    ok(alt.startsWith('Head view, layer 1 · course/gpt, mean of 3 heads. The reads most from The ('), alt);
    ok(Array.from(picture.querySelectorAll('text'), (text) => text.textContent).includes('·dog'), 'the tokens are text');
    equal(panel.state().form, form);
  }
});

test('the export menu saves through the program and says where', async () => {
  const door = program();
  const { find, all, section } = await panelOn(door);
  find('.menu-button').click();
  equal(all('[role="menuitem"]').map((item) => item.textContent), ['Picture as SVG', 'Picture as PNG', 'Numbers as CSV', 'Copy link']);
  equal(document.activeElement.textContent, 'Picture as SVG');
  press(document.activeElement, 'ArrowDown');
  press(document.activeElement, 'ArrowDown');
  document.activeElement.click();
  await until(() => door.heard.saved.length === 1, 'it was saved');
  ok(/^exp-1-\d{4}-\d\d-\d\d\.csv$/.test(door.heard.saved[0][0]), door.heard.saved[0][0]);
  await until(() => details(section) === 'Saved as /home/x/exp-1.csv', 'it was said');
  equal(getComputedStyle(section.querySelector('.panel-details')).position, 'sticky', 'in sight at the end of the window');
  ok(find('.menu-list').hidden);
});

test('before anything has run there is nothing to export, and that is said where it can be read', async () => {
  const door = program({ reply: () => ({ state: 'refused', message: 'Not here.' }) });
  const { find, all, section } = await panelOn(door);
  for (const item of [0, 1, 2]) {
    find('.menu-button').click();
    all('[role="menuitem"]')[item].click();
    await until(() => details(section) === 'There is nothing to export yet. Run it, then export it.', 'it was said');
    ok(Number(getComputedStyle(find('.panel-details')).zIndex) > Number(getComputedStyle(find('.panel-message')).zIndex), 'over the refusal');
    find('.panel-details').textContent = '';
  }
  equal(door.heard.saved, []);
});

test('what the lesson does not allow cannot be changed', async () => {
  const { find } = await panelOn(program(), { allow: ['layer'] });
  equal([find('textarea').readOnly, find('select[aria-label="Model"]'), find('fieldset[aria-label="Heads"]').inert], [true, null, true]);
});

test('an unknown run-away state from a link changes nothing', async () => {
  const { panel } = await panelOn(program());
  const before = JSON.stringify(panel.state());
  await panel.set({ layer: 'x', head: '1,y', form: 'cake', compare: 'everything' });
  equal(JSON.stringify(panel.state()), before);
});

const choose = (field, value) => {
  field.value = value;
  field.dispatchEvent(new Event('change'));
};

/** A program whose replies to some requests come when `release` is called, or not at all where the run is cancelled. */
function slow(held, more = {}) {
  const door = program(more);
  const waiting = [];
  const ask = async (name, body, { signal }) => {
    if (held(body)) {
      await new Promise((resolve, reject) => {
        waiting.push(resolve);
        signal.addEventListener('abort', () => reject(new DOMException('cancelled', 'AbortError')));
      });
    }
    return door.ask(name, body);
  };
  return { ...door, ask, release: () => waiting.splice(0).forEach((resolve) => resolve()) };
}

const words = { reply: (body, run) => reply(run, { texts: body.text.split(' ') }) };

test('a saved view of another text comes back with the tokens that were kept, and another text keeps none', async () => {
  const { panel } = await panelOn(program(words), { head: 0 });
  await panel.set({ text: 'A cat sat' });
  await panel.set({ pins: [{ side: 'query', index: 1 }] });
  const state = panel.state();
  await panel.set({ text: 'The dog ran' });
  equal(panel.state().pins, []);
  await panel.set(JSON.parse(JSON.stringify(state)));
  equal(panel.state(), state);
});

test('what is chosen while a run is under way is kept when it comes', async () => {
  const door = slow(({ weights, model }) => weights === 'random' || model === 'course/other', words);
  const { panel, find, section } = await panelOn(door);
  choose(find('select[aria-label="Weights"]'), 'random');
  find('input[aria-label="Layer 0"]').click();
  await until(() => panel.lanes[0].scene.layer === 0, 'the old picture follows');
  equal(find('select[aria-label="Weights"]').value, 'random', 'what is on its way');
  choose(find('select[aria-label="Model"]'), 'course/other');
  door.release();
  await until(() => section.dataset.run && panel.state().model === 'course/other', 'the run');
  const { model, weights, layer } = panel.state();
  equal([model, weights, layer, panel.lanes[0].scene.layer], ['course/other', 'random', 0, 0]);
});

test('a run that is cancelled leaves what was there, and the lists say so', async () => {
  const { panel, find, section } = await panelOn(slow(({ weights }) => weights === 'random'));
  choose(find('select[aria-label="Weights"]'), 'random');
  choose(find('select[aria-label="Compare with"]'), 'weights:identity');
  await until(() => section.dataset.state === 'running', 'the run');
  find('.panel-message button').click();
  await until(() => section.dataset.state === 'ready', 'cancelled');
  equal([find('select[aria-label="Weights"]').value, find('select[aria-label="Compare with"]').value, panel.state().weights], ['trained', '', 'trained']);
});

test('after a refusal, the very first one too, another choice runs', async () => {
  const { panel, find, section } = await panelOn(program({ reply: (body, run) => (body.model === 'not/here' ? { state: 'refused', message: 'Not here.' } : reply(run)) }), { model: 'not/here' });
  equal(section.dataset.state, 'refused');
  choose(find('select[aria-label="Model"]'), 'course/gpt');
  await until(() => section.dataset.state === 'ready', 'it ran');
  await panel.set({ model: 'not/here' });
  equal(section.dataset.state, 'refused');
  await panel.set({ model: 'course/gpt' });
  equal(section.dataset.state, 'ready');
});

test('after a refusal, what was written since is what is tried again', async () => {
  const door = program({ reply: (body, run) => (body.text.trim() ? reply(run) : { state: 'refused', message: 'Write a few words.' }) });
  const { find, section } = await panelOn(door, { text: ' ' });
  find('textarea').value = 'The dog ran';
  find('.panel-message button').click();
  await until(() => section.dataset.state === 'ready', 'it ran');
  equal(door.heard.asked.at(-1), { model: 'course/gpt', text: 'The dog ran' });
});

test('a text that is being written runs with the model that is chosen for it', async () => {
  const door = program(words);
  const { find, section } = await panelOn(door);
  find('textarea').value = 'A cat sat';
  choose(find('select[aria-label="Model"]'), 'course/other');
  await until(() => section.dataset.run === 'r2', 'the run');
  equal([door.heard.asked[1], find('textarea').value], [{ model: 'course/other', text: 'A cat sat' }, 'A cat sat']);
});

test('the weights of the fixed run are what the tests say', () => near(ATTENTION.slice(6), [0.5, 0.2, 0.3]));
