// The scales, drawn with their numbers and with the same look as the picture.

import { penFor } from '../../kit/canvas.js';
import { signedColours } from '../../kit/colours.js';
import { el, say } from '../../kit/dom.js';
import * as numbers from '../../kit/numbers.js';
import { SHOWN_FROM, strength } from './lines.js';

const SAMPLES = [SHOWN_FROM, 0.1, 0.3, 0.6, 1];
const STEPS = 41;

/** The scale of the lines: a line for each of a few weights. */
export function lineScale() {
  const canvas = el('canvas', { class: 'scale', role: 'img', 'aria-label': 'Scale: thicker and stronger lines mean more weight, from 0.01 to 1' });
  return { element: el('span', { class: 'scale-item' }, 'Weight', canvas), draw: (theme) => drawLineScale(canvas, theme) };
}

function drawLineScale(canvas, theme) {
  const u = theme.unit;
  const pen = penFor(canvas, SAMPLES.length * 72 * u, 20 * u);
  const look = strength(theme);
  pen.font = theme.mono;
  pen.textBaseline = 'middle';
  SAMPLES.forEach((weight, i) => {
    const x = i * 72 * u;
    const { colour, width } = look(weight);
    pen.fillStyle = colour;
    pen.fillRect(x, 10 * u - width / 2, 20 * u, width);
    pen.fillStyle = theme.textMuted;
    pen.fillText(String(weight), x + 25 * u, 11 * u);
  });
}

/** The scale of signed numbers, from −max to max. */
export function signedScale(name) {
  const canvas = el('canvas', { class: 'scale', role: 'img' });
  const low = el('span', { class: 'scale-end' });
  const high = el('span', { class: 'scale-end' });
  const element = el('span', { class: 'scale-item' }, name, low, canvas, high);
  return {
    element,
    draw(theme, max) {
      say(low, `−${max}`);
      say(high, `+${max}`);
      canvas.setAttribute('aria-label', `Scale: orange is negative, grey is zero, blue is positive, to ${numbers.signed(max)}`);
      drawRamp(canvas, theme, max);
    },
  };
}

function drawRamp(canvas, theme, max) {
  const u = theme.unit;
  const width = 96 * u;
  const pen = penFor(canvas, width, 12 * u);
  const colour = signedColours(theme, max);
  for (let i = 0; i < STEPS; i += 1) {
    const left = Math.round((i * width) / STEPS);
    pen.fillStyle = colour(((2 * i) / (STEPS - 1) - 1) * max);
    pen.fillRect(left, 0, Math.round(((i + 1) * width) / STEPS) - left, 12 * u);
  }
}
