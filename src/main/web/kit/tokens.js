// Tokens as people read them.

import { el } from './dom.js';

const SIGNS = new Map([
  [' ', '·'],
  ['\u00a0', '⍽'],
  ['\n', '⏎'],
  ['\r', '␍'],
  ['\t', '⇥'],
]);

/** The text of a token with everything invisible made visible. */
export function display(text) {
  if (text === '') return '∅';
  return Array.from(text, (sign) => SIGNS.get(sign) ?? visible(sign)).join('');
}

/** Controls, line separators and formats: what turns the direction of the text round would turn the whole picture's. */
const HIDDEN = /[\p{Cc}\p{Zl}\p{Zp}\p{Cf}]/u;

function visible(sign) {
  return HIDDEN.test(sign) ? `‹${sign.codePointAt(0).toString(16).toUpperCase().padStart(2, '0')}›` : sign;
}

/** A token as its vocabulary has it: `##` before a piece that goes on with a word. */
export const nameOf = ({ text, continues }) => `${continues ? '##' : ''}${display(text)}`;

/** What a screen reader says for a token. */
export function spoken(text) {
  if (text.trim() === '') return display(text) === '∅' ? 'empty' : text.includes('\n') ? 'line break' : 'space';
  return text.trim();
}

/** The chip of a token: mono, small capitals for a special one. */
export function chip(token, name = 'span', attributes = {}) {
  const kind = token.special ? 'token special' : 'token';
  return el(name, { ...attributes, class: kind }, nameOf(token));
}

/** About how many tokens a text will have, to keep the right amount of space before the model has said it. */
export function guessCount(text) {
  const pieces = text.match(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? [];
  return pieces.reduce((sum, piece) => sum + Math.max(1, Math.round(piece.length / 5)), 0);
}
