// Weights in one byte each, as the program codes them for pictures (loupe.panel.Coded): four bits of exponent, four of mantissa.

const SHIFT = 19;
const FIRST = 0x6f1;

/** The weight each byte stands for: 0, then from 2^-15 to 1, each less than one part in 31 away from what it was. */
export const WEIGHTS = table();

function table() {
  const bits = Uint32Array.from({ length: 256 }, (_, byte) => (byte === 0 ? 0 : (byte + FIRST) << SHIFT));
  return new Float32Array(bits.buffer);
}

/** Bytes to weights. */
export function decode(bytes) {
  const weights = new Float32Array(bytes.length);
  for (let i = 0; i < bytes.length; i += 1) weights[i] = WEIGHTS[bytes[i]];
  return weights;
}

/** Weights to bytes, as the program does it. */
export function encode(weights) {
  const bits = new Uint32Array(weights.buffer, weights.byteOffset, weights.length);
  const bytes = new Uint8Array(weights.length);
  for (let i = 0; i < weights.length; i += 1) {
    if (weights[i] > 0) bytes[i] = Math.max(0, Math.min(255, ((bits[i] + (1 << (SHIFT - 1))) >>> SHIFT) - FIRST));
  }
  return bytes;
}
