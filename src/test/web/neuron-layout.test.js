// Where things stand, and what lies under a point.

import { layout, middle, rowHeight, tokenAt, under, widestToken } from '/web/panels/neuron/layout.js';
import { equal, near, ok, test } from './kit.js';

const CLOSED = { width: 626, row: 28, count: 10, unit: 1, tokenWidth: 80, open: false };
const OPEN = { ...CLOSED, open: true };

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

for (const [width, unit] of [[600, 1], [626, 1], [1276, 1], [580, 1.5], [900, 1.5]]) {
  test(`the columns of an open computation do not overlap and fit: ${width} px, scale ${unit}`, () => {
    const { queries, keys, strips, width: total } = layout({ ...OPEN, width, unit });
    const columns = [queries, keys, strips.k, strips.product, strips.score, strips.softmax];
    columns.slice(1).forEach((column, i) => ok(column.x >= columns[i].x + columns[i].width, `column ${i + 1}`));
    near([total, strips.softmax.x + strips.softmax.width], [width, width], 1e-6);
  });
}

test('too little room makes the picture wider than its column, so that it scrolls', () => {
  const at = layout({ ...OPEN, width: 300 });
  ok(at.width > 300);
});

test('rows come closer before the picture grows, and never too close to read', () => {
  equal([rowHeight(10, 10, 1), rowHeight(12, 10, 1), rowHeight(200, 10, 1), rowHeight(3, 10, 1), rowHeight(10, 10, 1.5)], [28, 23, 22, 32, 42]);
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
  const { k, product, score } = at.strips;
  equal(under(at, 32, k.x + 0.1, middle(at, 2)), { key: 2, column: 'k', dimension: 0 });
  equal(under(at, 32, product.x + product.width - 0.1, middle(at, 0)), { key: 0, column: 'product', dimension: 31 });
  equal(under(at, 32, score.x + 3, middle(at, 4)), { key: 4, column: 'score', dimension: null });
  equal([under(at, 32, k.x - 3, middle(at, 2)), under(at, 32, k.x + 3, 300)], [null, null]);
  equal(under(layout(CLOSED), 0, 300, 20), null);
});

test('the widest token is measured in letters, not in bytes', () => near(widestToken(['a', '日本語'], 2), 3 * 15.6 + 32));
