// Colours as numbers: hex in, a ramp out. A ramp is made once per drawing and only looked up afterwards.

const STEPS = 64;

/** "#rrggbb" to [r, g, b]. */
export function rgb(hex) {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** The colour a share t (0..1) of the way from one hex colour to another. */
export function mix(from, to, t) {
  const a = rgb(from);
  const b = rgb(to);
  const share = Math.min(1, Math.max(0, t));
  const channels = a.map((value, i) => Math.round(value + (b[i] - value) * share));
  return `rgb(${channels.join(', ')})`;
}

/** A function from 0..1 to a colour between two hex colours. */
export function ramp(from, to) {
  const colours = Array.from({ length: STEPS + 1 }, (_, i) => mix(from, to, i / STEPS));
  return (t) => colours[Math.round(Math.min(1, Math.max(0, t)) * STEPS)];
}

/** Small numbers are lifted a little, or most cells of a vector would look alike; the drawn scale is lifted the same way. */
const LIFT = 0.6;

/** A function from a signed number to its colour: neutral at zero, full colour at ±max. */
export function signedColours(theme, max) {
  const positive = ramp(theme.zero, theme.positive);
  const negative = ramp(theme.zero, theme.negative);
  return (value) => (value < 0 ? negative : positive)(max > 0 ? (Math.abs(value) / max) ** LIFT : 0);
}
