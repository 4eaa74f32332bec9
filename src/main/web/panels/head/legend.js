// The scales of the picture, with their numbers.

import { signedColours } from '../../kit/colours.js';
import { Made } from '../../kit/made.js';
import { small } from '../../kit/numbers.js';
import { lineSamples, maskSample, strip } from '../../kit/scales.js';
import { alphaOf, shadeOf, widthOf } from './lines.js';
import { mapColours } from './map.js';

const SHARES = [0.01, 0.1, 0.3, 1];
const short = (value) => String(Number(value.toPrecision(2)));

/** What the lines of a scale look like; least: the least weight that has a line now. */
export function lineScale({ scene, least, all, none }, theme) {
  const what = scene.sized ? 'size' : 'weight';
  const end = none ? `all weights are alike, none over ${short(least)}: point at a token to see its lines` : all ? `no line under ${short(least ?? 0)}` : `no line under ${short(least)}: only the strongest are drawn, point at a token for its weaker ones`;
  return {
    name: what,
    samples: SHARES.map((share) => ({ text: short(share * scene.max), alpha: alphaOf(shadeOf(share)), width: widthOf(shadeOf(share), theme.unit) })),
    colour: theme.text, note: end, alt: `Scale: stronger and wider lines mean more ${what}, up to ${small(scene.max)}; ${end}`,
  };
}

/** The strip of a map or a difference. */
export function stripScale({ form, scene, end, difference }, theme) {
  if (form === 'difference') {
    const { max } = difference;
    const colour = signedColours(theme, max);
    return { name: 'A − B', low: `−${max}`, high: `+${max}`, colour: (t) => colour((2 * t - 1) * max), alt: `Scale: orange is more in B, blue more in A, to ${max}` };
  }
  const colour = mapColours(theme);
  const what = scene.sized ? 'size' : 'weight';
  return { name: what, low: '0', high: short(end), colour, alt: `Scale: stronger colour means more, from 0 to ${small(end)}` };
}

export class Legend {
  constructor(box) {
    this.lines = lineSamples('weight');
    this.strip = strip('weight');
    this.mask = maskSample();
    this.made = new Made();
    box.append(this.lines.element, this.strip.element, this.mask.element);
    for (const { element } of [this.lines, this.strip, this.mask]) element.hidden = true;
  }

  draw(scale, theme) {
    const { form } = scale;
    const look = form === 'lines' ? lineScale(scale, theme) : null;
    if (!this.made.isOld(theme, form, scale.scene, look ? look.note : scale.end, scale.difference)) return;
    this.lines.element.hidden = form !== 'lines';
    this.strip.element.hidden = form === 'lines' || form === 'table' || (form === 'difference' && !scale.difference);
    this.mask.element.hidden = this.strip.element.hidden || !scale.scene.stack.causal;
    this.mask.draw(theme);
    if (look) this.lines.draw(theme, look);
    else if (!this.strip.element.hidden) this.strip.draw(theme, stripScale(scale, theme));
  }
}
