// A Java cell on fixed replies: keys in its editor, what is asked, what is said of what came of it, and what others take from it.

import { described, mountCell } from '/web/cells/cell.js';
import { el } from '/web/kit/dom.js';
import { setLook } from '/web/kit/theme.js';
import { viewOf } from '/web/kit/view.js';
import { equal, ok, test, until } from './kit.js';

const CODE = 'int a = 1;\nSystem.out.println(a);';

const DONE = { state: 'drawn', written: [{ error: false, text: '1\n' }], end: 'done', message: '', places: [], milliseconds: 3 };

/** A cell on the page whose program answers as `answers` says, one reply after the other. */
function cellOn({ code = CODE, answers = [DONE], ...data } = {}) {
  const heard = { asked: [], posted: [], gone: [] };
  const section = el('section', { class: 'cell', id: 'first', 'data-cell': JSON.stringify({ after: [], timeout: 10, setup: false, readonly: false, ...data }) },
    el('pre', {}, el('code', { class: 'language-java' }, `${code}\n`)));
  document.body.replaceChildren(el('main', { class: 'lesson', 'data-lesson': 'demo' }, section));
  const experiment = JSON.parse(described(section));
  const door = {
    ask: async (name, body, { signal }) => {
      heard.asked.push([name, body]);
      const answer = answers[Math.min(heard.asked.length, answers.length) - 1];
      return typeof answer === 'function' ? answer(signal) : answer;
    },
    post: async (path, body) => heard.posted.push([path, body]),
  };
  const panel = mountCell(section, experiment, (id) => ({ code: () => `// ${id}`, goTo: (place) => heard.gone.push([id, place.line]) }), door);
  const field = section.querySelector('textarea');
  field.focus();
  return { panel, section, heard, field, experiment };
}

const button = (section, name) => [...section.querySelectorAll('button')].find(({ textContent }) => textContent === name);
const press = (field, key, more = {}) => field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
const type = (field, text) => document.execCommand('insertText', false, text) || ok(false, `nothing was typed into ${field.tagName}`);
const says = (section) => section.querySelector('.cell-verdict').textContent;

async function ran(section, name = 'Run') {
  button(section, name).click();
  await until(() => section.dataset.shown, 'it ran');
}

test('the field lies over all of the code, so that a click anywhere is one into it', () => {
  const { section, field } = cellOn({ code: `${CODE}\n${'x'.repeat(200)}` });
  const room = section.querySelector('.code-shown').getBoundingClientRect();
  const over = field.getBoundingClientRect();
  equal([over.width, over.height, over.top], [room.width, room.height, room.top]);
  for (const [x, y] of [[8, 10], [300, 30], [8, room.height - 12]]) {
    ok(document.elementFromPoint(room.left + x, room.top + y) === field, `at ${x}, ${y}`);
  }
});

test('a line that is too long can be scrolled to its end, in the field too', () => {
  const { section, field } = cellOn({ code: 'x'.repeat(400) });
  const room = section.querySelector('.code-room');
  ok(room.scrollWidth > 2 * room.clientWidth, `${room.scrollWidth} of ${room.clientWidth}`);
  ok(field.scrollWidth <= field.clientWidth, `${field.scrollWidth} of ${field.clientWidth}`);
});

test('the code stands in the same place in both', async () => {
  const { section, field } = cellOn();
  await document.fonts.ready;
  const [below, above] = [section.querySelector('.code-shown'), field].map((each) => getComputedStyle(each));
  for (const name of ['fontFamily', 'fontSize', 'lineHeight', 'padding', 'letterSpacing', 'tabSize', 'whiteSpace', 'fontVariantLigatures']) {
    equal(above[name], below[name], name);
  }
  equal(section.querySelector('.code-numbers').textContent, '1\n2');
});

test('it shows the words of Java in colours', async () => {
  const { section } = cellOn();
  await until(() => section.querySelector('.hljs-number'), 'there are colours');
  equal(section.querySelector('.code-shown').textContent, `${CODE}\n`);
});

