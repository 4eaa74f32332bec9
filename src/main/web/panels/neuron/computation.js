// The computation behind one row of attention: q × k, their sum times the scale, the softmax.

/**
 * Recomputes what one query does with the keys it may see.
 * q, k: rows of `size` numbers, one per token; causal: a query sees no key after its own position.
 * Returns products (seen × size), scores (seen) and weights (seen, sum 1).
 */
export function compute({ q, k, index, size, scale, causal }) {
  const count = k.length / size;
  const seen = causal ? index + 1 : count;
  const products = new Float32Array(seen * size);
  const scores = new Float32Array(seen);
  for (let key = 0; key < seen; key += 1) {
    let sum = 0;
    for (let d = 0; d < size; d += 1) {
      const product = q[index * size + d] * k[key * size + d];
      products[key * size + d] = product;
      sum += product;
    }
    scores[key] = sum * scale;
  }
  return { seen, products, scores, weights: softmax(scores) };
}

/** Exponentials that sum to 1; the largest is taken off first, so that none overflows. */
export function softmax(scores) {
  const top = Math.max(...scores);
  const powers = Float64Array.from(scores, (score) => Math.exp(score - top));
  const sum = powers.reduce((total, power) => total + power, 0);
  return Float32Array.from(powers, (power) => power / sum);
}

/** The largest difference between the recomputed weights and the row the model gave. */
export function difference(weights, row) {
  return weights.reduce((most, weight, key) => Math.max(most, Math.abs(weight - row[key])), 0);
}
