// All heads as a picture for a file, under a title and over the scale.

import { drawStrip } from '../../kit/scales.js';
import { gridLayout } from './grid-layout.js';
import { drawGrid } from './grid.js';
import { thumbColour } from './scale.js';

const EDGE = 16;
const HEAD = 28;
const FOOT = 32;

/** { width, height, draw(pen) }; grid: a HeadGrid. */
export function gridDrawing({ grid, form, title }, theme) {
  const u = theme.unit;
  const { layers, heads, matrices } = grid;
  const at = gridLayout({ width: grid.element.clientWidth, layers, heads, unit: u });
  return {
    width: Math.max(at.width, 360 * u) + 2 * EDGE * u,
    height: at.height + (HEAD + FOOT + 2 * EDGE) * u,
    draw(pen) {
      pen.translate(EDGE * u, EDGE * u);
      write(pen, title, 0, 8 * u, theme.text, theme);
      pen.translate(0, HEAD * u);
      drawGrid(pen, { at, matrices, form, opened: null, end: grid.shownEnd }, theme);
      const y = at.height + (FOOT - 8) * u;
      if (form === 'table') return write(pen, 'the largest weight of each head', 0, y, theme.textMuted, theme);
      write(pen, 'weight  0', 0, y, theme.textMuted, theme);
      drawStrip(pen, 64 * u, y - 6 * u, theme, (share) => thumbColour(theme, share));
      return write(pen, String(grid.shownEnd), 168 * u, y, theme.textMuted, theme);
    },
  };
}

function write(pen, text, x, y, colour, theme) {
  pen.font = theme.sans;
  pen.textAlign = 'left';
  pen.textBaseline = 'middle';
  pen.fillStyle = colour;
  pen.fillText(text, x, y);
}
