// The chart: one line for each word that both texts have, over the layers; the chosen one in full colour.

export const MEASURES = [
  { value: 'cosine', name: 'cosine', title: 'Cosine similarity: 1 for the same direction, 0 for directions that have nothing in common' },
  { value: 'distance', name: 'distance', title: 'Euclidean distance: 0 for the same vector' },
];

const ROOM = { left: 44, right: 116, top: 12, bottom: 40 };
const HEIGHT = 280;
const TICKS = 4;

/** Where things stand. words: [{ text, cosine: [], distance: [] }] */
export function layoutOf({ words, measure, width, unit }) {
  const points = words[0].cosine.length;
  const all = words.flatMap((word) => word[measure]);
  const low = measure === 'cosine' ? Math.min(0, ...all) : 0;
  const high = measure === 'cosine' ? 1 : Math.max(...all, 1e-6) * 1.05;
  const box = { left: ROOM.left * unit, top: ROOM.top * unit, right: width - ROOM.right * unit, bottom: (HEIGHT - ROOM.bottom) * unit };
  return {
    width, height: HEIGHT * unit, unit, points, low, high, box,
    x: (i) => box.left + ((box.right - box.left) * i) / Math.max(1, points - 1),
    y: (value) => box.bottom - ((value - low) / (high - low)) * (box.bottom - box.top),
  };
}

/** What the axis calls a place: what goes into layer 0, then what comes out of each layer. */
export const placeName = (i) => (i === 0 ? 'in' : String(i - 1));

/** data: { words, chosen, hover, measure, at: layoutOf(...) } */
export function drawChart(pen, data, theme) {
  drawAxes(pen, data, theme);
  data.words.forEach((word, i) => {
    if (i !== data.chosen) drawLine(pen, data, word, theme, false);
  });
  const chosen = data.words[data.chosen];
  if (chosen) drawLine(pen, data, chosen, theme, true);
  drawNames(pen, data, theme);
  if (data.hover !== null && chosen) drawHover(pen, data, chosen, theme);
}

function drawAxes(pen, { at, measure }, theme) {
  pen.font = theme.mono;
  pen.lineWidth = 1;
  for (let i = 0; i <= TICKS; i += 1) {
    const value = at.low + ((at.high - at.low) * i) / TICKS;
    const y = Math.round(at.y(value)) + 0.5;
    stroke(pen, theme.hairline, [[at.box.left, y], [at.box.right, y]]);
    write(pen, value.toFixed(measure === 'cosine' || at.high < 10 ? 2 : 0), at.box.left - 6 * at.unit, y, 'right', theme.textMuted);
  }
  for (let i = 0; i < at.points; i += 1) write(pen, placeName(i), at.x(i), at.box.bottom + 12 * at.unit, 'center', theme.textMuted);
  pen.font = theme.sans;
  write(pen, 'after layer', (at.box.left + at.box.right) / 2, at.box.bottom + 30 * at.unit, 'center', theme.textMuted);
}

function drawLine(pen, { at, measure }, word, theme, chosen) {
  const colour = chosen ? theme.accent : theme.control;
  pen.lineWidth = (chosen ? 2.5 : 1) * at.unit;
  const points = word[measure].map((value, i) => [at.x(i), at.y(value)]);
  stroke(pen, colour, points);
  pen.fillStyle = colour;
  for (const [x, y] of points) {
    pen.beginPath();
    pen.arc(x, y, (chosen ? 3.5 : 2) * at.unit, 0, 2 * Math.PI);
    pen.fill();
  }
}

/** The names at the right end, moved apart where lines end close together. */
function drawNames(pen, { words, chosen, measure, at }, theme) {
  const step = 15 * at.unit;
  const ends = words.map((word, i) => ({ word, i, y: at.y(word[measure].at(-1)) })).sort((a, b) => a.y - b.y);
  let last = at.box.top - step;
  for (const end of ends) last = end.y = Math.max(end.y, last + step);
  const over = Math.max(0, last - at.box.bottom - step);
  pen.font = theme.mono;
  for (const { word, i, y } of ends) {
    if (y - over < 0) continue; // more names than room: the table has them all
    write(pen, word.text.slice(0, 13), at.box.right + 10 * at.unit, y - over, 'left', i === chosen ? theme.accent : theme.textMuted);
  }
}

function drawHover(pen, { hover, measure, at }, word, theme) {
  const x = Math.round(at.x(hover)) + 0.5;
  pen.lineWidth = 1;
  stroke(pen, theme.textMuted, [[x, at.box.top], [x, at.box.bottom]]);
  const value = word[measure][hover].toFixed(2);
  pen.font = theme.mono;
  const left = hover > at.points / 2;
  const y = at.y(word[measure][hover]);
  write(pen, value, x + (left ? -8 : 8) * at.unit, y + (y < at.box.top + 20 * at.unit ? 14 : -12) * at.unit, left ? 'right' : 'left', theme.text);
}

function stroke(pen, colour, points) {
  pen.strokeStyle = colour;
  pen.beginPath();
  points.forEach(([x, y], i) => (i === 0 ? pen.moveTo(x, y) : pen.lineTo(x, y)));
  pen.stroke();
}

function write(pen, text, x, y, align, colour) {
  pen.fillStyle = colour;
  pen.textAlign = align;
  pen.textBaseline = 'middle';
  pen.fillText(text, x, y);
}
