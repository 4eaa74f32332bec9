// Colours, numbers, tokens and the look: the small functions every panel uses.

import { mix, ramp, rgb, signedColours } from '/web/kit/colours.js';
import * as numbers from '/web/kit/numbers.js';
import { lineUp } from '/web/kit/arrange.js';
import { chip, display, guessCount, spoken } from '/web/kit/tokens.js';
import { readTheme, setLook } from '/web/kit/theme.js';
import { equal, ok, test } from './kit.js';

const SIGNED = { zero: '#808080', positive: '#0000ff', negative: '#ff0000' };

test('a hex colour becomes three channels', () => equal(rgb('#12ab0f'), [18, 171, 15]));

test('a mix lies between its two colours and never outside', () => {
  equal(mix('#000000', '#ffffff', 0.5), 'rgb(128, 128, 128)');
  equal(mix('#000000', '#ffffff', -1), 'rgb(0, 0, 0)');
  equal(mix('#000000', '#ffffff', 7), 'rgb(255, 255, 255)');
});

test('a ramp begins and ends with its two colours', () => {
  equal([ramp('#102030', '#405060')(0), ramp('#102030', '#405060')(1)], ['rgb(16, 32, 48)', 'rgb(64, 80, 96)']);
});

test('signed numbers are neutral at zero, and full at either end of the scale', () => {
  const colour = signedColours(SIGNED, 2);
  equal([colour(0), colour(2), colour(-2)], ['rgb(128, 128, 128)', 'rgb(0, 0, 255)', 'rgb(255, 0, 0)']);
  equal(colour(99), colour(2));
});

test('a scale without size shows every number as neutral', () => equal(signedColours(SIGNED, 0)(3), 'rgb(128, 128, 128)'));

test('signed numbers have a real minus and three digits that count', () => {
  equal([0, 1.2, -0.3742, 37.04, -123.4, 0.00004].map(numbers.signed), ['0', '1.20', '−0.374', '37.0', '−123', '4e−5']);
});

test('numbers of a column have two decimals, and there is no minus zero', () => {
  equal([1, -2.345, -0.001].map(numbers.fixed), ['1.00', '−2.35', '0.00']);
});

test('weights have two decimals, and a small weight is not written as zero', () => {
  equal([0, 0.001, 0.42, 1].map(numbers.weight), ['0.00', '<0.01', '0.42', '1.00']);
});

test('probabilities are per cent', () => {
  equal([0, 0.0004, 0.034, 0.12].map(numbers.percent), ['0.0 %', '<0.1 %', '3.4 %', '12 %']);
});

test('a scale ends at a round number that no value passes', () => {
  equal([0.7, 1, 1.01, 6.2, 41, 0].map(numbers.roundUp), [0.75, 1, 1.5, 7.5, 50, 1]);
});

test('spaces, line breaks and signs without a shape are made visible', () => {
  equal([' dog', 'a b', '\n', '\t', '', '\u0001', '\u200b', 'é', '日本'].map(display),
    ['·dog', 'a·b', '⏎', '⇥', '∅', '‹01›', '‹200B›', 'é', '日本']);
});

test('a piece that goes on with a word has the sign of its vocabulary, a whole word has not', () => {
  const tokens = [['grand', false], ['mo', true], ['ther', true]].map(([text, continues], id) => ({ id, text, continues, word: 0, segment: 0, special: false }));
  equal(lineUp(tokens, 'key').map(({ label }) => label), ['grand', '##mo', '##ther']);
  equal(lineUp(tokens, 'key', { bundle: true }).map(({ label }) => label), ['grandmother']);
  equal(chip(tokens[1]).textContent, '##mo');
});

test('a screen reader hears words, not dots', () => {
  equal([' dog', ' ', '\n', ''].map(spoken), ['dog', 'space', 'line break', 'empty']);
});

test('a token is text, never markup', () => {
  const made = chip({ text: '<b>x', special: false });
  equal([made.textContent, made.children.length, made.className], ['<b>x', 0, 'token']);
});

test('a special token looks special', () => equal(chip({ text: '[CLS]', special: true }).className, 'token special'));

test('the room for a text grows with its words and signs', () => {
  equal(['', 'The dog ran', 'Mr. Salazar, affiliation'].map(guessCount), [0, 3, 6]);
});

test('the look is set as a whole and every panel hears of it', () => {
  let heard = 0;
  window.addEventListener('loupe:look', () => (heard += 1), { once: true });
  const light = readTheme();
  setLook({ theme: 'dark', scale: 1.5, reducedMotion: true });
  const dark = readTheme();
  setLook({ theme: 'light', scale: 1, reducedMotion: false });
  equal([heard, light.unit, dark.unit], [1, 1, 1.5]);
  ok(light.text !== dark.text && /^#[0-9a-f]{6}$/.test(dark.text), `text is ${light.text} and ${dark.text}`);
});

test('signs that cannot be seen, or that turn the direction of the text, are written out', () => {
  equal(['\u202eabc', '\u2066x\u2069', 'a\u00adb', '\u2028', '\u200d', '\u0007', '\ufeff'].map(display),
    ['‹202E›abc', '‹2066›x‹2069›', 'a‹AD›b', '‹2028›', '‹200D›', '‹07›', '‹FEFF›']);
});
