// The two drawings on fixed data: pixels where something must be, and where nothing may be.

import { layout, middle } from '/web/panels/neuron/layout.js';
import { drawBars, drawLines, linesInSight, strength } from '/web/panels/neuron/lines.js';
import { drawMap } from '/web/panels/neuron/map.js';
import { drawMarks, drawStrips } from '/web/panels/neuron/strips.js';
import { mix } from '/web/kit/colours.js';
import { equal, ok, test } from './kit.js';

const THEME = {
  unit: 1, mono: '13px monospace', sans: '13px sans-serif', text: '#010101', textMuted: '#555555', hairline: '#cccccc', chip: '#dddddd', surface: '#ffffff',
  positive: '#0000ff', negative: '#ff0000', zero: '#eeeeee', attention: '#800080', attentionWeak: '#d0c0d0',
};

//   key      0    1      2
// query 0    1    .      .
// query 1    0.9  0.1    .
// query 2    0.5  0.005  0.495
const ATTENTION = new Float32Array([1, 0, 0, 0.9, 0.1, 0, 0.5, 0.005, 0.495]);
const CLOSED = layout({ width: 600, row: 40, counts: { query: 3, key: 3 }, unit: 1, tokenWidth: 60, open: null });

function pen(width, height) {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width, height];
  return canvas.getContext('2d', { willReadFrequently: true });
}

function lines(focus, more = {}) {
  const made = pen(600, 120);
  const data = { attention: ATTENTION, end: 1, at: CLOSED, focus, top: 0, room: 120, ...more };
  drawLines(made, data, THEME);
  if (focus) drawBars(made, data, THEME);
  return made;
}

const pixel = (from, x, y) => Array.from(from.getImageData(Math.round(x), Math.round(y), 1, 1).data);
const drawn = (from, x, y) => pixel(from, x, y)[3] > 0;
const rgba = (words) => [...words.match(/\d+/g).map(Number), 255];

test('a line of weight 1 is there, in the full colour', () => {
  const made = lines(null);
  equal(pixel(made, CLOSED.lines.from + 2, middle(CLOSED, 0)), [128, 0, 128, 255]);
  equal(pixel(made, CLOSED.lines.to - 2, middle(CLOSED, 0)), [128, 0, 128, 255]);
});

test('a weight below the threshold, and a masked key, have no line', () => {
  equal(linesInSight({ attention: ATTENTION, end: 1, at: CLOSED, focus: null, top: 0, room: 120 }).map(({ query, key }) => [query, key]),
    [[1, 1], [2, 2], [2, 0], [1, 0], [0, 0]]);
});

test('the lines stay between the columns', () => {
  const made = lines(null);
  for (let y = 0; y < 120; y += 1) {
    ok(!drawn(made, CLOSED.lines.from - 2, y) && !drawn(made, CLOSED.lines.to + 2, y), `row ${y}`);
  }
});

test('a stronger weight has a wider line and more of the colour', () => {
  const look = strength(THEME);
  ok(look(0.9).width > 2 * look(0.1).width);
  equal([look(0).colour, look(1).colour], ['rgb(208, 192, 208)', 'rgb(128, 0, 128)']);
});

test('every line that is drawn can be seen: the weakest colour is a colour of the palette', () => {
  ok(strength(THEME)(0.01).width >= 1);
});

test('pointing at a query leaves only its lines and writes the weights at the keys', () => {
  const made = lines({ side: 'query', indices: [0] });
  ok(drawn(made, CLOSED.lines.from + 2, middle(CLOSED, 0)));
  ok(!drawn(made, CLOSED.lines.from + 2, middle(CLOSED, 1)) && !drawn(made, CLOSED.lines.from + 2, middle(CLOSED, 2)));
  equal(pixel(made, CLOSED.keyBars.x + 46, middle(CLOSED, 0)), [128, 0, 128, 255]);
  ok(!drawn(made, CLOSED.keyBars.x + 46, middle(CLOSED, 1)), 'a masked key has no bar');
});

test('pointing at a key leaves only the lines into it', () => {
  const made = lines({ side: 'key', indices: [2] });
  ok(drawn(made, CLOSED.lines.from + 2, middle(CLOSED, 2)));
  ok(!drawn(made, CLOSED.lines.to - 2, middle(CLOSED, 0)) && !drawn(made, CLOSED.lines.from + 2, middle(CLOSED, 1)));
});

test('several tokens that are kept show the lines of each, and one bar for their sum', () => {
  const made = lines({ side: 'query', indices: [0, 1] });
  ok(drawn(made, CLOSED.lines.from + 2, middle(CLOSED, 0)) && drawn(made, CLOSED.lines.from + 2, middle(CLOSED, 1)));
  ok(!drawn(made, CLOSED.lines.from + 2, middle(CLOSED, 2)));
  ok(drawn(made, CLOSED.keyBars.x + 46, middle(CLOSED, 0)));
});

test('a scrolled picture is drawn from where it is seen', () => {
  const made = lines(null, { top: 40, room: 80 });
  ok(drawn(made, CLOSED.lines.from + 2, middle(CLOSED, 2) - 40));
});

const OPEN = layout({ width: 600, row: 40, counts: { query: 3, key: 3 }, unit: 1, tokenWidth: 60, open: { position: false } });

