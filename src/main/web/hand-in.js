// Says when the document is ready to be printed: its fonts have come and its pictures are decoded.
const pictures = [...document.images].map((picture) => picture.decode().catch(() => picture.remove()));
await Promise.all([document.fonts.ready, ...pictures]);
await fetch('/print/ready', { method: 'POST' });
