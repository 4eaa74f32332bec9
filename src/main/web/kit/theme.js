// What a drawing needs to know of the look, read from the CSS variables once per change of look.

const COLOURS = [
  'background', 'surface', 'float', 'text', 'text-muted', 'hairline', 'chip', 'control', 'accent', 'accent-soft',
  'positive', 'negative', 'zero', 'attention', 'attention-weak',
];

const CATEGORIES = 12;
const MONO = '"JetBrains Mono", monospace';

const CHANGED = 'loupe:look';

let read = { root: null, look: '', theme: null };

/**
 * The look as it is now: the same object until another one is set, so that what is drawn from it can be kept. What it holds: colours by name ("attentionWeak"), twelve `categories`,
 * the fonts of the canvas, and `unit`: how many pixels a pixel of the design has.
 */
export function readTheme(root = document.documentElement) {
  const look = `${root.dataset.theme} ${root.dataset.scale}`;
  if (read.root !== root || read.look !== look || !read.theme.text) read = { root, look, theme: themeOf(root) };
  return read.theme;
}

function themeOf(root) {
  const style = getComputedStyle(root);
  const unit = Number.parseFloat(style.fontSize) / 16;
  const theme = { unit, monoFamily: MONO, mono: `${13 * unit}px ${MONO}`, sans: `${13 * unit}px Inter, sans-serif` };
  for (const name of COLOURS) {
    theme[name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase())] = style.getPropertyValue(`--${name}`).trim();
  }
  theme.categories = Array.from({ length: CATEGORIES }, (_, i) => style.getPropertyValue(`--category-${i + 1}`).trim());
  return theme;
}

/** Applies what the window says about the look, then tells every panel. */
export function setLook({ theme, scale, reducedMotion }, root = document.documentElement) {
  if (theme !== undefined) root.dataset.theme = theme;
  if (scale !== undefined) root.dataset.scale = scale;
  if (reducedMotion !== undefined) root.dataset.reducedMotion = reducedMotion;
  window.dispatchEvent(new Event(CHANGED));
}

/** Calls `draw` whenever the look changes, or the window and with it perhaps the screen. */
export function onLook(draw) {
  window.addEventListener(CHANGED, draw);
  window.addEventListener('resize', draw);
}
