// The pen that writes SVG draws what a canvas draws: the same strokes on both, compared pixel by pixel.

import { SvgPen } from '/web/kit/svg-pen.js';
import { equal, ok, test } from './kit.js';

const SIZE = 80;

async function both(draw) {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [SIZE, SIZE];
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  draw(pen);
  const svg = new SvgPen(SIZE, SIZE);
  draw(svg);
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(svg.document('a test'))}`;
  await image.decode();
  const other = document.createElement('canvas');
  [other.width, other.height] = [SIZE, SIZE];
  const copy = other.getContext('2d', { willReadFrequently: true });
  copy.drawImage(image, 0, 0);
  return [pen, copy].map((each) => each.getImageData(0, 0, SIZE, SIZE).data);
}

async function same(draw) {
  const [canvas, svg] = await both(draw);
  let apart = 0;
  let drawn = 0;
  for (let i = 0; i < canvas.length; i += 4) {
    if (canvas[i + 3] > 0) drawn += 1;
    if ([0, 1, 2, 3].some((c) => Math.abs(canvas[i + c] * canvas[i + 3] - svg[i + c] * svg[i + 3]) > 64 * 255)) apart += 1;
  }
  ok(drawn > 50, 'nothing was drawn');
  ok(apart < drawn * 0.02, `${apart} of ${drawn} pixels are others`);
}

test('rectangles, strokes, curves and circles', () => same((pen) => {
  pen.fillStyle = '#0072b2';
  pen.fillRect(4, 4, 30, 12);
  pen.strokeStyle = '#d55e00';
  pen.lineWidth = 3;
  pen.strokeRect(40, 6, 30, 20);
  pen.globalAlpha = 0.5;
  pen.beginPath();
  pen.moveTo(5, 70);
  pen.bezierCurveTo(30, 70, 40, 30, 75, 40);
  pen.stroke();
  pen.globalAlpha = 1;
  pen.beginPath();
  pen.roundRect(10, 30, 24, 16, 6);
  pen.fill();
  pen.beginPath();
  pen.arc(60, 60, 12, 0, 2 * Math.PI);
  pen.fill();
}));

test('moved, turned, clipped, and back again', () => same((pen) => {
  pen.fillStyle = '#009e73';
  pen.save();
  pen.beginPath();
  pen.rect(10, 10, 40, 40);
  pen.clip();
  pen.translate(30, 30);
  pen.rotate(-Math.PI / 2);
  pen.fillRect(-30, -4, 80, 8);
  pen.restore();
  pen.fillRect(60, 60, 15, 15);
}));

test('a picture inside the picture', () => same((pen) => {
  const small = document.createElement('canvas');
  [small.width, small.height] = [2, 2];
  const dot = small.getContext('2d');
  dot.fillStyle = '#cc79a7';
  dot.fillRect(0, 0, 1, 1);
  dot.fillRect(1, 1, 1, 1);
  pen.imageSmoothingEnabled = false;
  pen.drawImage(small, 0, 0, 2, 2, 10, 10, 60, 60);
}));

test('text is text, whatever it says', () => {
  const pen = new SvgPen(100, 20);
  pen.font = '600 13px "JetBrains Mono", monospace';
  pen.textAlign = 'right';
  pen.fillText('<script> & "x"', 90, 10);
  const text = new DOMParser().parseFromString(pen.document('a <b>'), 'image/svg+xml').querySelector('text');
  equal([text.textContent, text.getAttribute('text-anchor'), text.getAttribute('font-weight'), text.getAttribute('font-size')], ['<script> & "x"', 'end', '600', '13']);
});

/** The first and last column of pixels in which something is drawn. */
function extent(data) {
  const columns = new Set();
  for (let i = 3; i < data.length; i += 4) if (data[i] > 64) columns.add(((i - 3) / 4) % SIZE);
  return [Math.min(...columns), Math.max(...columns)];
}

for (const [font, text] of [['13px "JetBrains Mono", serif', 'wwwillii'], ['13px Inter, "Noto Sans Mono", monospace', 'illicitly'], ['600 13px Inter, serif', 'MMMM']]) {
  test(`text is as wide where the fonts are others: ${font}`, async () => {
    await document.fonts.load(font);
    const [canvas, svg] = await both((pen) => {
      pen.font = font;
      pen.fillText(text, 4, 40);
    });
    const [own, other] = [extent(canvas), extent(svg)];
    ok(own.every((column, i) => Math.abs(column - other[i]) <= 2), `${own} here, ${other} there`);
  });
}
