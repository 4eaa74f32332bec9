// The whole panel on a fixed run: what is shown, what is fetched, and what the keyboard does.

import { RunGone } from '/web/kit/ask.js';
import { setLook } from '/web/kit/theme.js';
import { showTip } from '/web/kit/tooltip.js';
import { mount } from '/web/panels/neuron/panel.js';
import { compute } from '/web/panels/neuron/computation.js';
import { equal, near, ok, test, until } from './kit.js';

const WORDS = ['The', ' dog', ' ran'];
const Q = new Float32Array([1, 0, 0, 2, 1, 1]);
const K = new Float32Array([1, 1, -1, 0.5, 0, 2]);
const V = new Float32Array([2, 0, 0, 4, 1, 1]);
const SCALE = Math.SQRT1_2;

function attention() {
  return Float32Array.from(WORDS.flatMap((_, index) => {
    const { weights } = compute({ query: Q.subarray(2 * index), k: K, v: V, size: 2, scale: SCALE, seen: index + 1 });
    return WORDS.map((__, key) => weights[key] ?? 0);
  }));
}

const STACK = { kind: 'self', prefix: '', layers: 2, heads: 3, headSize: 2, causal: true, scale: [SCALE, SCALE], queries: 'text', keys: 'text' };

const drawn = (run, words = WORDS) => ({
  state: 'drawn', run, model: 'course/gpt', device: 'CPU', stacks: [STACK],
  sides: { text: words.map((text, id) => ({ id: 40 + id, text, start: 0, end: 0, special: false, segment: 0, word: id, part: 1 })), target: [] },
  says: [{ about: 'next', at: 0, guesses: Array.from({ length: 10 }, (_, i) => ({ text: ` ${i}`, probability: 0.05 })) }], milliseconds: 3,
});

/** A program that answers from the fixed run, and remembers what it was asked. */
function program({ reply = (text, run) => drawn(run), gone = new Set() } = {}) {
  const heard = { asked: [], grids: [], posted: [] };
  return {
    heard,
    async ask(panel, body) {
      heard.asked.push(body);
      return reply(body.text, `r${heard.asked.length}`);
    },
    async grid(run, place, head) {
      heard.grids.push(`${run}/${place}/${head}`);
      if (gone.has(run)) throw new RunGone('gone');
      if (place.startsWith('value_norm')) return new Float32Array([0.1, 2, 4]);
      return { a: attention(), q: Q, k: K, v: V }[place[0]];
    },
    async post(path, body) {
      heard.posted.push([path, body]);
    },
  };
}

async function panelOn(door, experiment = {}) {
  const section = document.createElement('section');
  section.id = 'exp-1';
  document.body.replaceChildren(section);
  const panel = mount(section, { view: 'neuron', model: 'course/gpt', text: 'The dog ran', layer: 1, head: 2, ...experiment }, door);
  await panel.start();
  return { panel, section, find: (selector) => section.querySelector(selector) };
}

const token = (section, side, index) => section.querySelector(`button[data-side="${side}"][data-index="${index}"]`);
const press = (element, key) => element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
const details = (section) => section.querySelector('.panel-details').textContent;
const opened = (section) => section.querySelector('button[data-side][aria-expanded="true"]')?.dataset.index;

test('it runs as written, fetches only the head on the screen, and tells the window', async () => {
  const door = program();
  const { section, find } = await panelOn(door);
  equal(door.heard.asked, [{ model: 'course/gpt', text: 'The dog ran' }]);
  equal(door.heard.grids, ['r1/attn.1/2']);
  equal(door.heard.posted, [['page/state', { experiment: 'exp-1', model: 'course/gpt', device: 'CPU', run: 'r1' }]]);
  equal([section.dataset.state, find('.panel-title').textContent, find('.panel-model').textContent], ['ready', 'Neuron view, layer 1, head 2', 'course/gpt · CPU · 3 ms']);
});

