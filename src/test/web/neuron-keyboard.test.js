// Every token and every number can be reached with the arrow keys.

import { move } from '/web/panels/neuron/keyboard.js';
import { equal, test } from './kit.js';

const CLOSED = { counts: { query: 12, key: 12 }, steps: 0 };
const OPEN = { counts: { query: 12, key: 12 }, steps: 4 };
const query = (index) => ({ side: 'query', index, dimension: null });
const key = (index, dimension = null) => ({ side: 'key', index, dimension });

test('up and down go from token to token and stop at the ends', () => {
  equal([move(query(3), 'ArrowDown', CLOSED), move(query(0), 'ArrowUp', CLOSED), move(query(11), 'ArrowDown', CLOSED)], [query(4), query(0), query(11)]);
});

test('Home, End and the page keys go further', () => {
  equal([move(query(5), 'Home', CLOSED), move(query(5), 'End', CLOSED), move(query(5), 'PageDown', CLOSED), move(query(5), 'PageUp', CLOSED)],
    [query(0), query(11), query(11), query(0)]);
});

test('right and left change between the columns at the same row', () => {
  equal([move(query(5), 'ArrowRight', CLOSED), move(key(5), 'ArrowLeft', CLOSED)], [key(5), query(5)]);
  equal([move(query(5), 'ArrowLeft', CLOSED), move(key(5), 'ArrowRight', CLOSED)], [query(5), key(5)]);
});

test('in an open computation right goes on through the dimensions, and left comes back', () => {
  equal(move(key(5), 'ArrowRight', OPEN), key(5, 0));
  equal([move(key(5, 2), 'ArrowRight', OPEN), move(key(5, 3), 'ArrowRight', OPEN)], [key(5, 3), key(5, 3)]);
  equal([move(key(5, 1), 'ArrowLeft', OPEN), move(key(5, 0), 'ArrowLeft', OPEN)], [key(5, 0), key(5)]);
});

test('up and down keep the dimension', () => equal(move(key(5, 2), 'ArrowUp', OPEN), key(4, 2)));

test('other keys mean nothing here', () => equal([move(query(1), 'a', OPEN), move(query(1), 'Tab', OPEN)], [null, null]));

test('where the columns have different lengths, the other one is entered where it ends', () => {
  const cross = { counts: { query: 12, key: 5 }, steps: 0 };
  equal([move(query(9), 'ArrowRight', cross), move(key(4), 'ArrowDown', cross), move(key(4), 'ArrowLeft', cross)], [key(4), key(4), query(4)]);
});
