// Numbers as people read them: a real minus, as many digits as mean something.

/** A weight between 0 and 1: "0.42", "<0.01". */
export function weight(value) {
  return value > 0 && value < 0.005 ? '<0.01' : value.toFixed(2);
}

/** A weight where there is room for it: "0.4215", "0.00021", "0". */
export function exact(value) {
  if (value === 0) return '0';
  return value < 0.001 ? value.toPrecision(2).replace('e-', 'e−') : value.toFixed(4);
}

/** A signed number: three digits that count, "1.20", "−0.0371", "0". */
export function signed(value) {
  const size = Math.abs(value);
  if (size === 0) return '0';
  const text = size < 0.001 ? size.toExponential(0) : size >= 100 ? size.toFixed(0) : size.toPrecision(3);
  return (value < 0 ? '−' : '') + text.replace('e-', 'e−');
}

/** A signed number in a column: always two decimals. */
export function fixed(value) {
  const text = Math.abs(value).toFixed(2);
  return (value < 0 && Number(text) !== 0 ? '−' : '') + text;
}

/** A probability in per cent: "12 %", "3.4 %", "<0.1 %". */
export function percent(value) {
  const share = value * 100;
  if (share > 0 && share < 0.1) return '<0.1 %';
  return `${share >= 10 ? share.toFixed(0) : share.toFixed(1)} %`;
}

/** A size: "870 B", "12 kB", "548 MB", "1.4 GB". */
export function bytes(count) {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const step = Math.min(units.length - 1, count < 1 ? 0 : Math.floor(Math.log10(count) / 3));
  const value = count / 1000 ** step;
  return `${step > 2 && value < 10 ? value.toFixed(1) : value.toFixed(0)} ${units[step]}`;
}

/** A time that is left: "40 s", "3 min", "1 h 5 min". */
export function duration(seconds) {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** The smallest of 1, 1.5, 2, 3, 5, 7.5 times a power of ten that is at least `value`: the end of a scale. */
export function roundUp(value) {
  if (!(value > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 1.5, 2, 3, 5, 7.5, 10].find((candidate) => candidate * power >= value * (1 - 1e-9));
  return Number((step * power).toPrecision(3));
}

/** The largest size among numbers. */
export function largest(values) {
  let most = 0;
  for (const value of values) most = Math.max(most, Math.abs(value));
  return most;
}

/** A weight that may be very small: "0.42", "0.031", "0.0021", "<0.0001". */
export function small(value) {
  if (value >= 0.1 || value === 0) return value >= 100 ? value.toFixed(0) : value.toFixed(2);
  if (value < 0.0001) return '<0.0001';
  return value >= 0.01 ? value.toFixed(3) : value.toFixed(4);
}