test('it runs when it is asked to, with the cells it uses as they stand there, and says what it printed', async () => {
  const { panel, section, heard } = cellOn({ after: ['softmax'], timeout: 5 });
  await panel.start();
  equal(heard.asked, []);
  await ran(section);
  equal(heard.asked, [['cell', { cells: [{ id: 'softmax', code: '// softmax' }, { id: 'first', code: CODE }], timeout: 5 }]]);
  equal(section.querySelector('.cell-output').textContent, '1\n');
  equal([section.querySelector('.panel-model').textContent, says(section)], ['3 ms', 'Done.']);
  equal(section.querySelector('.cell-verdict').getBoundingClientRect().height, 0, 'that is for those who do not see what it printed');
});

test('Ctrl+Enter and Shift+Enter run it', async () => {
  const { heard, field } = cellOn();
  press(field, 'Enter', { ctrlKey: true });
  await until(() => heard.asked.length === 1, 'it ran');
  press(field, 'Enter', { shiftKey: true });
  await until(() => heard.asked.length === 2, 'it ran again');
});

test('a line goes on where the line above began, and further in behind a brace', () => {
  const { field } = cellOn({ code: '    if (a) {' });
  field.setSelectionRange(12, 12);
  press(field, 'Enter');
  equal(field.value, '    if (a) {\n        ');
  press(field, '}');
  equal(field.value, '    if (a) {\n    }');
  press(field, 'Enter');
  equal(field.value, '    if (a) {\n    }\n    ');
});

test('Tab fills up to the next step once something was typed, and walks on before', () => {
  const { field } = cellOn({ code: 'a\nb' });
  field.setSelectionRange(1, 1);
  ok(press(field, 'Tab'), 'it walks on');
  type(field, '1');
  ok(!press(field, 'Tab'), 'it is taken');
  equal(field.value, 'a1  \nb');
  field.setSelectionRange(0, field.value.length);
  press(field, 'Tab');
  equal(field.value, '    a1  \n    b');
  press(field, 'Tab', { shiftKey: true });
  equal(field.value, 'a1  \nb');
  press(field, 'Escape');
  ok(press(field, 'Tab'), 'it walks on after Escape');
});

test('every change is told at once, and can be taken back', () => {
  const { field, heard, section } = cellOn();
  field.setSelectionRange(8, 9);
  type(field, '2');
  equal(heard.posted, [['page/code', { lesson: 'demo', cell: 'first', code: CODE.replace('1', '2') }]]);
  ok(!button(section, 'Start over').hidden);
  document.execCommand('undo');
  equal([field.value, button(section, 'Start over').hidden], [CODE, true]);
  equal(heard.posted.at(-1)[1].code, CODE);
});

test('Start over brings the code of the lesson, and can be taken back', () => {
  const { field, section } = cellOn();
  type(field, '// mine\n');
  const mine = field.value;
  button(section, 'Start over').click();
  equal([field.value, button(section, 'Start over').hidden], [CODE, true]);
  field.focus();
  document.execCommand('undo');
  equal(field.value, mine);
});

test('what a person made of it comes back, and it is said where the lesson has other code since', () => {
  const { panel, field, heard, section } = cellOn();
  panel.restore({ code: 'int b;', older: true });
  equal([field.value, heard.posted, button(section, 'Start over').hidden], ['int b;', [], false]);
  ok(section.querySelector('.panel-details').textContent.startsWith('The lesson has other code here'));
  panel.restore();
  equal([field.value, section.querySelector('.panel-details').textContent], [CODE, '']);
});

test('what was running for one person is not shown to the next', async () => {
  let finish = null;
  const { panel, section, heard } = cellOn({ answers: [() => new Promise((done) => { finish = () => done(DONE); })] });
  button(section, 'Run').click();
  await until(() => button(section, 'Cancel'), 'it runs');
  panel.restore({ code: '// theirs' });
  finish();
  await new Promise((next) => setTimeout(next, 50));
  equal([heard.asked.length, section.dataset.state, section.querySelector('.cell-output').textContent], [1, 'ready', '']);
});

test('what is typed at this moment is newer than what comes from the disk', () => {
  const { panel, field } = cellOn();
  type(field, '// mine');
  const mine = field.value;
  panel.restore({ code: 'older' });
  equal(field.value, mine);
});

