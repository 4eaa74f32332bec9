// What the page does when a click into it gave the keyboard to the window.

import { el } from '/web/kit/dom.js';
import { menu } from '/web/kit/menu.js';
import { equal, test, until } from './kit.js';

const sent = [];
const realFetch = window.fetch;
window.fetch = async (path) => {
  sent.push(path);
  return new Response('');
};
const { keepKeyboard } = await import('/web/keyboard.js');
keepKeyboard();

let has = true;
document.hasFocus = () => has;
const list = el('select', {}, el('option', {}, 'one'));
let shown = 0;
list.showPicker = () => shown++;
const field = el('input', {});
const button = el('button', { type: 'button', class: 'write' }, 'Write your answer');
document.body.append(field, list, button);

const press = (target) => target.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, button: 0 }));
const pause = (ms) => new Promise((done) => setTimeout(done, ms));
const lose = () => {
  has = false;
  window.dispatchEvent(new FocusEvent('blur'));
};
const regain = () => {
  has = true;
  window.dispatchEvent(new FocusEvent('focus'));
};

test('a field that was clicked asks for the keyboard back', async () => {
  press(field);
  lose();
  await until(() => sent.length === 1, 'the window was asked');
  equal(sent, ['/page/keyboard']);
  regain();
  equal(shown, 0);
});

test('a list whose keyboard went with the click is opened again', async () => {
  press(list);
  lose();
  await until(() => sent.length === 2, 'the window was asked');
  regain();
  equal(shown, 1);
  regain();
  equal(shown, 1);
});

test('a menu stays open while the keyboard is away for a moment, and closes when it stays away', async () => {
  const { element } = menu('Export', [{ name: 'PNG', run() {} }]);
  document.body.append(element);
  const [opener, entries] = element.children;
  const leave = () => entries.firstElementChild.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
  press(opener);
  opener.click();
  leave();
  equal(entries.hidden, true, 'the keyboard went to another part of the page');
  opener.click();
  lose();
  leave();
  await until(() => sent.length === 3, 'the window was asked');
  regain();
  await pause(400);
  equal(entries.hidden, false);
  has = false;
  leave();
  await until(() => entries.hidden, 'it closed');
  regain();
});

test('who runs something goes on in the page; who attaches it goes on to the answer', async () => {
  const [run, attach] = [el('button', { type: 'button' }, 'Run'), el('button', { type: 'button', class: 'attach' }, 'Attach this view')];
  document.body.append(el('section', {}, run, attach));
  for (const each of [attach, run]) {
    press(each);
    each.click();
    lose();
    if (each === run) await until(() => sent.length > 3, 'the window was asked');
    else await pause(100);
    equal(sent.length, each === run ? 4 : 3);
    regain();
  }
});

test('a button, a shortcut and a change of window may take the keyboard', async () => {
  press(button);
  lose();
  regain();
  press(field);
  document.dispatchEvent(new KeyboardEvent('keydown', { key: '3', altKey: true }));
  lose();
  regain();
  press(field);
  button.click();
  lose();
  regain();
  press(field);
  await pause(200);
  lose();
  await pause(100);
  equal([sent.length, shown], [4, 1]);
  regain();
  delete document.hasFocus;
  window.fetch = realFetch;
});
