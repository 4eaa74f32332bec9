// The table of heads as a picture for a file.

import { MEASURES, written } from './measures.js';

const ROW = 28;
const COLUMN = 88;
const EDGE = 16;

/** { width, height, draw(pen) }; rows: as the table shows them, in its order. */
export function tableDrawing(rows, title, theme) {
  const u = theme.unit;
  return {
    width: ((MEASURES.length + 1) * COLUMN + 2 * EDGE) * u,
    height: ((rows.length + 2) * ROW + 2 * EDGE) * u,
    draw: (pen) => drawTable(pen, rows, title, theme),
  };
}

function drawTable(pen, rows, title, theme) {
  const u = theme.unit;
  const most = Math.max(1, ...rows.map(({ values }) => values.entropy ?? 0));
  pen.translate(EDGE * u, EDGE * u);
  pen.font = theme.sans;
  pen.fillStyle = theme.text;
  pen.textBaseline = 'middle';
  pen.textAlign = 'left';
  pen.fillText(title, 0, 8 * u);
  pen.translate(0, ROW * u);
  pen.textBaseline = 'middle';
  pen.textAlign = 'right';
  pen.font = theme.sans;
  pen.fillStyle = theme.textMuted;
  ['head', ...MEASURES.map(({ name }) => name)].forEach((name, column) => pen.fillText(name, ((column + 1) * COLUMN - 8) * u, (ROW / 2) * u));
  pen.font = theme.mono;
  rows.forEach((row, line) => drawRow(pen, row, (line + 1) * ROW, most, theme));
}

function drawRow(pen, { layer, head, values }, top, most, theme) {
  const u = theme.unit;
  pen.fillStyle = theme.text;
  pen.fillText(`${layer} · ${head}`, (COLUMN - 8) * u, (top + ROW / 2 - 2) * u);
  MEASURES.forEach((measure, column) => {
    const value = values[measure.key];
    const right = ((column + 2) * COLUMN - 8) * u;
    pen.fillStyle = theme.text;
    pen.fillText(written(value, measure), right, (top + ROW / 2 - 2) * u);
    const long = ((measure.bits ? (value ?? 0) / most : value ?? 0) * (COLUMN - 16)) * u;
    pen.fillStyle = measure.bits ? theme.textMuted : theme.attention;
    if (long > 0) pen.fillRect(right - long, (top + ROW - 6) * u, long, 3 * u);
  });
}
