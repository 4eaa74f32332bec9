// The lesson page: mounts the panels, lets them run one after the other as they come into sight, and speaks with the window.

import { page, post } from './kit/ask.js';
import { el } from './kit/dom.js';
import { small } from './kit/picture.js';
import { setLook } from './kit/theme.js';
import { canBeTaken, viewOf } from './kit/view.js';
import { mount } from './panels/catalog.js';

const SCROLL_PAUSE = 200; // milliseconds between two reports of the scroll position

const panels = new Map();
const started = new WeakSet();
let queue = Promise.resolve();

window.loupe = {
  set: (look) => keepingPlace(() => setLook(look)),
  reveal,
  follow: (href) => follow(href),
  reopen,
  renew,
  only,
  view: (id) => view(id),
  attach,
  taken,
};

mountAll();
window.scrollTo({ top: Number(document.documentElement.dataset.scroll ?? 0), behavior: 'instant' });
startInSight();
reportScroll();
document.addEventListener('click', onClick);
document.addEventListener('keydown', onKey, { capture: true });
// Until the fonts have come there is no text to be read.
document.fonts.ready.then(() => afterPaint(() => post('page/ready')));

/** What a panel shows now, to be taken along: its state, its picture, its numbers. */
function view(id) {
  const section = document.getElementById(id);
  return viewOf(id, JSON.parse(section.dataset.experiment), panels.get(section));
}

/** Sends what a panel shows to the answer it belongs to, or says that there is nothing yet. */
async function attach(id) {
  try {
    await post('page/view', await view(id));
  } catch (trouble) {
    console.warn(trouble);
    await post(`page/no-view/${id}`);
  }
}

/**
 * Runs an experiment as written, in sight or not, and takes its picture for a page that cannot run it, once for a light page and once for a
 * dark one: { light, dark, width, height, alt }, or { says, lacks }: why there is none, and the model that is not here, if it is that.
 */
async function taken(id) {
  const section = document.getElementById(id);
  const panel = panels.get(section);
  started.add(section);
  queue = queue.then(() => panel?.start()).catch(console.error);
  await queue;
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

function mountAll() {
  for (const section of document.querySelectorAll('section.experiment[data-experiment]')) {
    if (panels.has(section)) continue;
    try {
      panels.set(section, mount(section, JSON.parse(section.dataset.experiment)));
      offerToAttach(section);
    } catch (trouble) {
      section.replaceChildren(el('p', { class: 'panel-trouble', role: 'alert' }, sentence(trouble)));
    }
  }
}

function sentence(trouble) {
  if (trouble instanceof SyntaxError) return 'This experiment is not written as Loupe expects it, so it cannot be shown.';
  return trouble.message;
}

/** Panels run as written when they first come into sight, one after the other, so that none waits for the last. */
function startInSight() {
  const seen = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      seen.unobserve(target);
      started.add(target);
      queue = queue.then(() => panels.get(target)?.start()).catch(console.error);
    }
  }, { rootMargin: '25% 0px' });
  for (const section of panels.keys()) if (!started.has(section)) seen.observe(section);
}

function reportScroll() {
  let waiting = false;
  const report = () => {
    waiting = false;
    post('page/scroll', { lesson: document.querySelector('main.lesson').dataset.lesson, y: Math.round(window.scrollY) });
  };
  window.addEventListener('scroll', () => {
    if (!waiting) setTimeout(report, SCROLL_PAUSE);
    waiting = true;
  }, { passive: true });
}

/** The window's shortcuts: it does not see keys that are typed here, so they are reported. */
function onKey(event) {
  const { keyCode, ctrlKey, altKey, shiftKey } = event;
  const code = `${keyCode}${ctrlKey ? 'c' : ''}${altKey ? 'a' : ''}${shiftKey ? 's' : ''}`;
  if (!(document.documentElement.dataset.keys ?? '').split(' ').includes(code)) return;
  event.preventDefault();
  event.stopPropagation();
  post(`page/key/${code}`);
}

function onClick(event) {
  const write = event.target.closest('button.write');
  if (write) post(`page/write/${write.closest('[data-question]').dataset.question}`);
  const link = event.target.closest('a[href]');
  if (link) follow(link.getAttribute('href'), event);
}

/** Shows the lesson as its file is now. An experiment that was not changed stays as it is, with all that was done in it. */
async function renew() {
  const whole = new DOMParser().parseFromString(await page(), 'text/html');
  const fresh = whole.querySelector('main.lesson');
  [document.title, document.documentElement.lang] = [whole.title, whole.documentElement.lang];
  fresh.querySelector('section.findings:has(pre)')?.remove(); // the window lists them under the page, so that the text stays where it is
  const main = document.querySelector('main.lesson');
  const top = window.scrollY;
  for (const section of fresh.querySelectorAll('section.experiment[data-experiment]')) {
    const known = document.getElementById(section.id);
    if (panels.has(known) && known.dataset.experiment === section.dataset.experiment) section.replaceWith(known);
  }
  main.replaceWith(fresh);
  for (const section of [...panels.keys()]) if (!section.isConnected) panels.delete(section);
  mountAll();
  startInSight();
  window.scrollTo({ top, behavior: 'instant' });
}

/** Puts an experiment into a state that was saved with an answer, and brings it into sight. */
function reopen(saved) {
  const { experiment, state } = JSON.parse(saved);
  const section = document.getElementById(experiment);
  if (!panels.has(section)) return;
  panels.get(section).set(state);
  reveal(experiment);
}

/** Shows one experiment and nothing else of the lesson; all of it again where `id` is empty. */
function only(id) {
  const main = document.querySelector('main.lesson');
  const section = id ? document.getElementById(id) : null;
  main.classList.toggle('only', Boolean(section));
  main.querySelectorAll('.shown-alone').forEach((other) => other.classList.remove('shown-alone'));
  section?.classList.add('shown-alone');
  if (section) window.scrollTo({ top: 0, behavior: 'instant' });
}

function follow(href, event) {
  if (href.startsWith('#')) {
    event?.preventDefault();
    const [id, query = ''] = href.slice(1).split('?');
    const target = document.getElementById(decodeURIComponent(id));
    panels.get(target)?.set(Object.fromEntries(new URLSearchParams(query)));
    reveal(target?.id);
  } else if (/^(https?|mailto):/i.test(href)) {
    event?.preventDefault();
    post('page/open', { href });
  }
}

/** Changes the look and leaves what stands at the top of the window there, however the text has grown. */
function keepingPlace(change) {
  const top = [...document.querySelectorAll('main.lesson > *')].find((block) => block.getBoundingClientRect().bottom > 0);
  const before = top?.getBoundingClientRect();
  change();
  if (!top || window.scrollY === 0) return;
  const after = top.getBoundingClientRect();
  const hidden = (-before.top / before.height) * after.height;
  window.scrollBy({ top: after.top + hidden, behavior: 'instant' });
}

/** Brings an element into sight and shows for a moment which one was meant. */
function reveal(id) {
  const element = document.getElementById(id);
  if (!element) return;
  element.scrollIntoView({ block: element.offsetHeight > window.innerHeight ? 'start' : 'center', behavior: 'instant' });
  element.classList.remove('found');
  requestAnimationFrame(() => element.classList.add('found'));
}

/** The second frame begins when the first has been painted. */
function afterPaint(then) {
  requestAnimationFrame(() => requestAnimationFrame(then));
}