test('a mistake is marked in its line, until something is changed', async () => {
  const places = [{ cell: 'first', line: 1, from: 19, to: 20 }];
  const { section, field } = cellOn({ answers: [{ ...DONE, written: [], end: 'mistake', message: 'cannot find symbol', places }] });
  await ran(section);
  equal(says(section), 'Does not compile in line 2: cannot find symbol');
  const mark = section.querySelector('.code-mark');
  equal(mark.getBoundingClientRect().top - field.getBoundingClientRect().top, 28);
  button(section, 'line 2').click();
  equal([document.activeElement === field, field.selectionStart], [true, 30]);
  type(field, ' ');
  equal(section.querySelector('.code-mark'), null);
});

test('an exception keeps what was printed, and names the lines of other cells with a link', async () => {
  const places = [{ cell: 'softmax', line: 4, from: 0, to: 9 }, { cell: 'first', line: 1, from: 0, to: 4 }];
  const { section, heard } = cellOn({ answers: [{ ...DONE, end: 'failed', message: 'ArithmeticException: / by zero', places }] });
  await ran(section);
  equal(says(section), 'Failed in line 5 of softmax, called from line 2: ArithmeticException: / by zero');
  button(section, 'line 5 of softmax').click();
  equal(heard.gone, [['softmax', 4]]);
  equal(section.querySelector('.cell-output').textContent, '1\n');
});

test('no link leads into a cell that is hidden', async () => {
  const places = [{ cell: 'secret', line: 1, from: 0, to: 9 }, { cell: 'first', line: 1, from: 0, to: 4 }];
  const { section } = cellOn({ answers: [{ ...DONE, end: 'failed', message: 'ArithmeticException: / by zero', places }] });
  section.after(el('section', { class: 'cell', id: 'secret', hidden: true }));
  await ran(section);
  equal(says(section), 'Failed in line 2 of secret, called from line 2: ArithmeticException: / by zero');
  equal([...section.querySelectorAll('.cell-verdict button, .cell-verdict a')].map(({ textContent }) => textContent), ['line 2']);
});

test('a line that is out of sight is brought into it, with its characters', () => {
  const { panel, section } = cellOn({ code: `${'int a;\n'.repeat(300)}${' '.repeat(300)}int b;` });
  const room = section.querySelector('.code-room');
  window.scrollTo({ top: 0, behavior: 'instant' });
  panel.goTo({ line: 300, from: 300, to: 303 });
  const bottom = room.getBoundingClientRect().bottom;
  ok(bottom > 0 && bottom < window.innerHeight, `its end is at ${bottom} of ${window.innerHeight}`);
  ok(room.scrollLeft > 0, 'it is scrolled to the right');
  panel.goTo({ line: 0, from: 0, to: 3 });
  const { top } = room.getBoundingClientRect();
  ok(top >= 0 && top < window.innerHeight, `its beginning is at ${top}`);
  equal(room.scrollLeft, 0);
});

test('a mark stands under its characters behind tabs too', async () => {
  const places = [{ cell: 'first', line: 1, from: 3, to: 6 }];
  const { section } = cellOn({ code: 'a\n\tb\tcde', answers: [{ ...DONE, written: [], end: 'mistake', message: 'no', places }] });
  await ran(section);
  const shown = document.createRange();
  const text = document.createTreeWalker(section.querySelector('.code-shown code'), NodeFilter.SHOW_TEXT);
  while (text.nextNode() && !text.currentNode.data.includes('cde'));
  const at = text.currentNode.data.indexOf('cde');
  shown.setStart(text.currentNode, at);
  shown.setEnd(text.currentNode, at + 3);
  const [meant, mark] = [shown, section.querySelector('.code-mark')].map((each) => each.getBoundingClientRect());
  ok(Math.abs(meant.left - mark.left) < 1 && Math.abs(meant.width - mark.width) < 1, `${mark.left} + ${mark.width}, not ${meant.left} + ${meant.width}`);
});

test('who has no mouse can scroll what it printed, and every cell has a name of its own', async () => {
  const { section } = cellOn();
  await ran(section);
  const output = section.querySelector('.cell-output');
  equal([output.tabIndex, output.getAttribute('role'), section.getAttribute('aria-label')], [0, 'group', 'Java first']);
});

