// Runs the test file that ?file= names and reports what came of it, also when it could not be loaded.

import { runAll } from './kit.js';

const PATIENCE = 5000; // milliseconds

const file = new URLSearchParams(location.search).get('file') ?? '';

/** Waits for the keyboard, which the window hands over soon after it has opened: focus events need it. */
async function focused() {
  await fetch('/test/started', { method: 'POST' });
  const end = performance.now() + PATIENCE;
  while (!document.hasFocus() && performance.now() < end) await new Promise((next) => setTimeout(next, 20));
}

async function results() {
  try {
    await focused();
    if (!/^[\w-]+\.test\.js$/.test(file)) throw new Error(`"${file}" is not the name of a test file`);
    await import(`./${file}`);
    return await runAll();
  } catch (trouble) {
    return [{ name: 'the file can be loaded', ok: false, message: `${trouble.message}\n${trouble.stack ?? ''}` }];
  }
}

const report = { file, results: await results() };
await fetch('/test/report', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(report) });
document.title = 'Reported';