test('it does not run twice by itself', async () => {
  const door = program();
  const { panel } = await panelOn(door);
  await panel.start();
  equal(door.heard.asked.length, 1);
});

test('the tokens of both columns show their spaces and say who they are', async () => {
  const { section } = await panelOn(program());
  equal(['query', 'key'].map((side) => Array.from(WORDS, (_, i) => token(section, side, i).textContent)), [['The', '·dog', '·ran'], ['The', '·dog', '·ran']]);
  ok(/^dog, position 1, reads most from The, weight 0\.\d\d$/.test(token(section, 'query', 1).getAttribute('aria-label')));
});

test('one token at a time is in the tab order, and the arrow keys move it', async () => {
  const { section } = await panelOn(program());
  const inOrder = () => Array.from(section.querySelectorAll('button[data-side][tabindex="0"]'), (button) => `${button.dataset.side} ${button.dataset.index}`);
  equal(inOrder(), ['query 0']);
  token(section, 'query', 0).focus();
  press(document.activeElement, 'ArrowDown');
  equal([inOrder(), document.activeElement === token(section, 'query', 1)], [['query 1'], true]);
  press(document.activeElement, 'ArrowRight');
  equal(inOrder(), ['key 1']);
  ok(details(section).startsWith('·dog (position 1, id 41) is read by'), details(section));
});

test('opening a token fetches its queries and keys once, and shows the computation', async () => {
  const door = program();
  const { section, find } = await panelOn(door);
  token(section, 'query', 2).click();
  await until(() => opened(section) === '2', 'the token opened');
  equal(door.heard.grids, ['r1/attn.1/2', 'r1/q.1/2', 'r1/k.1/2', 'r1/v.1/2']);
  equal(find('.neuron-names').textContent, 'readsis readkey kq × kscaled q·k / √2softmaxvalue vweight × v');
  token(section, 'query', 2).click();
  await until(() => opened(section) === undefined, 'the token closed');
  token(section, 'query', 1).click();
  await until(() => opened(section) === '1', 'another token opened');
  equal(door.heard.grids.length, 4);
});

test('in an open computation the arrow keys move to the next query and read every number', async () => {
  const { section } = await panelOn(program());
  token(section, 'query', 0).focus();
  token(section, 'query', 0).click();
  await until(() => opened(section) === '0', 'the token opened');
  press(document.activeElement, 'ArrowDown');
  await until(() => opened(section) === '1', 'the next token opened');
  press(document.activeElement, 'ArrowRight');
  equal(details(section), 'key ·dog:\nq·k / √2 = 1.00 / 1.41 = 0.707\nsoftmax 0.3302');
  press(document.activeElement, 'ArrowRight');
  press(document.activeElement, 'ArrowRight');
  equal(details(section), 'key ·dog, dimension 1:\nq 2.00 × k 0.500 = 1.00');
  press(document.activeElement, 'ArrowDown');
  equal(details(section), 'key ·ran comes after ·dog, so it is masked: weight 0.');
});

test('clicking another token of an open computation opens that one', async () => {
  const { section } = await panelOn(program());
  token(section, 'query', 0).click();
  await until(() => opened(section) === '0', 'the token opened');
  token(section, 'query', 2).focus(); // as the mouse does before it clicks
  token(section, 'query', 2).click();
  await until(() => opened(section) === '2', 'the other token opened');
});

test('Escape closes the computation and keeps the keyboard where it was', async () => {
  const { section } = await panelOn(program());
  token(section, 'query', 1).focus();
  token(section, 'query', 1).click();
  await until(() => opened(section) === '1', 'the token opened');
  press(document.activeElement, 'Escape');
  await until(() => opened(section) === undefined, 'the token closed');
  equal(document.activeElement === token(section, 'query', 1), true);
});