test('what went to the errors is told apart', async () => {
  const { section } = cellOn({ answers: [{ ...DONE, written: [{ error: false, text: 'a' }, { error: true, text: 'b' }] }] });
  await ran(section);
  equal([...section.querySelectorAll('.cell-output .error')].map(({ textContent }) => textContent), ['b']);
});

test('who printed nothing says so', async () => {
  const { section } = cellOn({ answers: [{ ...DONE, written: [] }] });
  await ran(section);
  equal([says(section), section.querySelector('.cell-output').hidden], ['Done. It printed nothing.', true]);
});

test('Cancel stops it and shows what it had printed', async () => {
  const stopped = (signal) => new Promise((done) => signal.addEventListener('abort', () => done({ ...DONE, end: 'stopped', message: 'Stopped.' })));
  const { section } = cellOn({ answers: [stopped] });
  button(section, 'Run').click();
  await until(() => button(section, 'Cancel'), 'it can be cancelled');
  button(section, 'Cancel').click();
  await until(() => says(section) === 'Stopped.', 'it stopped');
  equal(section.querySelector('.cell-output').textContent, '1\n');
});

test('why it cannot run here is said, and it can be tried again', async () => {
  const { section } = cellOn({ answers: [{ state: 'refused', message: 'Java cells need a JDK.' }, DONE] });
  button(section, 'Run').click();
  await until(() => section.dataset.state === 'refused', 'it is refused');
  ok(section.querySelector('.panel-message').textContent.includes('Java cells need a JDK.'));
  await ran(section, 'Try again');
  equal(section.querySelector('.cell-output').textContent, '1\n');
});

test('code that may not be changed can be run', async () => {
  const { field, section, panel } = cellOn({ readonly: true });
  press(field, 'Tab');
  press(field, 'Enter');
  panel.set({ code: 'other' });
  equal([field.readOnly, field.value], [true, CODE]);
  await ran(section);
});

test('it can be taken into an answer, and opened again as it was', async () => {
  const { panel, section, experiment, field } = cellOn();
  await ran(section);
  const view = await viewOf('first', experiment, panel);
  equal([view.view, view.state, view.numbers], ['cell', { code: CODE },
    'part,line,text\r\ncode,1,int a = 1;\r\ncode,2,System.out.println(a);\r\noutput,1,1\r\n']);
  equal(view.alt, 'Java code, 2 lines. It printed: 1');
  ok(view.png.startsWith('data:image/png;base64,') && view.svg.includes('int a = 1;'), 'it has a picture');
  field.focus();
  type(field, 'x');
  panel.set(view.state);
  equal(field.value, CODE);
});

test('what another code printed is not taken into an answer', async () => {
  const { panel, section, experiment, field } = cellOn();
  equal((await viewOf('first', experiment, panel)).alt, 'Java code, 2 lines.');
  await ran(section);
  type(field, '// ');
  const view = await viewOf('first', experiment, panel);
  equal([view.alt, view.numbers.includes('output')], ['Java code, 2 lines.', false]);
});

/** How a colour stands out from another, by WCAG; each is [red, green, blue] from 0 to 1. */
function contrast(one, other) {
  const [a, b] = [one, other].map((colour) => colour.map((each) => (each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4)))
    .map(([red, green, blue]) => 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
  return Math.max(a, b) / Math.min(a, b);
}

const parts = (colour) => (colour.startsWith('rgb') ? colour.match(/[\d.]+/g).slice(0, 3).map((each) => each / 255) : colour.match(/[\d.]+/g).map(Number));

test('what is selected can be read, in both themes', async () => {
  for (const theme of ['dark', 'light']) {
    setLook({ theme });
    const { section, field } = cellOn({ code: 'int a = 1; // "all"\nString b = "1";' });
    await until(() => section.querySelector('.hljs-number'), 'there are colours');
    const [red, green, blue, share] = parts(getComputedStyle(field, '::selection').backgroundColor);
    const below = (colour) => parts(colour).map((each, i) => [red, green, blue][i] * share + each * (1 - share));
    for (const name of ['type', 'number', 'comment', 'string']) {
      const text = below(getComputedStyle(section.querySelector(`.hljs-${name}`)).color);
      const found = contrast(text, below(getComputedStyle(section.querySelector('.code-editor')).backgroundColor));
      ok(found >= 4.5, `${name} in ${theme}: ${found}`);
    }
  }
});
