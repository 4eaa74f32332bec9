// What the colours of the thumbnails mean.

import { penFor } from '../../kit/canvas.js';
import { el } from '../../kit/dom.js';
import { mix } from '../../kit/colours.js';

const STEPS = 32;
const WIDTH = 96;

/** The colour of a weight in thumbnails: nothing at 0, small weights lifted. */
export const thumbColour = (theme, weight) => mix(theme.surface, theme.attention, weight ** 0.7);

export function thumbScale() {
  const canvas = el('canvas', { class: 'scale', role: 'img', 'aria-label': 'Scale: the stronger the colour, the more weight, from 0 to 1' });
  const element = el('span', { class: 'scale-item' }, 'weight', el('span', { class: 'scale-end' }, '0'), canvas, el('span', { class: 'scale-end' }, '1'));
  return {
    element,
    draw(theme) {
      const pen = penFor(canvas, WIDTH * theme.unit, 12 * theme.unit);
      for (let i = 0; i < STEPS; i += 1) {
        pen.fillStyle = thumbColour(theme, i / (STEPS - 1));
        pen.fillRect(Math.round((i * WIDTH * theme.unit) / STEPS), 0, Math.ceil((WIDTH * theme.unit) / STEPS), 12 * theme.unit);
      }
    },
  };
}