test('another head keeps the computation open and fetches that head alone', async () => {
  const door = program();
  const { section, find } = await panelOn(door);
  token(section, 'query', 1).click();
  await until(() => opened(section) === '1', 'the token opened');
  find('input[aria-label="Head 0"]').click();
  await until(() => find('.panel-title').textContent === 'Neuron view, layer 1, head 0', 'the head changed');
  equal([opened(section), door.heard.grids.slice(4)], ['1', ['r1/attn.1/0', 'r1/q.1/0', 'r1/k.1/0', 'r1/v.1/0']]);
});

test('a link sets layer and head, and a layer that does not exist becomes the last', async () => {
  const { panel, find } = await panelOn(program());
  await panel.set({ layer: '0', head: '1' });
  equal(find('.panel-title').textContent, 'Neuron view, layer 0, head 1');
  await panel.set({ layer: '9', head: 'x' });
  equal(find('.panel-title').textContent, 'Neuron view, layer 1, head 1');
});

test('a run that has gone is asked for again by itself', async () => {
  const gone = new Set();
  const door = program({ gone });
  const { panel, section, find } = await panelOn(door);
  gone.add('r1');
  await panel.set({ head: 0 });
  equal([door.heard.asked.length, door.heard.grids.at(-1), section.dataset.state], [2, 'r2/attn.1/0', 'ready']);
  equal(find('.panel-title').textContent, 'Neuron view, layer 1, head 0');
});

test('Enter runs what was typed, Escape brings back what ran last', async () => {
  const door = program();
  const { find } = await panelOn(door);
  const area = find('textarea');
  area.value = 'nonsense';
  press(area, 'Escape');
  equal(area.value, 'The dog ran');
  area.value = 'The cat';
  press(area, 'Enter');
  await until(() => door.heard.posted.length === 2, 'the text ran');
  equal(door.heard.asked[1].text, 'The cat');
  area.value = 'more nonsense';
  press(area, 'Escape');
  equal(area.value, 'The cat');
});

test('a refusal shows its sentence and keeps the text', async () => {
  const { section, find } = await panelOn(program({ reply: () => ({ state: 'refused', message: 'The text is empty. Type a few words.' }) }), { text: '' });
  equal([section.dataset.state, find('.panel-message p').textContent], ['refused', 'The text is empty. Type a few words.']);
});

test('a model that is not here is fetched on the person\'s word, with its progress, and then runs', async () => {
  let here = false;
  let arrive;
  const missing = { state: 'refused', message: 'gpt2 is not on this computer.', offer: { fetch: 'gpt2' } };
  const door = program({ reply: (text, run) => (here ? drawn(run) : missing) });
  door.fetchModel = (model, { told }) => new Promise((done) => {
    told({ state: 'running', done: 137e6, total: 548e6, secondsLeft: 200 });
    arrive = () => {
      here = true;
      done({ state: 'done' });
    };
  });
  const { section, find } = await panelOn(door);
  equal(Array.from(find('.panel-message').querySelectorAll('button'), (button) => button.textContent), ['Fetch gpt2', 'Try again']);
  find('.panel-message button').click();
  equal([section.dataset.state, find('progress').value, find('.panel-message .small').textContent], ['fetching', 0.25, '137 MB of 548 MB, 3 min left']);
  arrive();
  await until(() => section.dataset.state === 'ready', 'the run');
});

test('a fetch that fails says why and can be tried again', async () => {
  const door = program({ reply: () => ({ state: 'refused', message: 'Not here.', offer: { fetch: 'gpt2' } }) });
  door.fetchModel = async () => ({ state: 'failed', message: 'The disk is full.' });
  const { section, find } = await panelOn(door);
  find('.panel-message button').click();
  await until(() => find('.panel-message p').textContent === 'The disk is full.', 'the sentence');
  equal([section.dataset.state, find('.panel-message button').textContent], ['refused', 'Fetch gpt2']);
});

