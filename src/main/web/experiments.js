// The experiments of a lesson page: mounts their panels, lets them run one after the other as they come into sight, and takes from them what an answer wants.

import { described, mountCell } from './cells/cell.js';
import { colourBlocks } from './cells/colours.js';
import { page, post } from './kit/ask.js';
import { el } from './kit/dom.js';
import { small } from './kit/picture.js';
import { followed } from './kit/state.js';
import { setLook } from './kit/theme.js';
import { canBeTaken, viewOf } from './kit/view.js';
import { mount } from './panels/catalog.js';

const panels = new Map();
const started = new WeakSet();
let queue = Promise.resolve();
let renewed = Promise.resolve();

const PLACES = 'section.experiment[data-experiment], section.cell[data-cell]';

/** Puts a panel into every experiment that has none. */
export function mountAll() {
  colourBlocks(document);
  for (const section of document.querySelectorAll(PLACES)) {
    if (panels.has(section)) continue;
    try {
      section.dataset.experiment = described(section);
      const experiment = JSON.parse(section.dataset.experiment);
      panels.set(section, experiment.view === 'cell' ? mountCell(section, experiment, cellOf) : mount(section, experiment));
      offerToAttach(section);
    } catch (trouble) {
      section.replaceChildren(el('p', { class: 'panel-trouble', role: 'alert' }, sentence(trouble)));
    }
  }
}

/** The panel of a Java cell. */
function cellOf(id) {
  return panels.get(document.getElementById(id));
}

/** Puts what a person made of the code of Java cells into the cells of a lesson: { lesson, cells: [{ cell, code, older }] }. */
export async function restoreCode({ lesson, cells }) {
  await renewed;
  if (document.querySelector('main.lesson').dataset.lesson !== lesson) return;
  for (const [section, panel] of panels) panel.restore?.(cells.find(({ cell }) => cell === section.id));
}

/** Panels run as written when they first come into sight, one after the other, so that none waits for the last. */
export function startInSight() {
  const seen = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      seen.unobserve(target);
      runInTurn(target);
    }
  }, { rootMargin: '25% 0px' });
  for (const section of panels.keys()) if (!started.has(section)) seen.observe(section);
}

function runInTurn(section) {
  started.add(section);
  queue = queue.then(() => panels.get(section)?.start()).catch(console.error);
  return queue;
}

/** Sets some of what a panel shows, layer, head, text, whatever its experiment lets be changed, or, from a link to a whole view, all of it. */
export function set(section, settings) {
  panels.get(section)?.set(followed(JSON.parse(section.dataset.experiment), settings));
}

/** What a panel shows now, to be taken along: its state, its picture, its numbers. */
export function view(id) {
  const section = document.getElementById(id);
  return viewOf(id, JSON.parse(section.dataset.experiment), panels.get(section));
}

/** Sends what a panel shows to the answer it belongs to, or says that there is nothing yet; tells which. */
export async function attach(id) {
  try {
    await post('page/view', await view(id));
    return true;
  } catch (trouble) {
    console.warn(trouble);
    await post(`page/no-view/${id}`);
    return false;
  }
}

/**
 * Runs an experiment as written, in sight or not, and takes its picture for a page that cannot run it, once for a light page and once for a
 * dark one: { light, dark, width, height, alt }, or { says, lacks }: why there is none, and the model that is not here, if it is that.
 */
export async function taken(id) {
  const section = document.getElementById(id);
  const panel = panels.get(section);
  await runInTurn(section);
  await document.fonts.ready;
  const { state, lacks = '' } = section.dataset;
  if (state !== 'ready') return { says: section.querySelector('.panel-message p, .panel-trouble')?.textContent ?? '', lacks };
  const pictures = [];
  for (const theme of ['light', 'dark']) {
    setLook({ theme });
    pictures.push(await panel.picture());
  }
  const [light, dark] = await Promise.all(pictures.map(({ png }) => small(png)));
  const [{ width, height, alt }] = pictures;
  return { light, dark, width, height, alt };
}

/** A lesson that asks for texts can take a view into one of them, from the panel's own header. */
function offerToAttach(section) {
  const menu = section.querySelector('.panel-menu');
  if (!menu || !canBeTaken(panels.get(section)) || !document.querySelector('[data-kind="writeup"]')) return;
  menu.prepend(el('button', { type: 'button', class: 'small-button attach', onclick: () => attach(section.id) }, 'Attach this view'));
}

/** Shows the lesson as its file is now. An experiment that was not changed stays as it is, with all that was done in it. */
export function renew() {
  renewed = renewed.then(renewNow);
  return renewed;
}

async function renewNow() {
  const whole = new DOMParser().parseFromString(await page(), 'text/html');
  const fresh = whole.querySelector('main.lesson');
  [document.title, document.documentElement.lang] = [whole.title, whole.documentElement.lang];
  fresh.querySelector('section.findings:has(pre)')?.remove(); // the window lists them under the page, so that the text stays where it is
  const main = document.querySelector('main.lesson');
  const top = window.scrollY;
  for (const section of fresh.querySelectorAll(PLACES)) {
    const known = document.getElementById(section.id);
    if (panels.has(known) && known.dataset.experiment === described(section)) section.replaceWith(known);
  }
  main.replaceWith(fresh);
  for (const section of [...panels.keys()]) if (!section.isConnected) panels.delete(section);
  mountAll();
  startInSight();
  window.scrollTo({ top, behavior: 'instant' });
}

function sentence(trouble) {
  if (trouble instanceof SyntaxError) return 'This experiment is not written as Loupe expects it, so it cannot be shown.';
  return trouble.message;
}
