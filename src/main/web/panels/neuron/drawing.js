// One head as a picture for a file, with the tokens that on the screen are buttons, and the names of the columns.

import { signedColours } from '../../kit/colours.js';
import { drawStrip as drawRamp } from '../../kit/scales.js';
import { columnNames } from './headline.js';
import { strength } from './lines.js';
import { weightColour } from './map.js';
import { layout, longest, middle, rowHeight, tokenWidth } from './layout.js';
import { drawHead } from './stage.js';
import { drawStrip } from './strips.js';

const EDGE = 16;
const HEAD = { open: 88, closed: 56 };
const FOOT = 40;
const WIDE = 1000; // narrower than this, the scales of a computation stand in two rows
const LINE = 24; // between two rows of scales

/** { width, height, draw(pen) } of the whole of a scene, also of what is scrolled away, under its title and over its scales. */
export function drawingOf(scene, { focus, zoom, width, title }, theme) {
  const { unit } = theme;
  const { counts, open } = scene;
  const count = Math.max(counts.query, counts.key);
  const labels = [...scene.tokens.query, ...scene.tokens.key].map(({ label }) => label);
  const at = layout({
    width, row: rowHeight(count, Math.min(40, count), unit, zoom), counts, unit, tokenWidth: tokenWidth(longest(labels), unit),
    open: open && { position: open.position !== null },
  });
  const wraps = open && at.width < WIDE * unit;
  const [edge, head, foot] = [EDGE * unit, HEAD[open ? 'open' : 'closed'] * unit, (FOOT + (wraps ? LINE : 0)) * unit];
  return {
    width: at.width + 2 * edge,
    height: at.height + head + foot + 2 * edge,
    draw(pen) {
      pen.translate(edge, edge);
      pen.font = theme.sans;
      pen.fillStyle = theme.text;
      pen.textBaseline = 'middle';
      pen.textAlign = 'left';
      pen.fillText(title, 0, 8 * unit);
      drawNames(pen, scene, at, head, theme);
      pen.translate(0, head);
      drawHead(pen, { at, top: 0, room: at.height, scene, focus }, theme);
      drawTokens(pen, scene.tokens.query, at.queries, at, 'right', theme);
      drawTokens(pen, scene.tokens.key, at.keys, at, 'left', theme);
      drawScales(pen, scene, { y: at.height + 28 * unit, wraps }, theme);
    },
  };
}

function drawNames(pen, scene, at, head, theme) {
  const { open } = scene;
  const u = theme.unit;
  pen.font = theme.sans;
  pen.fillStyle = theme.textMuted;
  pen.textBaseline = 'middle';
  for (const { text, start, end } of columnNames(open, at)) {
    pen.textAlign = end === undefined ? 'left' : 'right';
    pen.fillText(text, end === undefined ? start : at.width - end, head - 14 * u);
  }
  if (!open) return;
  for (const [name, values, strip, max] of [['query q', open.query, at.strips.k, open.scales.vector], ['weighted sum', open.sum, at.strips.part, open.scales.value]]) {
    pen.textAlign = 'right';
    pen.fillStyle = theme.textMuted;
    pen.fillText(name, strip.x - 8 * u, 38 * u);
    drawStrip(pen, { ...strip, y: 38 * u, unit: u, row: 24 * u }, values, signedColours(theme, max));
  }
}

function drawTokens(pen, tokens, { x, width }, at, side, theme) {
  pen.font = theme.mono;
  pen.textBaseline = 'middle';
  pen.textAlign = side;
  pen.fillStyle = theme.text;
  const most = Math.max(1, Math.floor((width - 8 * at.unit) / (7.8 * at.unit)));
  tokens.forEach(({ label }, row) => pen.fillText(cut(label, most), side === 'right' ? x + width - 6 * at.unit : x + 6 * at.unit, middle(at, row)));
}

/** As many letters as there is room for. */
const cut = (label, most) => (Array.from(label).length > most ? `${Array.from(label).slice(0, most - 1).join('')}…` : label);

/** The scales of what is drawn, in one row or two. */
function drawScales(pen, { open, form, end, sized, causal }, { y: top, wraps }, theme) {
  const u = theme.unit;
  let x = 0;
  let y = top;
  const word = (text, colour = theme.textMuted) => {
    pen.font = theme.sans;
    pen.textAlign = 'left';
    pen.textBaseline = 'middle';
    pen.fillStyle = colour;
    pen.fillText(text, x, y);
    x += pen.measureText(text).width + 8 * u;
  };
  const ramp = (colour) => {
    drawRamp(pen, x, y - 6 * u, theme, colour);
    x += 104 * u;
  };
  if (open) {
    for (const [name, max] of scalesOf(open)) {
      if (wraps && name === 'v, sum') [x, y] = [0, y + LINE * u];
      word(`${name}  −${max}`);
      const colour = signedColours(theme, max);
      ramp((share) => colour((2 * share - 1) * max));
      word(`+${max}   `);
    }
    if (causal) word('hatched: masked');
  } else if (form === 'map') {
    word(`${sized ? 'size' : 'weight'}  0`);
    ramp((share) => weightColour(theme, share));
    word(String(end));
  } else {
    word(sized ? 'size' : 'weight');
    const look = strength(theme);
    for (const weight of SAMPLES) {
      const { colour, width } = look(weight);
      pen.fillStyle = colour;
      pen.fillRect(x, y - width / 2, 20 * u, width);
      x += 26 * u;
      word(`${Number((weight * end).toPrecision(3))}   `);
    }
  }
}

const SAMPLES = [0.01, 0.1, 0.3, 0.6, 1];
const scalesOf = ({ scales }) => [['q, k', scales.vector], ['q × k', scales.product], ['v, sum', scales.value], ['weight × v', scales.part]];