test('a break shows its log number, and its details can be copied', async () => {
  const { find } = await panelOn(program({ reply: () => ({ state: 'broken', log: '20261120-101503', message: 'The model stopped.' }) }));
  equal(Array.from(find('.panel-message').querySelectorAll('button'), (button) => button.textContent), ['Try again', 'Copy details']);
  ok(find('.panel-message').textContent.includes('Log 20261120-101503'));
});

test('what the lesson does not allow cannot be edited', async () => {
  const { find } = await panelOn(program(), { allow: ['layer', 'head'] });
  equal(find('textarea').readOnly, true);
});

test('the panel keeps its height when a run ends', async () => {
  const section = document.createElement('section');
  section.id = 'exp-1';
  document.body.replaceChildren(section);
  const panel = mount(section, { view: 'neuron', model: 'course/gpt', text: 'The dog ran', layer: 0, head: 0, caption: 'Look.' }, program());
  await document.fonts.ready;
  const before = section.offsetHeight;
  await panel.start();
  equal(section.offsetHeight, before);
});

test('a text that is refused leaves the picture as high as it was, so that the sentence is in sight', async () => {
  const reply = (text, run) => (text.length > 50 ? { state: 'refused', message: 'This is too long.' } : drawn(run));
  const { section, find } = await panelOn(program({ reply }));
  const before = find('.panel-stage').offsetHeight;
  find('textarea').value = 'The dog ran and ran. '.repeat(30);
  press(find('textarea'), 'Enter');
  await until(() => section.dataset.state === 'refused', 'the refusal');
  await until(() => find('.panel-stage').offsetHeight === before, 'the height of before');
});

test('a text of any length is waited for in no more room than a long picture takes', async () => {
  const section = document.createElement('section');
  section.id = 'exp-1';
  document.body.replaceChildren(section);
  mount(section, { view: 'neuron', model: 'course/gpt', text: 'word '.repeat(5000) }, program({ reply: () => new Promise(() => {}) })).start();
  const find = (selector) => section.querySelector(selector);
  await until(() => section.dataset.state === 'running', 'the run');
  ok(find('.panel-stage').offsetHeight < 1300, `${find('.panel-stage').offsetHeight} px`);
});

test('the tool tip goes when another text is run', async () => {
  const { find } = await panelOn(program());
  showTip('position 1', 10, 10);
  press(find('textarea'), 'Enter');
  equal(document.querySelector('.pointer-tip').hidden, true);
});

const SECOND = [{ text: 'A', segment: 0 }, { text: ' cat', segment: 0 }, { text: '[SEP]', segment: 0, special: true }, { text: 'Un', segment: 1, word: 3 }, { text: 'able', segment: 1, word: 3 }];

/** A model that reads both ways on two sentences, and whose scores have a part of distances. */
function reader() {
  const tokens = SECOND.map((token, i) => ({ id: i, start: 0, end: 0, special: false, word: i, part: 1, ...token }));
  const stack = { ...STACK, causal: false, position: true };
  const count = tokens.length;
  const grids = {
    attn: new Float32Array(count * count).fill(1 / count), q: new Float32Array(count * 2).fill(1), k: new Float32Array(count * 2), v: new Float32Array(count * 2).fill(1),
    position: new Float32Array(count * count).fill(0.25),
  };
  const door = program({ reply: (text, run) => ({ ...drawn(run), says: [], stacks: [stack], sides: { text: tokens, target: [] } }) });
  return { ...door, grid: async (run, place) => grids[place.split('.')[0]] };
}

const shown = (section, side) => Array.from(section.querySelectorAll(`button[data-side="${side}"]`), (button) => button.textContent);

test('a visible button opens the computation, and closes it', async () => {
  const { section, find } = await panelOn(program());
  equal([find('.neuron-toggle').textContent, find('.neuron-toggle').getAttribute('aria-expanded')], ['Show the computation', 'false']);
  find('.neuron-toggle').click();
  await until(() => opened(section) === '2', 'the last token opened');
  equal(find('.neuron-toggle').textContent, 'Close the computation');
  find('.neuron-toggle').click();
  await until(() => opened(section) === undefined, 'it closed');
});

