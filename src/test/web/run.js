// Runs the test file that ?file= names and reports what came of it, also when it could not be loaded.

import { runAll } from './kit.js';

const file = new URLSearchParams(location.search).get('file') ?? '';

async function results() {
  try {
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
