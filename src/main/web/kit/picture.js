// A picture of what is on the screen, made by the view's own drawing function with two other pens.

import { SvgPen } from './svg-pen.js';

const SHARP = 2; // pixels of the PNG for one of the screen
const GOOD = 0.9; // of WebP: letters and thin lines stay clean
const LARGEST = 8000; // pixels a side: more than that, canvases refuse

/**
 * What comes back is as view.js says. composition: { width, height, background, alt, draw }; `draw(pen)` draws on what has been
 * filled with the background.
 */
export function pictureOf(composition) {
  const { width, height, alt } = composition;
  const pen = new SvgPen(width, height);
  onBackground(pen, composition);
  const sharp = Math.min(SHARP, LARGEST / Math.max(width, height));
  return { svg: pen.document(alt), png: canvasOf(composition, sharp).toDataURL('image/png'), width, height, alt };
}

/** Two drawings, { width, height, draw }, as one: the second stands below the first. */
export function stacked(first, second) {
  return {
    width: Math.max(first.width, second.width),
    height: first.height + second.height,
    draw(pen) {
      pen.save();
      first.draw(pen);
      pen.restore();
      pen.translate(0, first.height);
      second.draw(pen);
    },
  };
}

/** A picture as WebP, a tenth of the bytes of its PNG: a promise of a data URL. */
export async function small(png) {
  const image = new Image();
  image.src = png;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
  canvas.getContext('2d').drawImage(image, 0, 0);
  return canvas.toDataURL('image/webp', GOOD);
}

/** The same on a canvas, so many pixels for one of the screen. */
export function canvasOf(composition, sharp = 1) {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [Math.ceil(composition.width * sharp), Math.ceil(composition.height * sharp)];
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  pen.scale(sharp, sharp);
  onBackground(pen, composition);
  return canvas;
}

function onBackground(pen, { width, height, background, draw }) {
  pen.fillStyle = background;
  pen.fillRect(0, 0, width, height);
  pen.save();
  draw(pen);
  pen.restore();
}