test('a click keeps a token that is read while the pointer wanders, Shift keeps several and sums them', async () => {
  const { panel, section } = await panelOn(program());
  token(section, 'key', 0).click();
  await until(() => token(section, 'key', 0).getAttribute('aria-pressed') === 'true', 'kept');
  ok(details(section).startsWith('The (position 0, id 40) is read by'), details(section));
  token(section, 'key', 1).dispatchEvent(new MouseEvent('click', { bubbles: true, shiftKey: true }));
  await until(() => panel.state().pins.length === 2, 'both kept');
  await until(() => details(section).startsWith('The, ·dog together are read by'), details(section));
  press(token(section, 'key', 1), 'Escape');
  await until(() => panel.state().pins.length === 0, 'let go');
});

test('tokens that read are kept with Shift, and their rows are summed', async () => {
  const { section } = await panelOn(program());
  for (const index of [1, 2]) token(section, 'query', index).dispatchEvent(new MouseEvent('click', { bubbles: true, shiftKey: true }));
  await until(() => details(section).startsWith('·dog, ·ran together read'), 'the sum');
});

test('of two sentences one can be looked at from the other, and pieces are put together to words', async () => {
  const { panel, section, find } = await panelOn(reader());
  equal(shown(section, 'query').length, 5);
  await panel.set({ filter: 'ab' });
  equal([shown(section, 'query'), shown(section, 'key')], [['A', '·cat', '[SEP]'], ['Un', 'able']]);
  await panel.set({ bundle: true });
  equal(shown(section, 'key'), ['Unable']);
  ok(!find('fieldset[aria-label="Sentences"]').hidden);
});

test('what distances add to the scores has a column of its own, and the sentence says so', async () => {
  const { panel, section, find } = await panelOn(reader());
  await panel.set({ open: '1' });
  ok(find('.neuron-names').textContent.includes('+ dist'), find('.neuron-names').textContent);
  token(section, 'key', 3).focus();
  press(document.activeElement, 'ArrowUp');
  equal(details(section), 'key [SEP]:\nq·k / √2 = 0 / 1.41 = 0\ndistance 0.250, score 0.250\nsoftmax 0.2000');
});

test('a computation that shows one sentence of a pair still has the weights of all keys', async () => {
  const { panel, section } = await panelOn(reader());
  await panel.set({ filter: 'ab', open: '0' });
  equal([opened(section), shown(section, 'key')], ['0', ['Un', 'able']]);
  equal(panel.head.scene.open.weights.length, 5);
});

test('of a long text only the tokens near the part in sight are in the page', async () => {
  const words = Array.from({ length: 512 }, (_, i) => ` w${i}`);
  const door = program({ reply: (text, run) => drawn(run, words) });
  door.grid = async (run, place) => (place.startsWith('attn') ? new Float32Array(512 * 512).fill(1 / 512) : new Float32Array(512 * 2));
  const { section, find } = await panelOn(door);
  ok(section.querySelectorAll('button[data-side]').length < 220, `${section.querySelectorAll('button[data-side]').length} buttons`);
  find('.neuron').scrollTop = 5000;
  await until(() => token(section, 'query', 240) !== null && token(section, 'query', 100) === null, 'the rows further down');
  equal([token(section, 'query', 240).closest('li').getAttribute('aria-setsize'), token(section, 'query', 0).tabIndex], ['512', 0]);
  ok(details(section).startsWith('No weight of this head reaches 0.05'), details(section));
  token(section, 'query', 0).focus();
  press(document.activeElement, 'End');
  equal([document.activeElement.dataset.index, find('.zoomer').hidden], ['511', false]);
});

