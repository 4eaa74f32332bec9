// What decides what a view shows: from a lesson, from a link, and back.

import { changed, followed, linkTo, requestOf, stateOf } from '/web/kit/state.js';
import { csv } from '/web/kit/view.js';
import { decode, WEIGHTS } from '/web/kit/coded.js';
import { FILTERS } from '/web/kit/arrange.js';
import settings from '/web/kit/settings.json' with { type: 'json' };
import { WEIGHTS as NAMED } from '/web/kit/setup.js';
import { equal, near, ok, test } from './kit.js';

const read = (link) => Object.fromEntries(new URLSearchParams(link.split('?')[1]));

const LESSON = { view: 'head', model: 'course/gpt', text: 'The dog ran', layer: 2, head: 1, caption: 'Look.' };

test('an experiment begins as the lesson writes it', () => {
  const { model, text, layer, heads, weights, form, caption } = stateOf(LESSON);
  equal([model, text, layer, heads, weights, form, caption], ['course/gpt', 'The dog ran', 2, [1], 'trained', 'lines', undefined]);
});

test('a lesson without heads shows all, and a pair is two texts', () => {
  const { heads, text, pair, form } = stateOf({ view: 'head', pair: ['A cat.', 'It sat.'], display: 'map' });
  equal([heads, text, pair, form], [[], 'A cat.', 'It sat.', 'map']);
});

test('a link says what differs, and leads back to the same state', () => {
  const first = stateOf(LESSON);
  equal(linkTo('exp-1', first, LESSON), '#exp-1?whole=true');
  const state = {
    ...first, text: 'A & b?', layer: 5, heads: [0, 11], filter: 'ab', bundle: true, weights: 'random', seed: 7, form: 'map', zoom: 0.5, weighting: 'size',
    pins: [{ side: 'query', index: 3 }, { side: 'key', index: 0 }], compare: 'weights: random', open: 4,
  };
  const link = linkTo('exp-1', state, LESSON);
  ok(link.startsWith('#exp-1?') && link.includes('head=0%2C11') && link.includes('pin=q3%2Ck0'), link);
  equal(changed(first, read(link)), state);
});

test('a link that was copied shows the same from wherever it is followed, one of a lesson sets what it names', () => {
  const first = stateOf(LESSON);
  const other = { ...first, text: 'A cat', layer: 5, heads: [0, 11], form: 'map', zoom: 0.5, pins: [{ side: 'query', index: 3 }], compare: 'weights:random', open: 4 };
  equal(changed(other, followed(LESSON, read(linkTo('exp-1', first, LESSON)))), first);
  const kept = { ...first, heads: [], pins: [{ side: 'key', index: 0 }] };
  equal(changed(other, followed(LESSON, read(linkTo('exp-1', kept, LESSON)))), kept);
  equal(changed(other, followed(LESSON, { layer: '1' })), { ...other, layer: 1 });
});

test('what makes no sense in a link leaves the state as it was', () => {
  const first = stateOf(LESSON);
  equal(changed(first, { layer: '-1', head: 'x', filter: 'cc', form: 'cake', seed: '1.5', pin: 'z3', zoom: 'far', nonsense: '1', __proto__: '2' }), first);
});

test('a run asks only for what is said', () => {
  equal(requestOf(stateOf(LESSON)), { model: 'course/gpt', text: 'The dog ran' });
  equal(requestOf({ ...stateOf(LESSON), pair: 'B', target: ' ', weights: 'random', seed: 3 }),
    { model: 'course/gpt', text: 'The dog ran', pair: 'B', weights: 'random', seed: 3 });
});

test('a coded weight is read as the program coded it', () => {
  equal([WEIGHTS[0], WEIGHTS[255], WEIGHTS[239]], [0, 1, 0.5]);
  near(decode(new Uint8Array([255, 0, 223])), [1, 0, 0.25]);
});

test('a field of CSV that would break its row is quoted', () => {
  equal(csv(['from', 'weight'], [['a,b', 0.5], ['say "x"', 1], [' dog', 0]]), 'from,weight\r\n"a,b",0.5\r\n"say ""x""",1\r\n" dog",0\r\n');
});

test('what a link may set is what a state has, and every choice has a name in its control', () => {
  const short = { head: 'heads', pin: 'pins' };
  const own = ['other', 'word', 'measure', 'answer', 'marks', 'whole']; // of the vectors and the gradient; and of a link itself
  const names = new Set(settings.links.map((name) => short[name] ?? name));
  equal([...names].sort(), [...Object.keys(stateOf({})), ...own].sort());
  equal([NAMED, FILTERS].map((options) => options.map(({ value }) => value)), [settings.choices.weights, settings.choices.filter]);
});
