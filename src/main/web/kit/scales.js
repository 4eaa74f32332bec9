// Scales: what a length, a width or a colour means, drawn with its numbers and by the colours of the picture itself.

import { penFor } from './canvas.js';
import { el, say } from './dom.js';
import { hatch } from './hatch.js';

const STEPS = 48;

/** A strip of colour between two numbers. `draw(theme, { low, high, colour: share of the strip to colour, alt })`. */
export function strip(name) {
  const canvas = el('canvas', { class: 'scale', role: 'img' });
  const [words, low, high] = [el('span', {}, name), el('span', { class: 'scale-end' }), el('span', { class: 'scale-end' })];
  return {
    element: el('span', { class: 'scale-item' }, words, low, canvas, high),
    draw(theme, scale) {
      say(low, scale.low);
      say(high, scale.high);
      if (scale.name) say(words, scale.name);
      canvas.setAttribute('aria-label', scale.alt);
      drawStrip(penFor(canvas, 96 * theme.unit, 12 * theme.unit), 0, 0, theme, scale.colour);
    },
  };
}

/** The strip itself, 96 × 12, for a legend and for an exported picture. */
export function drawStrip(pen, x, y, { unit }, colour) {
  const width = 96 * unit;
  for (let i = 0; i < STEPS; i += 1) {
    const left = Math.round((i * width) / STEPS);
    pen.fillStyle = colour(i / (STEPS - 1));
    pen.fillRect(x + left, y, Math.round(((i + 1) * width) / STEPS) - left, 12 * unit);
  }
}

/** Lines of a few strengths. `draw(theme, { name, samples: [{ text, alpha, width }], colour, note, alt })`. */
export function lineSamples(name) {
  const canvas = el('canvas', { class: 'scale', role: 'img' });
  const [words, note] = [el('span', {}, name), el('span')];
  return {
    element: el('span', { class: 'scale-item' }, words, canvas, note),
    draw(theme, scale) {
      say(note, scale.note);
      if (scale.name) say(words, scale.name);
      canvas.setAttribute('aria-label', scale.alt);
      drawSamples(penFor(canvas, widthOfSamples(scale, theme), 20 * theme.unit), 0, 0, theme, scale);
    },
  };
}

const SAMPLE = { line: 27, gap: 10, letter: 7.8, least: 68 };

/** How far it is from one sample to the next: as far as the longest number needs. */
const stepOf = ({ samples }, { unit }) =>
  unit * Math.max(SAMPLE.least, SAMPLE.line + SAMPLE.gap + SAMPLE.letter * Math.max(...samples.map(({ text }) => text.length)));

/** The room of the samples of a scale. */
export const widthOfSamples = (scale, theme) => scale.samples.length * stepOf(scale, theme);

export function drawSamples(pen, x, y, theme, { samples, colour }) {
  const u = theme.unit;
  const step = stepOf({ samples }, theme);
  pen.font = theme.mono;
  pen.textBaseline = 'middle';
  pen.textAlign = 'left';
  samples.forEach(({ text, alpha, width }, i) => {
    const left = x + i * step;
    pen.globalAlpha = alpha;
    pen.fillStyle = colour;
    pen.fillRect(left, y + 10 * u - width / 2, 22 * u, width);
    pen.globalAlpha = 1;
    pen.fillStyle = theme.textMuted;
    pen.fillText(text, left + SAMPLE.line * u, y + 11 * u);
  });
}

/** What the hatching means. */
export function maskSample() {
  const canvas = el('canvas', { class: 'scale', 'aria-hidden': 'true' });
  return {
    element: el('span', { class: 'scale-item' }, canvas, 'masked'),
    draw: (theme) => drawMaskSample(penFor(canvas, 20 * theme.unit, 12 * theme.unit), 0, 0, theme),
  };
}

export function drawMaskSample(pen, x, y, theme) {
  const u = theme.unit;
  hatch(pen, { left: x, top: y, width: 20 * u, height: 12 * u, step: 5 * u, lineWidth: u, alpha: 1 }, theme);
}