test('more layers or heads than fit in a row are chosen from a list', async () => {
  const { section, find } = await panelOn(program({ reply: (text, run) => ({ ...drawn(run), stacks: [{ ...STACK, layers: 24, heads: 16, scale: Array(24).fill(SCALE) }] }) }));
  const list = find('select[aria-label="Layer"]');
  equal([list.options.length, find('select[aria-label="Head"]').options.length], [24, 16]);
  list.value = '23';
  list.dispatchEvent(new Event('change'));
  await until(() => section.querySelector('.panel-title').textContent === 'Neuron view, layer 23, head 2', 'the layer');
});

test('the same numbers as a heat map, where pointing at a cell reads its weight', async () => {
  const { panel, section, find } = await panelOn(program());
  await panel.set({ form: 'map' });
  const box = find('.neuron-rows').getBoundingClientRect();
  const { lines, row } = panel.head.stage.at;
  const at = { clientX: box.left + lines.from + 2, clientY: box.top + 2.5 * row, bubbles: true };
  find('.neuron-rows').dispatchEvent(new PointerEvent('pointermove', at));
  await until(() => details(section).startsWith('·ran → The: weight 0.'), details(section));
});

test('a state shows the same again, and its picture and numbers can be taken', async () => {
  const { panel } = await panelOn(program());
  await panel.set({ layer: '0', head: '1', open: '2' });
  const state = panel.state();
  const other = await panelOn(program());
  await other.panel.set(state);
  equal([other.panel.state(), opened(other.section)], [state, '2']);
  const { svg, alt } = await panel.picture();
  ok(svg.includes('weighted sum') && alt.startsWith('Neuron view, layer 0, head 1'), alt);
  const lines = (await panel.numbers()).trim().split('\r\n');
  equal([lines[0], lines.filter((line) => line.includes(',softmax,')).length], ['query,key,what,dimension,value', 3]);
  await panel.set({ open: 'none' });
  const { alt: whole } = await panel.picture();
  ok(/Neuron view, layer 0, head 1 · [^.]+\. The reads most from The \([^)]+\), ·dog reads most from/.test(whole), whole);
  equal((await panel.numbers()).trim().split('\r\n').length, 10);
});

test('lines can be weighted by the size of what they carry, with a scale of their own', async () => {
  const { panel, section } = await panelOn(program());
  await panel.set({ weighting: 'size' });
  const { scene } = panel.head;
  near(scene.attention[6], attention()[6] * 0.1);
  equal([scene.sized, scene.end >= Math.max(...scene.attention)], [true, true]);
  ok(section.querySelector('.panel-caption p:not(.away)').textContent.includes('length of what they carry'));
  ok(/size \d/.test(token(section, 'query', 2).getAttribute('aria-label')), token(section, 'query', 2).getAttribute('aria-label'));
});

test('the table says what a token gives to each other, and every step of an open computation', async () => {
  const { panel, section, find } = await panelOn(program());
  await panel.set({ form: 'table' });
  const rows = () => Array.from(section.querySelectorAll('table.numbers tbody tr'), (row) => Array.from(row.children, (cell) => cell.textContent));
  equal([find('.neuron-rows').hidden, rows().map((row) => row[1]), rows()[0][2]], [true, WORDS.map((word) => word.replace(' ', '·')), '1.0000']);
  const choice = find('select[aria-label="Token"]');
  choice.value = 'key 0';
  choice.dispatchEvent(new Event('change'));
  await until(() => section.querySelector('table.numbers caption').textContent === 'The is read by', 'the other column');
  await panel.set({ open: '1' });
  equal(Array.from(section.querySelectorAll('table.numbers th[scope="col"]'), (cell) => cell.textContent), ['position', 'token', 'q·k', 'q·k / √2', 'softmax']);
  equal(rows()[2], ['2', '·ran', 'masked', '', '']);
});

