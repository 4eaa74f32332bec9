// A thumbnail: one head made small, as a heat map or as lines.

import { WEIGHTS } from '../../kit/coded.js';
import { thumbColour } from './scale.js';

const THINNEST = 0.3; // pixels
const LINE_FROM = 0.05; // weights below this have no line in a thumbnail

/** What thumbnails of a theme look like: the colour of each byte of a coded weight, as text and as 32-bit pixels. */
export function lookOf(theme) {
  const colours = Array.from(WEIGHTS, (weight) => thumbColour(theme, weight));
  const pixels = new Uint32Array(WEIGHTS.length);
  const bytes = new Uint8ClampedArray(pixels.buffer);
  colours.forEach((colour, byte) => bytes.set([...colour.match(/\d+/g).map(Number), 255], 4 * byte));
  return { colours, pixels };
}

/** Draws a thumbnail into a place: { x, y, width, height }. matrix: { bytes, rows, columns } */
export function drawThumb(pen, place, matrix, form, look) {
  if (form === 'lines') drawLines(pen, place, matrix, look.colours);
  else drawMap(pen, place, matrix, look.pixels);
}

function drawMap(pen, { x, y, width, height }, { bytes, rows, columns }, pixels) {
  const small = document.createElement('canvas');
  [small.width, small.height] = [columns, rows];
  const own = small.getContext('2d');
  const image = own.createImageData(columns, rows);
  const out = new Uint32Array(image.data.buffer);
  for (let i = 0; i < out.length; i += 1) out[i] = pixels[bytes[i]];
  own.putImageData(image, 0, 0);
  pen.imageSmoothingEnabled = columns > width;
  pen.drawImage(small, 0, 0, columns, rows, x, y, width, height);
}

/** Straight lines from the left edge to the right one, weakest first; those of one colour in one stroke. */
function drawLines(pen, { x, y, width, height }, { bytes, rows, columns }, colours) {
  const byColour = new Map();
  for (let i = 0; i < bytes.length; i += 1) {
    if (WEIGHTS[bytes[i]] < LINE_FROM) continue;
    const level = bytes[i] | 7; // 32 colours are as many as can be told apart
    if (!byColour.has(level)) byColour.set(level, []);
    byColour.get(level).push(i);
  }
  pen.lineWidth = Math.max(THINNEST, Math.min(1, (0.7 * height) / rows)); // many lines in little room must not fill it
  for (const level of [...byColour.keys()].sort((a, b) => a - b)) {
    pen.strokeStyle = colours[level];
    pen.beginPath();
    for (const i of byColour.get(level)) {
      pen.moveTo(x, y + ((Math.floor(i / columns) + 0.5) * height) / rows);
      pen.lineTo(x + width, y + (((i % columns) + 0.5) * height) / columns);
    }
    pen.stroke();
  }
}