/** Query 1 is open: two keys of two numbers, [1, 0] and [-1, 0.5]. */
const OPENED = {
  row: 1, size: 2, seen: 2, scale: 1, position: null, shown: [0, 1, 2], k: new Float32Array([1, 0, -1, 0.5, 9, 9]), v: new Float32Array([1, 0, 0, -1, 9, 9]),
  products: new Float32Array([2, 0, -2, 1]), dots: new Float32Array([1, -1]), parts: new Float32Array([0.9, 0, 0, -0.1]), weights: ATTENTION.subarray(3, 6),
  scales: { vector: 1, product: 2, value: 1, part: 1, score: { low: -1, high: 1 } },
};

function strips(cell = null) {
  const made = pen(600, 120);
  const data = { at: OPEN, top: 0, room: 120, open: OPENED, cell };
  drawStrips(made, data, THEME);
  drawMarks(made, data, THEME);
  return made;
}

const cellAt = ({ x, width }, dimension) => x + (width * (dimension + 0.5)) / 2;

test('positive numbers are blue, negative ones orange, zero is neutral', () => {
  const made = strips();
  const { k, product, v } = OPEN.strips;
  equal(pixel(made, cellAt(k, 0), middle(OPEN, 0)), [0, 0, 255, 255]);
  equal(pixel(made, cellAt(k, 0), middle(OPEN, 1)), [255, 0, 0, 255]);
  equal(pixel(made, cellAt(k, 1), middle(OPEN, 0)), [238, 238, 238, 255]);
  equal(pixel(made, cellAt(product, 0), middle(OPEN, 1)), [255, 0, 0, 255]);
  equal([pixel(made, cellAt(v, 0), middle(OPEN, 0)), pixel(made, cellAt(v, 1), middle(OPEN, 1))], [[0, 0, 255, 255], [255, 0, 0, 255]]);
});

test('half of the scale is lifted as the drawn scale is', () => {
  const share = Math.round(0.5 ** 0.6 * 64) / 64;
  equal(pixel(strips(), cellAt(OPEN.strips.k, 1), middle(OPEN, 1)), rgba(mix(THEME.zero, THEME.positive, share)));
});

test('what comes later is masked: hatched, with no numbers', () => {
  const made = strips();
  const { data } = made.getImageData(Math.round(OPEN.strips.k.x), 80, 400, 40);
  let hatched = 0;
  for (let i = 0; i < data.length; i += 4) {
    ok(!(data[i] === 0 && data[i + 2] === 255), 'a blue cell of a masked key');
    if (data[i + 3] > 0) hatched += 1;
  }
  ok(hatched > 500, `${hatched} pixels are hatched`);
});

test('scores lean to the side of their sign, the bar below the number where there is little room', () => {
  const made = strips();
  const { x, width } = OPEN.strips.score;
  const below = (row) => middle(OPEN, row) + 7;
  equal(pixel(made, x + width - 3, below(0)), [0, 0, 255, 255]);
  equal(pixel(made, x + 3, below(1)), [255, 0, 0, 255]);
  ok(!drawn(made, x + width - 3, below(1)));
});

test('what is pointed at is framed, in both strips of its half', () => {
  const { k, product, v } = OPEN.strips;
  const y = middle(OPEN, 0) - 10;
  const made = strips({ key: 0, column: 'k', dimension: 0 });
  ok(pixel(made, cellAt(k, 0), y)[3] > 0 && pixel(made, cellAt(product, 0), y)[3] > 0);
  ok(!drawn(made, cellAt(v, 0), y) && !drawn(strips(), cellAt(k, 0), y));
});

const PLACES = { query: [0, 1, 2].map((index) => ({ tokens: [index] })), key: [0, 1, 2].map((index) => ({ tokens: [index] })) };

function map(more = {}) {
  const made = pen(600, 120);
  drawMap(made, { attention: ATTENTION, end: 1, at: CLOSED, focus: null, top: 0, room: 120, causal: true, places: PLACES, ...more }, THEME);
  return made;
}

const cellOf = (query, key) => [CLOSED.lines.from + ((CLOSED.lines.to - CLOSED.lines.from) * (key + 0.5)) / 3, middle(CLOSED, query)];

test('in a heat map the full weight has the full colour, and no weight none', () => {
  const made = map({ causal: false });
  equal([pixel(made, ...cellOf(0, 0)), pixel(made, ...cellOf(0, 2))], [[128, 0, 128, 255], [255, 255, 255, 255]]);
});

test('a heat map of weak weights is scaled to them, so that it is not empty', () => {
  const weak = Float32Array.from(ATTENTION, (weight) => weight / 100);
  ok(pixel(map({ attention: weak, end: 0.01, causal: false }), ...cellOf(0, 0))[1] < 60);
});

test('the causal mask of a heat map is hatched', () => {
  const [x, y] = cellOf(0, 2);
  const { data } = map().getImageData(Math.round(x) - 15, Math.round(y) - 15, 30, 30);
  let hatched = 0;
  for (let i = 0; i < data.length; i += 4) if (data[i] < 250) hatched += 1;
  ok(hatched > 50, `${hatched} pixels`);
});
