// One run at a time: asks, shows progress only when it takes long enough to be seen, cancels, and hands on the reply.

const PATIENCE = 200; // milliseconds before progress is shown

/** A runner for the panel `name` through the door's `ask`. `shown(body, reply)` is called with a drawn reply, and its promise is waited for. */
export function runner({ name, frame, ask, shown }) {
  let under = null;
  let hasPicture = false;

  /** Runs `body`; true when a picture came of it. A run under way is cancelled by the next. */
  async function run(body) {
    under?.abort();
    const mine = new AbortController();
    under = mine;
    const patience = setTimeout(() => frame.running(() => mine.abort()), PATIENCE);
    const again = () => run(body);
    try {
      const reply = await ask(name, body, { signal: mine.signal });
      if (under !== mine) return false;
      if (reply.state === 'drawn') await shown(body, reply);
      hasPicture ||= reply.state === 'drawn';
      clearTimeout(patience);
      show(frame, reply, again);
      return reply.state === 'drawn';
    } catch (trouble) {
      clearTimeout(patience);
      if (under !== mine) return false;
      if (trouble.name === 'AbortError') cancelled(again);
      else frame.broken({ message: trouble.message, cause: trouble.stack }, again);
      return false;
    } finally {
      clearTimeout(patience);
      if (under === mine) under = null;
    }
  }

  function cancelled(again) {
    if (hasPicture) frame.ready();
    else frame.empty('Cancelled. Nothing has run yet.', again);
  }

  return { run };
}

function show(frame, reply, again) {
  if (reply.state === 'drawn') frame.ready();
  else if (reply.state === 'refused') frame.refused(reply, again);
  else frame.broken(reply, again);
}
