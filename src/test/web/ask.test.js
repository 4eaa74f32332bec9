// The door to the program, with a hand-made network border.

import { door, RunGone } from '/web/kit/ask.js';
import { equal, ok, test, until } from './kit.js';

/** A border that remembers what was sent and answers with `answer(path, request)`. */
function border(answer) {
  const sent = [];
  const send = async (path, request = {}) => {
    sent.push({ path, body: request.body, method: request.method ?? 'GET' });
    return answer(path, request);
  };
  return { sent, ...door(send) };
}

const json = (value, status = 200) => new Response(JSON.stringify(value), { status });
const BODY = { model: 'course/gpt', text: 'The dog' };

test('a question carries its panel, a ticket of its own and its body', async () => {
  const { ask, sent } = border(() => json({ state: 'drawn', run: 'r1' }));
  await ask('neuron', BODY);
  await ask('neuron', BODY);
  const tickets = sent.map(({ path }) => path.match(/^\/ask\/neuron\?ticket=([\w-]+)$/)[1]);
  ok(tickets[0] !== tickets[1], 'two questions had one ticket');
  equal([sent[0].method, JSON.parse(sent[0].body)], ['POST', BODY]);
});

test('the three replies come through as they are', async () => {
  for (const reply of [{ state: 'drawn', run: 'r1' }, { state: 'refused', message: 'No.' }, { state: 'broken', log: '7', message: 'Oh.' }]) {
    equal(await border(() => json(reply)).ask('neuron', BODY), reply);
  }
});

test('an HTTP trouble is a broken reply that names its number', async () => {
  const reply = await border(() => new Response('', { status: 502 })).ask('neuron', BODY);
  equal([reply.state, reply.message], ['broken', 'Loupe could not answer (HTTP 502). Try again.']);
});

test('an answer that is no JSON is a broken reply', async () => {
  const reply = await border(() => new Response('<html>')).ask('neuron', BODY);
  equal([reply.state, reply.message], ['broken', 'Loupe gave an answer that this page cannot read. Try again.']);
});

test('an answer in an unknown state is a broken reply', async () => {
  equal((await border(() => json({ state: 'maybe' })).ask('neuron', BODY)).state, 'broken');
  equal((await border(() => json(null)).ask('neuron', BODY)).state, 'broken');
});

test('a network that fails is a broken reply that says what is safe', async () => {
  const reply = await border(() => Promise.reject(new TypeError('Failed to fetch'))).ask('neuron', BODY);
  equal([reply.state, reply.message, reply.cause],
    ['broken', 'Loupe did not answer. What you typed is safe; try again.', 'TypeError: Failed to fetch']);
});

/** Answers a question only by its abort, as fetch does. */
function hanging(path, { signal }) {
  if (path.startsWith('/cancel/')) return json({});
  return new Promise((_, fail) => signal.addEventListener('abort', () => fail(new DOMException('stop', 'AbortError'))));
}

test('an aborted question rejects and cancels its ticket', async () => {
  const { ask, sent } = border(hanging);
  const stop = new AbortController();
  const asked = ask('neuron', BODY, { signal: stop.signal }).catch((trouble) => trouble.name);
  await until(() => sent.length === 1, 'the question was sent');
  stop.abort();
  equal(await asked, 'AbortError');
  equal(sent[1].path, `/cancel/${sent[0].path.split('ticket=')[1]}`);
});

test('a question that was aborted before it was asked is not sent', async () => {
  const { ask, sent } = border(hanging);
  const asked = await ask('neuron', BODY, { signal: AbortSignal.abort() }).catch((trouble) => trouble.name);
  equal([asked, sent.length], ['AbortError', 0]);
});

test('an abort after the answer cancels nothing', async () => {
  const { ask, sent } = border(() => json({ state: 'drawn' }));
  const stop = new AbortController();
  await ask('neuron', BODY, { signal: stop.signal });
  stop.abort();
  equal(sent.length, 1);
});

test('a grid is float32 of one head', async () => {
  const { grid, sent } = border(() => new Response(new Float32Array([0.5, -2]).buffer));
  equal(Array.from(await grid('r3', 'attn.1', 2)), [0.5, -2]);
  equal(sent[0].path, '/run/r3/attn.1?head=2');
});

test('a run that has gone is told from other troubles', async () => {
  const gone = await border(() => new Response('This run has gone.', { status: 404 })).grid('r1', 'q.0', 0).catch((trouble) => trouble);
  ok(gone instanceof RunGone && gone.message === 'This run has gone.');
  const other = await border(() => new Response('', { status: 500 })).grid('r1', 'q.0', 0).catch((trouble) => trouble);
  equal([other instanceof RunGone, other.message], [false, 'The numbers of q.0 did not come (HTTP 500).']);
});

test('an event that nobody hears breaks nothing', async () => {
  equal(await border(() => Promise.reject(new TypeError('no'))).post('page/scroll', { y: 3 }), false);
  const { post, sent } = border(() => json({}));
  equal([await post('page/scroll', { y: 3 }), sent[0].path, sent[0].body], [true, '/page/scroll', '{"y":3}']);
});

test('a fetch is begun once, looked at until it ends, and told as it goes', async () => {
  const standings = [{ state: 'running', done: 1, total: 3 }, { state: 'running', done: 2, total: 3 }, { state: 'done' }];
  const { fetchModel, sent } = border(() => json(standings.shift()));
  const told = [];
  equal(await fetchModel('org/name', { told: ({ done }) => told.push(done) }), { state: 'done' });
  equal([told, sent.map(({ method, path }) => `${method} ${path}`)],
    [[1, 2], ['POST /fetch?model=org%2Fname', 'GET /fetch?model=org%2Fname', 'GET /fetch?model=org%2Fname']]);
});

test('an aborted fetch is cancelled at the program', async () => {
  const mine = new AbortController();
  let cancelled = false;
  const { fetchModel } = border((path) => {
    cancelled ||= path === '/fetch/cancel?model=gpt2';
    return json(cancelled ? { state: 'cancelled' } : { state: 'running', done: 0, total: 1 });
  });
  equal(await fetchModel('gpt2', { signal: mine.signal, told: () => mine.abort() }), { state: 'cancelled' });
});

test('a fetch that hears nothing has failed and says what is safe', async () => {
  const { fetchModel } = border(() => Promise.reject(new TypeError('gone')));
  const { state, message } = await fetchModel('gpt2', { told: () => {} });
  equal([state, message], ['failed', 'Loupe did not answer. What has come so far is kept; try again.']);
});
