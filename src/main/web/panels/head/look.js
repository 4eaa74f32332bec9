// Draws what the panel has chosen: the pictures, their scales, the table, and the sentence below.

import * as numbers from '../../kit/numbers.js';
import { differenceOf, sameTokens } from './difference.js';
import { differencePixels, mapPixels } from './map.js';
import { lineOf } from './scene.js';
import { cellOf } from './words.js';

export const HINT = 'Tab and the arrow keys reach every token, Enter keeps it, Escape lets go, + and − zoom. A click keeps a token, more of them are summed.';

export class Look {
  constructor(panel) {
    this.panel = panel;
    this.difference = null;
  }

  draw() {
    const { panel } = this;
    const { now, theme } = panel;
    const lanes = panel.shownLanes();
    if (!lanes[0].scene) return;
    const apart = now.form === 'difference';
    const blocked = apart && (!panel.two || !sameTokens(lanes[0].scene, lanes[1].scene));
    panel.lanesBox.hidden = now.form === 'table' || blocked;
    panel.lanesBox.classList.toggle('as-one', apart);
    panel.table.element.hidden = now.form !== 'table';
    panel.note.hidden = !blocked;
    panel.note.textContent = blocked ? 'The two do not have the same tokens, so there is no difference cell by cell. With “whole words” there may be one.' : '';
    panel.controls.zoom.element.hidden = now.form === 'table';
    if (now.form === 'table') this.drawTable(lanes);
    else if (!blocked) this.drawLanes(apart ? lanes.slice(0, 1) : lanes, theme);
    panel.legend.draw(this.scale(lanes), theme);
    if (!(performance.now() < panel.saidUntil)) panel.frame.describe(this.words(lanes));
  }

  drawTable(lanes) {
    const { panel } = this;
    const { place } = panel.keyboard;
    const focus = { side: place.side, places: [place.place] };
    const given = (lane) => (place.place < lineOf(lane.scene, place.side).length ? lane.given(focus, () => panel.drawSoon()) : []);
    panel.table.draw(lanes.map((lane, i) => ({ name: lanes.length === 2 ? 'AB'[i] : '', scene: lane.scene, given: given(lane) })), place);
  }

  drawLanes(lanes, theme) {
    const { panel } = this;
    const form = panel.now.form === 'lines' ? 'lines' : 'map';
    this.shown = lanes.map((lane) => {
      lane.stage.place(lane.scene, { form, zoom: panel.now.zoom }, theme);
      return lane.stage.draw(this.data(lane, theme), theme);
    });
  }

  /** What the drawing functions want of a lane. */
  data(lane, theme) {
    const { now, view } = this.panel;
    const focus = lane.focus(view.hover, now.pins);
    const common = { focus: focus && { ...focus, said: JSON.stringify(focus) }, cell: view.cell, pins: lane.kept(now.pins) };
    if (now.form !== 'lines') return { ...common, pixels: this.pixels(lane, theme) };
    const given = focus ? lane.given(focus, () => this.panel.drawSoon()) : null;
    return { ...common, given, strong: () => lane.lines() };
  }

  pixels(lane, theme) {
    const { panel } = this;
    if (panel.now.form === 'difference') {
      const [a, b] = panel.shownLanes().map(({ scene }) => scene);
      if (this.difference?.a !== a || this.difference?.b !== b) {
        this.difference = { a, b, ...differenceOf(a, b) };
        lane.pixels = null;
      }
      if (lane.pixels?.form !== 'difference' || lane.pixels.theme !== theme) {
        lane.pixels = { form: 'difference', theme, canvas: differencePixels(a, this.difference.values, this.difference.max, theme) };
      }
    } else this.mapOf(lane, theme);
    return lane.pixels.canvas;
  }

  mapOf(lane, theme) {
    const end = this.mapEnd();
    if (lane.pixels?.form === 'map' && lane.pixels.end === end && lane.pixels.theme === theme) return;
    lane.pixels = { form: 'map', end, theme, canvas: mapPixels(lane.scene, lane.means().values, end, theme) };
  }

  /** What is full in the maps: their largest number, rounded up, so that weak weights are seen too. */
  mapEnd() {
    const lanes = this.panel.shownLanes();
    const most = numbers.roundUp(Math.max(...lanes.map((lane) => lane.means().most)));
    return lanes[0].scene.sized ? most : Math.min(1, most);
  }

  /** What the legend has to say. */
  scale(lanes) {
    const { form } = this.panel.now;
    const [{ scene }] = lanes;
    const shown = this.shown?.[0];
    const end = form === 'map' ? this.mapEnd() : scene.max;
    return { form, scene, end, difference: this.difference, least: shown?.least, all: shown?.all ?? true, none: shown?.none, max: Math.max(...lanes.map((lane) => lane.scene.max)) };
  }

  valuesAt = (lane, cell) => cellOf(lane.scene, cell);

  /** In a difference, both numbers and what is between them; else nothing. */
  aboutCell(lane, { row, column }) {
    const { panel } = this;
    if (panel.now.form !== 'difference') return null;
    const [a, b] = panel.shownLanes().map(({ scene }) => {
      const values = cellOf(scene, { row, column });
      return values.reduce((sum, value) => sum + value, 0) / values.length;
    });
    const { rows, columns } = lane.scene;
    return `${rows[row].label} reads ${columns[column].label}: A ${numbers.small(a)} − B ${numbers.small(b)} = ${numbers.signed(a - b)}`;
  }

  words(lanes) {
    const { now, view } = this.panel;
    if (now.form === 'table') return '';
    const later = () => this.panel.drawSoon();
    const said = lanes.map((lane) => lane.about(view.hover, now.pins, later));
    if (!said[0]) return HINT;
    return lanes.length === 1 ? said[0] : said.map((sentence, i) => `${'AB'[i]}: ${sentence || 'not here.'}`).join(' ');
  }
}
