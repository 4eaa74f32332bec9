// A pen that writes SVG: it knows what the drawing functions ask of a canvas, so that one function makes both pictures.

const XML = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text) => String(text).replace(/[&<>"]/g, (sign) => XML[sign]);
const round = (value) => Number(value.toFixed(2));

const ANCHORS = { left: 'start', start: 'start', center: 'middle', right: 'end', end: 'end' };
// How far below the given point the letters stand, in parts of their size: SVG has no middle that all programs agree on.
const DROPS = { middle: 0.35, top: 0.78, hanging: 0.78, bottom: -0.22, alphabetic: 0 };

/** Measures text as a canvas does, so that both pictures agree on where things stand. */
let measuring = null;
const measure = (font, text) => {
  measuring ??= document.createElement('canvas').getContext('2d');
  measuring.font = font;
  return measuring.measureText(text);
};

export class SvgPen {
  constructor(width, height) {
    this.size = { width, height };
    this.parts = [];
    this.clips = 0;
    this.open = [0]; // groups to close, by how deep `save` has gone
    this.stack = [];
    this.path = '';
    Object.assign(this, {
      fillStyle: '#000', strokeStyle: '#000', lineWidth: 1, lineCap: 'butt', globalAlpha: 1, font: '10px sans-serif',
      textAlign: 'start', textBaseline: 'alphabetic', imageSmoothingEnabled: true,
    });
    this.at = { x: 0, y: 0, a: 1, b: 0, c: 0, d: 1 };
    this.dash = [];
  }

  save() {
    const { fillStyle, strokeStyle, lineWidth, lineCap, globalAlpha, font, textAlign, textBaseline, imageSmoothingEnabled, at, dash } = this;
    this.stack.push({ fillStyle, strokeStyle, lineWidth, lineCap, globalAlpha, font, textAlign, textBaseline, imageSmoothingEnabled, at: { ...at }, dash });
    this.open.push(0);
  }

  restore() {
    if (this.stack.length === 0) return;
    Object.assign(this, this.stack.pop());
    this.parts.push('</g>'.repeat(this.open.pop()));
  }

  translate(x, y) {
    const { at } = this;
    this.at = { ...at, x: at.x + at.a * x + at.c * y, y: at.y + at.b * x + at.d * y };
  }

  rotate(angle) {
    const { at } = this;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    this.at = { ...at, a: at.a * cos + at.c * sin, b: at.b * cos + at.d * sin, c: at.c * cos - at.a * sin, d: at.d * cos - at.b * sin };
  }

  setLineDash(dash) {
    this.dash = dash;
  }

  point(x, y) {
    const { at } = this;
    return `${round(at.x + at.a * x + at.c * y)} ${round(at.y + at.b * x + at.d * y)}`;
  }

  beginPath() {
    this.path = '';
  }

  moveTo(x, y) {
    this.path += `M${this.point(x, y)}`;
  }

  lineTo(x, y) {
    this.path += `L${this.point(x, y)}`;
  }

  bezierCurveTo(ax, ay, bx, by, x, y) {
    this.path += `C${this.point(ax, ay)} ${this.point(bx, by)} ${this.point(x, y)}`;
  }

  rect(x, y, width, height) {
    this.path += `M${this.point(x, y)}L${this.point(x + width, y)}L${this.point(x + width, y + height)}L${this.point(x, y + height)}Z`;
  }

  roundRect(x, y, width, height, radius) {
    const r = Math.min(radius, width / 2, height / 2);
    const k = r * 0.4477; // a quarter of a circle as a curve
    const [right, bottom] = [x + width, y + height];
    this.path += `M${this.point(x + r, y)}L${this.point(right - r, y)}C${this.point(right - k, y)} ${this.point(right, y + k)} ${this.point(right, y + r)}`
      + `L${this.point(right, bottom - r)}C${this.point(right, bottom - k)} ${this.point(right - k, bottom)} ${this.point(right - r, bottom)}`
      + `L${this.point(x + r, bottom)}C${this.point(x + k, bottom)} ${this.point(x, bottom - k)} ${this.point(x, bottom - r)}`
      + `L${this.point(x, y + r)}C${this.point(x, y + k)} ${this.point(x + k, y)} ${this.point(x + r, y)}Z`;
  }

  arc(x, y, radius, from, to) {
    if (to - from < 2 * Math.PI - 1e-6) throw new Error('only whole circles');
    const k = radius * 0.5523;
    this.path += `M${this.point(x + radius, y)}C${this.point(x + radius, y + k)} ${this.point(x + k, y + radius)} ${this.point(x, y + radius)}`
      + `C${this.point(x - k, y + radius)} ${this.point(x - radius, y + k)} ${this.point(x - radius, y)}`
      + `C${this.point(x - radius, y - k)} ${this.point(x - k, y - radius)} ${this.point(x, y - radius)}`
      + `C${this.point(x + k, y - radius)} ${this.point(x + radius, y - k)} ${this.point(x + radius, y)}Z`;
  }

  closePath() {
    this.path += 'Z';
  }

  stroke() {
    const dash = this.dash.length ? ` stroke-dasharray="${this.dash.map(round).join(' ')}"` : '';
    const cap = this.lineCap === 'butt' ? '' : ` stroke-linecap="${this.lineCap}"`;
    this.parts.push(`<path d="${this.path}" fill="none" stroke="${escape(this.strokeStyle)}" stroke-width="${round(this.lineWidth)}"${cap}${dash}${this.alpha()}/>`);
  }

  fill() {
    this.parts.push(`<path d="${this.path}" fill="${escape(this.fillStyle)}"${this.alpha()}/>`);
  }

  clip() {
    this.clips += 1;
    this.parts.push(`<clipPath id="c${this.clips}"><path d="${this.path}"/></clipPath><g clip-path="url(#c${this.clips})">`);
    this.open[this.open.length - 1] += 1;
  }

  fillRect(x, y, width, height) {
    this.beginPath();
    this.rect(x, y, width, height);
    this.fill();
  }

  strokeRect(x, y, width, height) {
    this.beginPath();
    this.rect(x, y, width, height);
    this.stroke();
  }

  clearRect() {}

  measureText(text) {
    return measure(this.font, text);
  }

  fillText(text, x, y) {
    const { at } = this;
    const [, weight = '', size, family] = /^(?:(\d+|bold) )?([\d.]+)px (.+)$/.exec(this.font);
    const down = (DROPS[this.textBaseline] ?? 0) * Number(size);
    const [px, py] = this.point(x, y + down).split(' ');
    const turned = at.b === 0 ? '' : ` transform="rotate(${round((Math.atan2(at.b, at.a) * 180) / Math.PI)} ${px} ${py})"`;
    const bold = weight ? ` font-weight="${weight === 'bold' ? 700 : weight}"` : '';
    this.parts.push(`<text x="${px}" y="${py}" font-family="${escape(family)}" font-size="${size}"${bold}${this.width(text)} text-anchor="${ANCHORS[this.textAlign]}"`
      + ` fill="${escape(this.fillStyle)}" xml:space="preserve"${this.alpha()}${turned}>${escape(text)}</text>`);
  }

  /** As wide as it is here, so that nothing overlaps where the fonts are others; a program that has these changes nothing. */
  width(text) {
    const { width } = measure(this.font, text);
    return width > 0 ? ` textLength="${round(width)}" lengthAdjust="spacingAndGlyphs"` : '';
  }

  /** A part of a canvas, as a picture inside the picture. */
  drawImage(canvas, sx, sy, sw, sh, x, y, width, height) {
    const part = document.createElement('canvas');
    [part.width, part.height] = [Math.max(1, Math.ceil(sw)), Math.max(1, Math.ceil(sh))];
    part.getContext('2d').drawImage(canvas, sx, sy, sw, sh, 0, 0, part.width, part.height);
    const [px, py] = this.point(x, y).split(' ');
    const sharp = this.imageSmoothingEnabled ? '' : ' image-rendering="pixelated"';
    this.parts.push(`<image x="${px}" y="${py}" width="${round(width)}" height="${round(height)}" preserveAspectRatio="none"${sharp} href="${part.toDataURL('image/png')}"/>`);
  }

  alpha() {
    return this.globalAlpha === 1 ? '' : ` opacity="${round(this.globalAlpha)}"`;
  }

  /** The whole document; `alt` says in words what it shows. */
  document(alt) {
    const { width, height } = this.size;
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${round(width)}" height="${round(height)}" viewBox="0 0 ${round(width)} ${round(height)}" role="img">`
      + `<title>${escape(alt)}</title>${this.parts.join('')}${'</g>'.repeat(this.open.reduce((sum, count) => sum + count, 0))}</svg>\n`;
  }
}
