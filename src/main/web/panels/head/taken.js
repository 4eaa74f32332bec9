// What others take from the view: its picture and its numbers.

import { pictureOf } from '../../kit/picture.js';
import { drawMaskSample, drawSamples, drawStrip, widthOfSamples } from '../../kit/scales.js';
import { csv } from '../../kit/view.js';
import { exactMatrices } from './difference.js';
import { lineScale, stripScale } from './legend.js';
import { headColour } from './lines.js';
import { HINT } from './look.js';
import { headsNamed, inWords } from './words.js';

const HEAD = 52; // pixels for the title and the heads
const FOOT = 32; // for the scale
const EDGE = 12;
const BETWEEN = 12; // two pictures

/** See view.js. A table has no picture: what is taken is the one it stands for. */
export function takePicture(panel) {
  const { now } = panel;
  if (now.form !== 'table') return pictureOf(composition(panel));
  panel.now = { ...now, form: 'lines' };
  try {
    return pictureOf(composition(panel));
  } finally {
    panel.now = now;
    panel.look.draw();
  }
}

/** The part on the screen with a title, the colours of the heads and the scale, as picture.js takes it. */
export function composition(panel) {
  const { theme, now, look } = panel;
  look.draw();
  const lanes = now.form === 'difference' ? panel.shownLanes().slice(0, 1) : panel.shownLanes();
  const sights = lanes.map(({ stage }) => stage.sight());
  const u = theme.unit;
  const names = panel.two ? 20 * u : 0;
  const width = sights.reduce((sum, sight) => sum + sight.width, 0) + BETWEEN * u * (lanes.length - 1) + 2 * EDGE * u;
  const height = Math.max(...sights.map((sight) => sight.height)) + (HEAD + FOOT) * u + names;
  const title = `${panel.frame.title.textContent} · ${[...new Set(lanes.map(({ reply }) => reply.model))].join(' and ')}`;
  const said = panel.frame.details.textContent;
  const alt = `${title}, ${headsNamed(lanes[0].scene)}. ${said === HINT ? inWords(lanes[0].scene) : said}`;
  const draw = (pen) => {
    drawTitle(pen, title, lanes[0].scene, now, theme);
    let x = EDGE * u;
    lanes.forEach((lane, i) => {
      if (panel.two) words(pen, lane.stage.name.textContent, x, (HEAD + 8) * u, theme);
      pen.save();
      pen.translate(x, HEAD * u + names);
      lane.stage.drawWith(pen, look.data(lane, theme), theme, sights[i]);
      pen.restore();
      x += sights[i].width + BETWEEN * u;
    });
    drawScale(pen, look.scale(panel.shownLanes()), EDGE * u, height - (FOOT - 6) * u, theme);
  };
  return { width, height, background: theme.surface, alt, draw };
}

function words(pen, text, x, y, theme, colour = theme.textMuted) {
  pen.font = theme.sans;
  pen.textAlign = 'left';
  pen.textBaseline = 'middle';
  pen.fillStyle = colour;
  pen.fillText(text, x, y);
}

function drawTitle(pen, title, scene, { form }, theme) {
  const u = theme.unit;
  words(pen, title, EDGE * u, 16 * u, theme, theme.text);
  if (form !== 'lines') return words(pen, headsNamed(scene), EDGE * u, 36 * u, theme);
  scene.heads.forEach((head, i) => {
    const x = (EDGE + i * 34) * u;
    pen.fillStyle = headColour(theme, head);
    pen.fillRect(x, 30 * u, 12 * u, 12 * u);
    words(pen, String(head), x + 15 * u, 36 * u, theme);
  });
  return undefined;
}

function drawScale(pen, scale, x, y, theme) {
  const u = theme.unit;
  if (scale.form === 'lines') {
    const look = lineScale(scale, theme);
    drawSamples(pen, x, y, theme, look);
    return words(pen, look.note, x + widthOfSamples(look, theme), y + 11 * u, theme);
  }
  const look = stripScale(scale, theme);
  words(pen, look.low, x, y + 6 * u, theme);
  drawStrip(pen, x + 48 * u, y, theme, look.colour);
  words(pen, look.high, x + 152 * u, y + 6 * u, theme);
  if (!scale.scene.stack.causal) return undefined;
  drawMaskSample(pen, x + 224 * u, y, theme);
  return words(pen, 'masked', x + 252 * u, y + 6 * u, theme);
}

/** One line for each head and row: who reads, then how much from each column. Of two runs, one after the other. */
export async function csvOf(lanes, { weighting }) {
  const lines = [];
  let names = [];
  for (const [i, lane] of lanes.entries()) {
    const { scene, reply } = lane;
    const matrices = await exactMatrices(scene);
    const width = scene.columns.length;
    const columns = scene.columns.map(({ tokens, label }) => `${tokens[0]} ${label}`);
    const own = ['run', 'model', 'weights', 'attention', 'value', 'layer', 'head', 'position', 'token', ...columns];
    if (i > 0 && own.join() !== names.join()) lines.push([], own);
    if (i === 0) names = own;
    matrices.forEach((matrix, h) => scene.rows.forEach(({ tokens, label }, r) => lines.push([
      'AB'[i], reply.model, reply.weights?.variant ?? 'trained', scene.stack.kind, weighting, scene.layer, scene.heads[h], tokens[0], label,
      ...Array.from(matrix.subarray(r * width, (r + 1) * width), (value) => Number(value.toPrecision(6))),
    ])));
  }
  return csv(names, lines);
}
