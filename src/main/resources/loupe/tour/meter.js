(() => {
  // Measures one panel from inside its page: what comes over the border, and when the frame after it has been painted.
  const section = document.querySelector('section.experiment');
  const meter = { bytes: 0, replied: 0, slowest: 0 };
  const painted = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))));
  const send = window.fetch;
  window.fetch = async (path, ...rest) => {
    const answer = await send(path, ...rest);
    if (String(path).startsWith('/ask/')) meter.replied = performance.now();
    return answer;
  };
  for (const [name, size] of [['arrayBuffer', (body) => body.byteLength], ['text', (body) => body.length], ['json', (body) => JSON.stringify(body).length]]) {
    const own = Response.prototype[name];
    Response.prototype[name] = async function counted(...args) {
      const body = await own.apply(this, args);
      meter.bytes += size(body);
      return body;
    };
  }
  const nextRun = () => new Promise((done) => {
    const before = section.dataset.run;
    const seen = new MutationObserver(() => {
      if (section.dataset.state !== 'ready' || section.dataset.run === before) return;
      seen.disconnect();
      done(painted());
    });
    seen.observe(section, { attributes: true });
  });
  const becomes = async (holds) => {
    const end = performance.now() + 20000;
    while (!holds()) {
      if (performance.now() > end) throw new Error('it never happened');
      await new Promise(requestAnimationFrame);
    }
    return painted();
  };

  meter.firstPaint = async () => {
    const run = nextRun();
    section.scrollIntoView({ block: 'start', behavior: 'instant' });
    return (await run) - meter.replied;
  };
  meter.megabytes = () => meter.bytes / 1e6;
  meter.runAgain = async () => {
    const run = nextRun();
    section.querySelector('button.primary').click();
    return (await run) - meter.replied;
  };
  meter.change = async (layer) => {
    const input = section.querySelector(`input[aria-label="Layer ${layer}"]`);
    if (!input) return null;
    const start = performance.now();
    input.click();
    return (await becomes(() => section.querySelector('.panel-title').textContent.includes(`layer ${layer}`))) - start;
  };
  meter.open = async () => {
    const token = section.querySelector('button[data-side="query"]');
    const head = section.querySelector('.model-cells button');
    if (!token && !head) return null;
    const start = performance.now();
    (token ?? head).click();
    return (await becomes(() => section.querySelector('.neuron-head.open, .model.opened'))) - start;
  };
  // Moves down and up over the picture for two seconds, one step a frame.
  meter.hover = () => new Promise((done) => {
    const picture = section.querySelector('.panel-picture');
    picture.scrollIntoView({ block: 'start', behavior: 'instant' });
    const box = picture.getBoundingClientRect();
    const [top, bottom] = [Math.max(box.top + 100, 10), Math.min(box.bottom, window.innerHeight) - 10];
    const x = box.left + box.width * 0.25;
    const start = performance.now();
    let [frames, last] = [0, start];
    meter.slowest = 0;
    const step = (now) => {
      const share = Math.abs((((now - start) / 1000) % 2) - 1);
      const at = { clientX: x, clientY: top + share * (bottom - top), bubbles: true };
      const target = document.elementFromPoint(at.clientX, at.clientY);
      for (const name of ['pointerover', 'pointermove']) target?.dispatchEvent(new PointerEvent(name, at));
      frames += 1;
      if (frames > 2) meter.slowest = Math.max(meter.slowest, now - last);
      last = now;
      if (now - start < 2000) requestAnimationFrame(step);
      else done((frames - 1) / ((now - start) / 1000));
    };
    requestAnimationFrame(step);
  });
  window.meter = meter;
  return true;
})()
