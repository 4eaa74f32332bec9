// What the colours of the thumbnails mean.

import { penFor } from '../../kit/canvas.js';
import { el, say } from '../../kit/dom.js';
import { mix } from '../../kit/colours.js';

const STEPS = 32;
const WIDTH = 96;

/** The colour of a share of the strongest weight in thumbnails: nothing at 0, small ones lifted. */
export const thumbColour = (theme, weight) => mix(theme.surface, theme.attention, weight ** 0.7);

export function thumbScale() {
  const canvas = el('canvas', { class: 'scale', role: 'img' });
  const high = el('span', { class: 'scale-end' });
  const element = el('span', { class: 'scale-item' }, 'weight', el('span', { class: 'scale-end' }, '0'), canvas, high);
  return {
    element,
    draw(theme, end) {
      say(high, String(end));
      canvas.setAttribute('aria-label', `Scale: the stronger the colour, the more weight, from 0 to ${end}`);
      const pen = penFor(canvas, WIDTH * theme.unit, 12 * theme.unit);
      for (let i = 0; i < STEPS; i += 1) {
        pen.fillStyle = thumbColour(theme, i / (STEPS - 1));
        pen.fillRect(Math.round((i * WIDTH * theme.unit) / STEPS), 0, Math.ceil((WIDTH * theme.unit) / STEPS), 12 * theme.unit);
      }
    },
  };
}
