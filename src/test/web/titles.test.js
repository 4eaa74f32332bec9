// What is said of a thing that the pointer rests on.

import { el } from '/web/kit/dom.js';
import { drawTitles } from '/web/titles.js';
import { equal, test, until } from './kit.js';

drawTitles();
const inside = el('span', {}, 'all');
const button = el('button', { type: 'button', title: 'Show all heads' }, inside);
const other = el('p', {}, 'nothing is said of this');
document.body.append(button, other);

const rest = (target) => target.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, clientX: 20, clientY: 200 }));
const shown = () => document.querySelector('.pointer-tip:not([hidden])')?.textContent ?? '';

test('a title is shown in the page, and not by the system as well', async () => {
  rest(inside);
  equal(button.hasAttribute('title'), false);
  await until(() => shown() === 'Show all heads', 'the title is shown');
  rest(button);
  equal(shown(), 'Show all heads', 'the same thing, another part of it');
  rest(other);
  equal(shown(), '');
  equal(button.title, 'Show all heads');
});

test('a press takes it away, and a title that has changed meanwhile stays the new one', async () => {
  rest(button);
  await until(() => shown() !== '', 'the title is shown');
  button.title = 'Show none';
  button.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
  equal(shown(), '');
  equal(button.title, 'Show none');
});
