// The one door to the program. Nothing else in the page calls fetch, and nothing here knows what is asked.

/** The program keeps the numbers of the last few runs only; whoever meets this asks for the run again. */
export class RunGone extends Error {}

const POLL = 300; // milliseconds between two looks at a fetch

/** Builds the door over a `fetch`; the page uses the one exported below, tests hand in their own border. */
export function door(send = (...request) => fetch(...request)) {
  const postTo = (path, body, signal) =>
    send(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body), signal });

  /** Tells the program that something happened in the page; true when it was heard. */
  async function post(path, body = {}) {
    try {
      return (await postTo(`/${path}`, body)).ok;
    } catch {
      return false;
    }
  }

  /**
   * One of three replies: drawn, refused or broken. Rejects with AbortError, and cancels the work, when `signal` aborts; who is `patient`
   * cancels the work and takes the reply all the same.
   */
  async function ask(panel, body, { signal, patient = false } = {}) {
    signal?.throwIfAborted();
    const ticket = newTicket();
    const cancel = () => void post(`cancel/${ticket}`);
    signal?.addEventListener('abort', cancel, { once: true });
    try {
      return await readReply(await postTo(`/ask/${panel}?ticket=${ticket}`, body, patient ? undefined : signal));
    } catch (trouble) {
      if (trouble.name === 'AbortError') throw trouble;
      return broken('Loupe did not answer. What you typed is safe; try again.', trouble);
    } finally {
      signal?.removeEventListener('abort', cancel);
    }
  }

  /** The page itself as the program has it now. */
  const page = async () => (await send(location.pathname)).text();

  /** The numbers of one place in a run, of one head or of all: float32, row after row. */
  const grid = (run, place, head) => numbers(run, place, head === undefined ? {} : { head });

  /**
   * Some numbers of one place, one head after the other. wish: { head: one or several, row or column: only that one of each head,
   * as: 'byte' for one byte each (coded.js), pool: matrices of at most so many rows and columns, one byte each }.
   */
  async function numbers(run, place, wish = {}) {
    const query = new URLSearchParams(Object.entries(wish).filter(([, value]) => value !== undefined).map(([key, value]) => [key, String(value)]));
    const answer = await send(`/run/${run}/${place}${query.size ? `?${query}` : ''}`);
    if (answer.status === 404) throw new RunGone(await answer.text());
    if (!answer.ok) throw new Error(`The numbers of ${place} did not come (HTTP ${answer.status}).`);
    const buffer = await answer.arrayBuffer();
    return wish.as === 'byte' || wish.pool ? new Uint8Array(buffer) : new Float32Array(buffer);
  }

  /** The ids of the models on this computer. */
  async function models() {
    try {
      return (await (await send('/models')).json()).models;
    } catch {
      return []; // the one of the lesson can be chosen in any case
    }
  }

  /** Writes a file into the person's folder of downloads; resolves with { path } or { message }. `body` is text, or a data URL. */
  async function save(name, body) {
    try {
      return await (await send(`/save/${encodeURIComponent(name)}`, { method: 'POST', body })).json();
    } catch (trouble) {
      return { message: 'The file was not saved: Loupe did not answer. Try again.', cause: String(trouble) };
    }
  }

  /**
   * Has the program fetch a model that is not on this computer, and tells `told` how far it is:
   * { file, done, total, secondsLeft, remark }. Resolves with { state: 'done' | 'failed' | 'cancelled', message }.
   */
  async function fetchModel(model, { signal, told }) {
    const address = `/fetch?model=${encodeURIComponent(model)}`;
    const cancel = () => void send(`/fetch/cancel?model=${encodeURIComponent(model)}`, { method: 'POST' });
    signal?.addEventListener('abort', cancel, { once: true });
    try {
      let standing = await (await send(address, { method: 'POST' })).json();
      while (standing.state === 'running') {
        told(standing);
        await new Promise((next) => setTimeout(next, POLL));
        standing = await (await send(address)).json();
      }
      return standing;
    } catch (trouble) {
      return { state: 'failed', message: 'Loupe did not answer. What has come so far is kept; try again.', cause: String(trouble) };
    } finally {
      signal?.removeEventListener('abort', cancel);
    }
  }

  return { ask, fetchModel, grid, models, numbers, page, post, save };
}

async function readReply(answer) {
  if (!answer.ok) return broken(`Loupe could not answer (HTTP ${answer.status}). Try again.`);
  try {
    const reply = await answer.json();
    if (['drawn', 'refused', 'broken'].includes(reply.state)) return reply;
    return broken('Loupe gave an answer that this page cannot read. Try again.');
  } catch (trouble) {
    if (trouble.name === 'AbortError') throw trouble;
    return broken('Loupe gave an answer that this page cannot read. Try again.', trouble);
  }
}

function broken(message, trouble) {
  return { state: 'broken', log: '', message, cause: trouble ? String(trouble) : '' };
}

let asked = 0;

function newTicket() {
  asked += 1;
  return `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}-${asked}`;
}

export const { ask, fetchModel, grid, models, numbers, page, post, save } = door();
