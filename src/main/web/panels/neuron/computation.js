// The computation behind one row of attention: q × k, their scaled sum, the softmax, and what the weights make of the values.

/**
 * Recomputes what one query does with the keys it may see.
 * query: `size` numbers; k, v: rows of `size` numbers, one per key; seen: how many keys the query may see, from the first;
 * position: what distances add to each score, or null.
 * Returns products (seen × size), dots and scores (seen), weights (seen, sum 1), parts (seen × size) and their sum (size).
 */
export function compute({ query, k, v, size, scale, seen, position = null }) {
  const products = new Float32Array(seen * size);
  const dots = new Float32Array(seen);
  const scores = new Float32Array(seen);
  for (let key = 0; key < seen; key += 1) {
    let sum = 0;
    for (let d = 0; d < size; d += 1) {
      const product = query[d] * k[key * size + d];
      products[key * size + d] = product;
      sum += product;
    }
    dots[key] = sum;
    scores[key] = sum * scale + (position ? position[key] : 0);
  }
  const weights = softmax(scores);
  return { seen, products, dots, scores, weights, ...mixed(weights, v, size) };
}

/** The values, each times its weight, and what they add up to. */
export function mixed(weights, v, size) {
  const parts = new Float32Array(weights.length * size);
  const sum = new Float32Array(size);
  for (let key = 0; key < weights.length; key += 1) {
    for (let d = 0; d < size; d += 1) {
      parts[key * size + d] = weights[key] * v[key * size + d];
      sum[d] += parts[key * size + d];
    }
  }
  return { parts, sum };
}

/** Exponentials that sum to 1; the largest is taken off first, so that none overflows. */
export function softmax(scores) {
  const top = scores.reduce((most, score) => Math.max(most, score), -Infinity);
  const powers = Float64Array.from(scores, (score) => Math.exp(score - top));
  const sum = powers.reduce((total, power) => total + power, 0);
  return Float32Array.from(powers, (power) => power / sum);
}

/** The largest difference between the recomputed weights and the row the model gave. */
export function difference(weights, row) {
  return weights.reduce((most, weight, key) => Math.max(most, Math.abs(weight - row[key])), 0);
}
