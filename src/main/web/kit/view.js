// What every view lets others take from it. A panel is an object that has, beside start() and set(state),
//
//   state()     what is on the screen as one JSON value (see state.js): set(state()) shows the same again
//   picture()   what is on the screen, drawn anew by the view's own drawing function: a promise of
//               { svg: a whole SVG document as text, png: a data URL, width, height: CSS pixels, alt: one or two sentences }
//   numbers()   the numbers behind it: a promise of CSV text, first line the names of the columns
//
// `viewOf` puts them together. The page offers it as window.loupe.view(id) and, where the program asks for it with
// window.loupe.attach(id), posts it to /page/view, where Java takes it up (PageEvents.viewed).

import { linkTo } from './state.js';

/** All of a view as one value: { experiment, view, state, link, alt, svg, png, numbers }. */
export async function viewOf(id, experiment, panel) {
  const state = panel.state();
  const [{ svg, png, alt }, numbers] = await Promise.all([panel.picture(), panel.numbers()]);
  return { experiment: id, view: experiment.view, state, link: linkTo(id, state, experiment), alt, svg, png, numbers };
}

/** Whether a panel can be taken from. */
export const canBeTaken = (panel) => Boolean(panel?.state && panel.picture && panel.numbers);

/** CSV: a field with a comma, quote or line break is quoted; numbers are written as JavaScript writes them. */
export function csv(names, rows) {
  return [names, ...rows].map((row) => row.map(field).join(',')).join('\r\n').concat('\r\n');
}

function field(value) {
  const text = String(value);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
