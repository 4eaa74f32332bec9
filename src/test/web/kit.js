// The test kit: a test is a sentence and a function. Results are collected and reported by run.js.

const PATIENCE = 10000; // milliseconds before a test that hangs has failed

const tests = [];

/** Registers a test; its name states the fact. */
export function test(name, body) {
  tests.push({ name, body });
}

export function ok(truth, message = 'expected it to hold') {
  if (!truth) throw new Error(message);
}

/** Equal as JSON. */
export function equal(found, wanted, message = '') {
  const [a, b] = [JSON.stringify(found), JSON.stringify(wanted)];
  if (a !== b) throw new Error(`${message ? `${message}: ` : ''}found ${a}, wanted ${b}`);
}

/** Numbers, or lists of numbers, that agree within `tolerance`. */
export function near(found, wanted, tolerance = 1e-6) {
  const [a, b] = [found, wanted].map((value) => (typeof value === 'number' ? [value] : Array.from(value)));
  equal(a.length, b.length, 'length');
  a.forEach((value, i) => ok(Math.abs(value - b[i]) <= tolerance, `at ${i}: found ${value}, wanted ${b[i]}`));
}

/** Waits until `holds()` is true; says `message` when it never is. */
export async function until(holds, message) {
  const end = performance.now() + PATIENCE / 2;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`never happened: ${message}`);
    await new Promise(requestAnimationFrame);
  }
}

/** Runs all tests in their order: [{ name, ok, message }]. */
export async function runAll() {
  const results = [];
  for (const { name, body } of tests) results.push(await runOne(name, body));
  return results;
}

async function runOne(name, body) {
  const late = new Promise((_, fail) => setTimeout(() => fail(new Error('took too long')), PATIENCE));
  try {
    await Promise.race([Promise.resolve().then(body), late]);
    return { name, ok: true, message: '' };
  } catch (trouble) {
    return { name, ok: false, message: `${trouble.message}\n${trouble.stack ?? ''}` };
  }
}
