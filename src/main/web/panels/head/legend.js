// The scales of the picture, with their numbers.

import { signedColours } from '../../kit/colours.js';
import { small } from '../../kit/numbers.js';
import { lineSamples, strip } from '../../kit/scales.js';
import { alphaOf, shadeOf, widthOf } from './lines.js';
import { mapColours } from './map.js';

const SHARES = [0.01, 0.1, 0.3, 1];
const short = (value) => String(Number(value.toPrecision(2)));

/** What the lines of a scale look like; least: the least weight that has a line now. */
export function lineScale({ scene, least, all, none }, theme) {
  const what = scene.sized ? 'size' : 'weight';
  const end = none ? `all weights are alike, none over ${short(least)}: point at a token to see its lines` : all ? `no line under ${short(least ?? 0)}` : `no line under ${short(least)}: only the strongest are drawn, point at a token for its weaker ones`;
  return {
    name: scene.sized ? 'Size' : 'Weight',
    samples: SHARES.map((share) => ({ text: short(share * scene.max), alpha: alphaOf(shadeOf(share)), width: widthOf(shadeOf(share), theme.unit) })),
    colour: theme.text, note: end, alt: `Scale: stronger and wider lines mean more ${what}, up to ${small(scene.max)}; ${end}`,
  };
}

/** The strip of a map or a difference. */
export function stripScale({ form, scene, difference }, theme) {
  if (form === 'difference') {
    const { max } = difference;
    const colour = signedColours(theme, max);
    return { name: 'A − B', low: `−${max}`, high: `+${max}`, colour: (t) => colour((2 * t - 1) * max), alt: `Scale: orange is more in B, blue more in A, to ${max}` };
  }
  const colour = mapColours(theme);
  const what = scene.sized ? 'Size' : 'Weight';
  return { name: what, low: '0', high: short(scene.max), colour, alt: `Scale: stronger colour means more, from 0 to ${small(scene.max)}` };
}

export class Legend {
  constructor(box) {
    this.lines = lineSamples('Weight');
    this.strip = strip('Weight');
    box.append(this.lines.element, this.strip.element);
    this.lines.element.hidden = this.strip.element.hidden = true;
  }

  draw(scale, theme) {
    const { form } = scale;
    this.lines.element.hidden = form !== 'lines';
    this.strip.element.hidden = form === 'lines' || form === 'table' || (form === 'difference' && !scale.difference);
    if (form === 'lines') this.lines.draw(theme, lineScale(scale, theme));
    else if (!this.strip.element.hidden) this.strip.draw(theme, stripScale(scale, theme));
  }
}
