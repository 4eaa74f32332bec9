// Where things stand, and what lies under a point.

import { inSight, layout, longest, mapCellAt, middle, rowHeight, tokenAt, tokenWidth, under } from '/web/panels/neuron/layout.js';
import { equal, near, ok, test } from './kit.js';

const CLOSED = { width: 626, row: 28, counts: { query: 10, key: 10 }, unit: 1, tokenWidth: 80, open: null };
const OPEN = { ...CLOSED, open: { position: false } };

test('the closed picture stands in the middle, both sides alike', () => {
  const at = layout(CLOSED);
  near(at.queries.x, at.width - at.keys.x - at.keys.width);
  ok(at.lines.to - at.lines.from > 200, `the lines have ${at.lines.to - at.lines.from} px`);
  equal([at.height, at.strips], [280, null]);
});

test('a wide column does not stretch the lines without end', () => {
  const at = layout({ ...CLOSED, width: 2000 });
  ok(at.keyBars.x + at.keyBars.width - at.queryBars.x <= 920);
});

test('long tokens do not take the room of the lines', () => {
  const at = layout({ ...CLOSED, tokenWidth: 900 });
  equal([at.queries.width, at.keys.width], [148, 148]);
});

for (const [width, unit, position] of [[606, 1, false], [606, 1, true], [626, 1, false], [1276, 1, true], [900, 1.5, false]]) {
  test(`the columns of an open computation do not overlap and fit: ${width} px, scale ${unit}${position ? ', with distances' : ''}`, () => {
    const { queries, keys, strips, width: total } = layout({ ...OPEN, open: { position }, width, unit });
    const columns = [queries, keys, ...Object.values(strips)];
    columns.slice(1).forEach((column, i) => ok(column.x >= columns[i].x + columns[i].width, `column ${i + 1}`));
    near([total, strips.part.x + strips.part.width], [width, width - 2 * unit], 1e-6); // the frame of the last number has room
    equal(Object.keys(strips), ['k', 'product', 'score', ...(position ? ['distance'] : []), 'softmax', 'v', 'part']);
  });
}

test('too little room makes the picture wider than its column, so that it scrolls', () => {
  const at = layout({ ...OPEN, width: 300 });
  ok(at.width > 300);
});

test('rows come closer before the picture grows, and never too close to read', () => {
  equal([rowHeight(10, 10, 1), rowHeight(12, 10, 1), rowHeight(200, 10, 1), rowHeight(3, 10, 1), rowHeight(10, 10, 1.5)], [28, 23, 22, 32, 42]);
});

test('zooming makes rows lower and higher', () => equal([rowHeight(200, 10, 1, 0.5), rowHeight(200, 10, 1, 2), rowHeight(200, 10, 1, 0.01)], [11, 44, 4]));

test('only the rows in sight are counted', () => equal([inSight({ row: 20 }, 100, 400, 200), inSight({ row: 20 }, 12, 0, 2000)], [[20, 30], [0, 11]]));

test('columns of different lengths have the height of the longer one, and end where they end', () => {
  const at = layout({ ...CLOSED, counts: { query: 4, key: 10 } });
  equal([at.height, tokenAt(at, at.queries.x + 5, middle(at, 4)), tokenAt(at, at.keys.x + 5, middle(at, 4))], [280, null, { side: 'key', index: 4 }]);
});

test('between the columns a heat map has a cell for each query and key', () => {
  const at = layout({ ...CLOSED, counts: { query: 4, key: 10 } });
  const { from, to } = at.lines;
  equal([mapCellAt(at, from + 1, middle(at, 3)), mapCellAt(at, to - 1, middle(at, 0))], [{ query: 3, key: 0 }, { query: 0, key: 9 }]);
  equal([mapCellAt(at, from - 1, 5), mapCellAt(at, from + 1, middle(at, 4))], [null, null]);
});

test('a point finds the token of its row', () => {
  const at = layout(CLOSED);
  equal(tokenAt(at, at.queries.x + 5, middle(at, 3)), { side: 'query', index: 3 });
  equal(tokenAt(at, at.keys.x + 5, middle(at, 9)), { side: 'key', index: 9 });
  equal(tokenAt(at, (at.lines.from + at.lines.to) / 2, middle(at, 3)), null);
  equal([tokenAt(at, 5, -1), tokenAt(at, 5, 281)], [null, null]);
});

test('a point in an open computation finds column, key and dimension', () => {
  const at = layout(OPEN);
  const { k, product, score, part } = at.strips;
  equal(under(at, 32, k.x + 0.1, middle(at, 2)), { key: 2, column: 'k', dimension: 0 });
  equal(under(at, 32, product.x + product.width - 0.1, middle(at, 0)), { key: 0, column: 'product', dimension: 31 });
  equal(under(at, 32, score.x + 3, middle(at, 4)), { key: 4, column: 'score', dimension: null });
  equal(under(at, 32, part.x + 0.1, middle(at, 4)), { key: 4, column: 'part', dimension: 0 });
  equal([under(at, 32, k.x - 3, middle(at, 2)), under(at, 32, k.x + 3, 300)], [null, null]);
  equal(under(layout(CLOSED), 0, 300, 20), null);
});

test('the widest token is measured in letters, not in bytes', () => near(tokenWidth(longest(['a', '日本語']), 2), 3 * 15.6 + 32));
