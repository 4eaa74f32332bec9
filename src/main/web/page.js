// The lesson page: its text first and its experiments as soon as that is painted; speaks with the window.

import { keepKeyboard } from './keyboard.js';
import { drawTitles } from './titles.js';
import { post } from './kit/ask.js';
import { setLook } from './kit/theme.js';

const SCROLL_PAUSE = 200; // milliseconds between two reports of the scroll position

toSavedPlace();
const placed = window.scrollY;
reportScroll();
document.addEventListener('click', onClick);
document.addEventListener('keydown', onKey, { capture: true });
keepKeyboard();
drawTitles();
// Until the fonts have come there is no text to be read.
const readable = document.fonts.ready.then(painted);
readable.then(() => post('page/ready'));
const experiments = readable.then(mountExperiments);

window.loupe = {
  set: (look) => keepingPlace(() => setLook(look)),
  reveal: (id) => experiments.then(() => reveal(id)),
  follow: (href) => follow(href),
  reopen,
  code: (saved) => experiments.then((all) => all.restoreCode(JSON.parse(saved))),
  renew: () => experiments.then((all) => all.renew()),
  only,
  view: (id) => experiments.then((all) => all.view(id)),
  attach: (id) => experiments.then((all) => all.attach(id)).then((taken) => taken || reveal(id)),
  taken: (id) => experiments.then((all) => all.taken(id)),
};

/** Panels are of another height than the room that was kept for them, so the saved place moves, unless the person has. */
async function mountExperiments() {
  const all = await import('./experiments.js');
  const stayed = window.scrollY === placed;
  all.mountAll();
  if (stayed) toSavedPlace();
  all.startInSight();
  return all;
}

function toSavedPlace() {
  window.scrollTo({ top: Number(document.documentElement.dataset.scroll ?? 0), behavior: 'instant' });
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

/** Puts an experiment into a state that was saved with an answer, and brings it into sight. */
function reopen(saved) {
  const { experiment, state } = JSON.parse(saved);
  setExperiment(experiment, state);
}

async function setExperiment(id, settings) {
  const { set } = await experiments;
  set(document.getElementById(id), settings);
  reveal(id);
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
    setExperiment(decodeURIComponent(id), Object.fromEntries(new URLSearchParams(query)));
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

/** Brings an element into sight and shows for a moment which one was meant; the beginning where there is no name. */
function reveal(id) {
  if (id === '') window.scrollTo({ top: 0, behavior: 'instant' });
  const element = document.getElementById(id);
  if (!element) return;
  element.scrollIntoView({ block: element.offsetHeight > window.innerHeight ? 'start' : 'center', behavior: 'instant' });
  element.classList.remove('found');
  requestAnimationFrame(() => element.classList.add('found'));
}

/** The second frame begins when the first has been painted. */
function painted() {
  return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}
