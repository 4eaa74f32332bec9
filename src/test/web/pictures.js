// Compares what was drawn with a committed picture. Where they differ, what was drawn is in target/pictures: look at it, and where it
// is right, copy it to src/test/web/pictures.

const FAR = 40; // of 255, in one channel: edges of letters may differ a little between machines
const MAY_DIFFER = 0.004; // share of the pixels

/** Fonts must have come, or other letters are drawn. */
export const fonts = () => Promise.all(['400 13px "JetBrains Mono"', '600 13px "JetBrains Mono"', '400 13px Inter'].map((font) => document.fonts.load(font)));

/** Rejects where a canvas does not look like the committed picture of that name. */
export async function looksLike(canvas, name) {
  const wanted = await committed(name);
  const found = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  const trouble = !wanted ? 'there is no committed picture' : apart(found, wanted);
  if (!trouble) return;
  await fetch(`/test/picture/${name}.png`, { method: 'POST', body: canvas.toDataURL('image/png') });
  throw new Error(`${name}: ${trouble}; what was drawn is target/pictures/${name}.png`);
}

async function committed(name) {
  const answer = await fetch(`/web-test/pictures/${name}.png`);
  if (!answer.ok) return null;
  const image = await createImageBitmap(await answer.blob());
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [image.width, image.height];
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  pen.drawImage(image, 0, 0);
  return pen.getImageData(0, 0, image.width, image.height);
}

function apart(found, wanted) {
  if (found.width !== wanted.width || found.height !== wanted.height) {
    return `it is ${found.width} × ${found.height}, wanted ${wanted.width} × ${wanted.height}`;
  }
  let far = 0;
  for (let i = 0; i < found.data.length; i += 4) {
    if ([0, 1, 2].some((channel) => Math.abs(found.data[i + channel] - wanted.data[i + channel]) > FAR)) far += 1;
  }
  const share = far / (found.data.length / 4);
  return share > MAY_DIFFER ? `${(100 * share).toFixed(2)} % of its pixels are others` : '';
}
