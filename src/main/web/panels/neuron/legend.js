// The scales, drawn with their numbers and with the same look as the picture.

import { penFor } from '../../kit/canvas.js';
import { signedColours } from '../../kit/colours.js';
import { el, say } from '../../kit/dom.js';
import * as numbers from '../../kit/numbers.js';
import { drawStrip, maskSample } from '../../kit/scales.js';
import { SHOWN_FROM, strength } from './lines.js';
import { weightColour } from './map.js';

const SAMPLES = [SHOWN_FROM, 0.1, 0.3, 0.6, 1];
const STEPS = 41;

/** The scale of the lines: a line for each of a few weights, or sizes. */
export function lineScale() {
  const canvas = el('canvas', { class: 'scale', role: 'img' });
  const name = el('span');
  return {
    element: el('span', { class: 'scale-item' }, name, canvas),
    draw(theme, end, what) {
      say(name, what);
      canvas.setAttribute('aria-label', `Scale: thicker and stronger lines mean more ${what}, from ${numbers.small(SHOWN_FROM * end)} to ${end}`);
      drawLineScale(canvas, theme, end);
    },
  };
}

function drawLineScale(canvas, theme, end) {
  const u = theme.unit;
  const pen = penFor(canvas, SAMPLES.length * 72 * u, 20 * u);
  const look = strength(theme);
  pen.font = theme.mono;
  pen.textBaseline = 'middle';
  SAMPLES.forEach((share, i) => {
    const x = i * 72 * u;
    const { colour, width } = look(share);
    pen.fillStyle = colour;
    pen.fillRect(x, 10 * u - width / 2, 20 * u, width);
    pen.fillStyle = theme.textMuted;
    pen.fillText(end === 1 ? String(share) : numbers.small(share * end), x + 25 * u, 11 * u);
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
      canvas.setAttribute('aria-label', `Scale of ${name}: orange is negative, grey is zero, blue is positive, to ${numbers.signed(max)}`);
      drawRamp(canvas, theme, max);
    },
  };
}

function drawRamp(canvas, theme, max) {
  const u = theme.unit;
  const width = 64 * u;
  const pen = penFor(canvas, width, 12 * u);
  const colour = signedColours(theme, max);
  for (let i = 0; i < STEPS; i += 1) {
    const left = Math.round((i * width) / STEPS);
    pen.fillStyle = colour(((2 * i) / (STEPS - 1) - 1) * max);
    pen.fillRect(left, 0, Math.round(((i + 1) * width) / STEPS) - left, 12 * u);
  }
}

/** The scale of a heat map: a colour for each weight. */
export function mapScale() {
  const canvas = el('canvas', { class: 'scale', role: 'img' });
  const high = el('span', { class: 'scale-end' });
  const name = el('span');
  const element = el('span', { class: 'scale-item' }, name, el('span', { class: 'scale-end' }, '0'), canvas, high);
  return {
    element,
    draw(theme, end, what) {
      say(name, what);
      say(high, String(end));
      canvas.setAttribute('aria-label', `Scale: the stronger the colour, the more ${what}, from 0 to ${end}`);
      drawMapScale(canvas, theme);
    },
  };
}

function drawMapScale(canvas, theme) {
  const u = theme.unit;
  drawStrip(penFor(canvas, 96 * u, 12 * u), 0, 0, theme, (share) => weightColour(theme, share));
}

/** All scales of one head: that of the lines or the map while it is closed, those of the vectors while a computation is open. */
export function legend() {
  const closed = { lines: lineScale(), map: mapScale() };
  const open = { vector: signedScale('q, k'), product: signedScale('q × k'), value: signedScale('v, sum'), part: signedScale('weight × v') };
  const mask = maskSample();
  return {
    elements: [...Object.values(closed), ...Object.values(open), mask].map(({ element }) => element),
    draw(theme, scene) {
      const scales = scene?.open?.scales;
      for (const [form, scale] of Object.entries(closed)) {
        scale.element.hidden = Boolean(scales) || form !== (scene?.form ?? 'lines');
        if (!scale.element.hidden) scale.draw(theme, scene?.end ?? 1, scene?.sized ? 'size' : 'weight');
      }
      for (const [name, scale] of Object.entries(open)) {
        scale.element.hidden = !scales;
        if (scales) scale.draw(theme, scales[name]);
      }
      mask.element.hidden = !scene?.causal || (!scales && scene.form !== 'map');
      mask.draw(theme);
    },
  };
}
