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

function visible(sign) {
  const code = sign.codePointAt(0);
  const hidden = code < 32 || (code >= 127 && code < 160) || (code >= 0x200b && code <= 0x200f) || code === 0xfeff;
  return hidden ? `‹${code.toString(16).toUpperCase().padStart(2, '0')}›` : sign;
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