test('the table of an open computation stands alone, without the strips of the picture', async () => {
  const { panel, section } = await panelOn(program());
  await panel.set({ open: 2, form: 'table' });
  await new Promise(requestAnimationFrame);
  equal(Array.from(section.querySelectorAll('.neuron-strip'), (strip) => getComputedStyle(strip).display), ['none', 'none']);
});

test('a computation that is opened from a map has the lines of its own weights', async () => {
  const { panel } = await panelOn(program());
  await panel.set({ form: 'map' });
  await panel.set({ open: 2 });
  equal(panel.head.scene.end, 1);
});

test('a saved view of another text comes back as it was: its open token, or none', async () => {
  const { panel, section } = await panelOn(program({ reply: (text, run) => drawn(run, text.split(' ')) }));
  await panel.set({ text: 'A cat sat', open: '1' });
  equal([opened(section), panel.state().open], ['1', 1]);
  const open = panel.state();
  await panel.set({ text: 'The dog ran' });
  equal([opened(section), panel.state().open], [undefined, null]);
  const closed = panel.state();
  await panel.set(open);
  equal([opened(section), panel.state()], ['1', open]);
  await panel.set({ text: 'The dog ran', open: '2' });
  await panel.set(closed);
  equal([opened(section), panel.state()], [undefined, closed]);
});

test('what is taken from a view is what it shows, also after a run that came to nothing', async () => {
  const refusing = (text, run) => (text === 'no' ? { state: 'refused', message: 'No.' } : drawn(run));
  const { panel, section } = await panelOn(program({ reply: refusing }));
  await panel.set({ text: 'no' });
  equal([section.dataset.state, panel.state().text], ['refused', 'The dog ran']);
});

test('a run that is cancelled leaves what was there, and the lists say so', async () => {
  const door = program();
  const ask = (name, body, { signal }) => (body.weights !== 'random' ? door.ask(name, body) : new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new DOMException('cancelled', 'AbortError')));
  }));
  const { panel, section, find } = await panelOn({ ...door, ask });
  const weights = find('select[aria-label="Weights"]');
  weights.value = 'random';
  weights.dispatchEvent(new Event('change'));
  await until(() => section.dataset.state === 'running', 'the run');
  find('.panel-message button').click();
  await until(() => section.dataset.state === 'ready', 'cancelled');
  equal([weights.value, panel.state().weights], ['trained', 'trained']);
});

test('a text that is being written runs with the weights that are chosen for it', async () => {
  const door = program();
  const { section, find } = await panelOn(door);
  find('textarea').value = 'A cat sat';
  const weights = find('select[aria-label="Weights"]');
  weights.value = 'random';
  weights.dispatchEvent(new Event('change'));
  await until(() => section.dataset.run === 'r2', 'the run');
  equal([door.heard.asked[1].text, find('textarea').value], ['A cat sat', 'A cat sat']);
});

test('with large text no word of the title is broken, and what can be done is said whole', async () => {
  const { panel, section, find } = await panelOn(program());
  section.style.width = '600px';
  find('.panel-menu').prepend(Object.assign(document.createElement('button'), { textContent: 'Attach this view', className: 'small-button attach' }));
  setLook({ scale: 1.5 });
  const [text] = find('.panel-title').childNodes;
  for (const { 0: word, index } of text.data.matchAll(/\S+/g)) {
    const range = document.createRange();
    range.setStart(text, index);
    range.setEnd(text, index + word.length);
    equal([word, range.getClientRects().length], [word, 1]);
  }
  const hint = find('.neuron-hint');
  for (const form of ['lines', 'table']) {
    await panel.set({ form });
    ok(hint.scrollHeight <= hint.clientHeight, `${form}: ${hint.scrollHeight} in ${hint.clientHeight}`);
  }
  ok(find('.panel-menu').getBoundingClientRect().right <= section.getBoundingClientRect().right, 'the menu is inside');
  setLook({ scale: 1 });
});
