// The matrix: rows read, columns are read; a cell is a score of the head. Marks are what the person expects of it.

import { signedColours } from '../../kit/colours.js';
import { nameOf } from '../../kit/tokens.js';

const CELL = { most: 34, least: 14 };
const GAP = 8;

/** Where things stand. `measure(text)` is the width of a token's text. */
export function layoutOf({ tokens, width, unit, measure }) {
  const labels = tokens.map(nameOf);
  const side = Math.min(110 * unit, Math.max(...labels.map(measure)) + 2 * GAP * unit);
  const cell = Math.max(CELL.least * unit, Math.min(CELL.most * unit, (width - side) / tokens.length));
  const size = cell * tokens.length;
  return {
    labels, side, cell, unit, width: Math.ceil(side + size + GAP * unit), height: Math.ceil(side + size + GAP * unit),
    /** The cell at a point, or null. */
    cellAt(x, y) {
      const [to, from] = [Math.floor((x - side) / cell), Math.floor((y - side) / cell)];
      return to >= 0 && from >= 0 && to < tokens.length && from < tokens.length ? { from, to } : null;
    },
  };
}

/** data: { tokens, causal, push: values or null, max, marks: Map('from,to' to 1 or -1), here: { from, to } or null, at } */
export function drawMatrix(pen, data, theme) {
  drawLabels(pen, data, theme);
  const { at, tokens, causal } = data;
  const colour = data.push ? signedColours(theme, data.max) : () => theme.background;
  for (let from = 0; from < tokens.length; from += 1) {
    for (let to = 0; to < tokens.length; to += 1) {
      const masked = causal && to > from;
      if (masked) continue;
      pen.fillStyle = colour(data.push ? data.push[from * tokens.length + to] : 0);
      pen.fillRect(at.side + to * at.cell, at.side + from * at.cell, at.cell - 1, at.cell - 1);
    }
  }
  if (!data.push) drawGrid(pen, data, theme);
  for (const [place, sign] of data.marks) drawMark(pen, data, place.split(',').map(Number), sign, theme);
  if (data.here) frame(pen, data, data.here, theme);
}

function drawLabels(pen, { at, here }, theme) {
  pen.font = theme.mono;
  pen.textBaseline = 'middle';
  const gap = GAP * at.unit;
  at.labels.forEach((label, i) => {
    pen.fillStyle = here?.from === i ? theme.text : theme.textMuted;
    pen.textAlign = 'right';
    pen.fillText(label, at.side - gap, at.side + (i + 0.5) * at.cell);
    pen.save();
    pen.fillStyle = here?.to === i ? theme.text : theme.textMuted;
    pen.translate(at.side + (i + 0.5) * at.cell, at.side - gap);
    pen.rotate(-Math.PI / 2);
    pen.textAlign = 'left';
    pen.fillText(label, 0, 0);
    pen.restore();
  });
}

/** Before anything is computed: empty cells to be marked. */
function drawGrid(pen, { at, tokens, causal }, theme) {
  pen.strokeStyle = theme.hairline;
  pen.lineWidth = 1;
  for (let from = 0; from < tokens.length; from += 1) {
    for (let to = 0; to < (causal ? from + 1 : tokens.length); to += 1) {
      pen.strokeRect(at.side + to * at.cell + 0.5, at.side + from * at.cell + 0.5, at.cell - 2, at.cell - 2);
    }
  }
}

/** A triangle: up for a score that is expected to rise, down for one to fall; told apart by shape, not by colour. */
function drawMark(pen, { at }, [from, to], sign, theme) {
  const [x, y] = [at.side + (to + 0.5) * at.cell, at.side + (from + 0.5) * at.cell];
  const r = at.cell * 0.26;
  pen.beginPath();
  pen.moveTo(x, y - sign * r);
  pen.lineTo(x + r, y + sign * r * 0.8);
  pen.lineTo(x - r, y + sign * r * 0.8);
  pen.closePath();
  pen.fillStyle = theme.text;
  pen.fill();
  pen.strokeStyle = theme.surface;
  pen.lineWidth = at.unit;
  pen.stroke();
}

function frame(pen, { at }, { from, to }, theme) {
  pen.strokeStyle = theme.accent;
  pen.lineWidth = 2 * at.unit;
  pen.strokeRect(at.side + to * at.cell - 1, at.side + from * at.cell - 1, at.cell + 1, at.cell + 1);
}
