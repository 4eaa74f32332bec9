// One run at a time: asks, shows progress only when it takes long enough to be seen, cancels, and hands on the reply.

const PATIENCE = 200; // milliseconds before progress is shown

/**
 * A runner for the panel `name` through the door's `ask`. `shown(body, reply)` is called with a drawn reply, and its promise is waited for.
 * A model that is not on this computer is fetched through `fetchModel`, on the person's word. `again()` runs what is chosen by then:
 * what a refusal asks for may have been written meanwhile.
 */
export function runner({ name, frame, ask, fetchModel, shown, again }) {
  let under = null;
  let hasPicture = false;

  /** Runs `body`; true when a picture came of it. A run under way is cancelled by the next. */
  async function run(body) {
    under?.abort();
    const mine = new AbortController();
    under = mine;
    const patience = setTimeout(() => under === mine && frame.running(() => mine.abort()), PATIENCE);
    try {
      const reply = await ask(name, body, { signal: mine.signal });
      if (under !== mine) return false;
      if (reply.state === 'drawn') await shown(body, reply);
      hasPicture ||= reply.state === 'drawn';
      clearTimeout(patience);
      show(frame, reply, again, reply.offer?.fetch && fetchModel ? () => fetchThen(reply) : null);
      return reply.state === 'drawn';
    } catch (trouble) {
      clearTimeout(patience);
      if (under !== mine) return false;
      if (trouble.name === 'AbortError') cancelled();
      else frame.broken({ message: trouble.message, cause: trouble.stack }, again);
      return false;
    } finally {
      clearTimeout(patience);
      if (under === mine) under = null;
    }
  }

  function cancelled() {
    if (hasPicture) frame.ready();
    else frame.empty('Cancelled. Nothing has run yet.', again);
  }

  async function fetchThen(refusal) {
    const model = refusal.offer.fetch;
    const mine = new AbortController();
    const told = frame.fetching(model, () => mine.abort());
    told({ done: 0, total: 0 });
    const { state, message } = await fetchModel(model, { signal: mine.signal, told });
    if (state === 'done') return again();
    const words = state === 'cancelled' ? `Cancelled. What has come of ${model} is kept, and the next fetch goes on from there.` : message;
    return frame.refused({ ...refusal, message: words }, again, () => fetchThen(refusal));
  }

  /** Stops what is under way; nothing is shown of it. */
  function stop() {
    if (!under) return;
    under.abort();
    under = null;
    frame.ready();
  }

  return { run, stop };
}

function show(frame, reply, again, fetch) {
  if (reply.state === 'drawn') frame.ready();
  else if (reply.state === 'refused') frame.refused(reply, again, fetch);
  else frame.broken(reply, again);
}
