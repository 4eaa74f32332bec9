// The keyboard in the picture: up and down through the tokens, left and right between the columns, Enter keeps, Escape lets go.

import { lineOf, placeOf, profiles } from './scene.js';
import { spokenFocus } from './words.js';

const PAGE = 10;
const ZOOM = 1.25;

export class Keyboard {
  constructor(panel) {
    this.panel = panel;
    this.place = { side: 'query', place: 0 };
  }

  /** Another scene has come: the place stays where it can. */
  reset() {
    const [{ scene }] = this.panel.lanes;
    const count = lineOf(scene, this.place.side).length;
    this.place = { ...this.place, place: Math.min(this.place.place, count - 1) };
    for (const lane of this.panel.shownLanes()) this.stand(lane);
  }

  /** The table begins with what was kept. */
  standOnKept([pin]) {
    const place = pin ? placeOf(this.panel.lanes[0].scene, pin) : -1;
    if (place >= 0) this.place = { side: pin.side, place };
  }

  entered(lane, side) {
    this.place = { ...this.place, side, place: Math.min(this.place.place, lineOf(lane.scene, side).length - 1) };
    this.point(lane);
  }

  key(lane, event, side) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (!this.act(lane, event.key, side)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  act(lane, key, side) {
    const { panel } = this;
    const next = this.after(lane, key, side);
    if (next) this.go(next, lane);
    else if (key === 'Enter' || key === ' ') panel.toggle(lane, side, this.place.place);
    else if (key === 'Escape') panel.letGo();
    else if (key === '+' || key === '-') panel.zoomBy(key === '+' ? ZOOM : 1 / ZOOM);
    else return false;
    this.stand(lane);
    return true;
  }

  after(lane, key, side) {
    const count = lineOf(lane.scene, side).length;
    const at = this.place.place;
    const place = { ArrowUp: at - 1, ArrowDown: at + 1, PageUp: at - PAGE, PageDown: at + PAGE, Home: 0, End: count - 1 }[key];
    if (place !== undefined) return { side, place: Math.min(count - 1, Math.max(0, place)) };
    const other = { ArrowLeft: 'query', ArrowRight: 'key' }[key];
    return other ? { side: other, place: Math.min(at, lineOf(lane.scene, other).length - 1) } : null;
  }

  /** Goes there; the tokens of a table are chosen so as well. */
  go(place, lane = this.panel.lanes[0]) {
    this.place = place;
    if (this.panel.now.form === 'table') return this.panel.look.draw();
    lane.stage.bring(place);
    this.point(lane);
    return lane.stage.focus(place.side);
  }

  point(lane) {
    this.panel.view.hover = { ...this.place };
    this.panel.view.cell = null;
    this.stand(lane);
    this.panel.drawSoon();
  }

  stand(lane) {
    const focus = { side: this.place.side, places: [this.place.place] };
    if (this.place.place >= lineOf(lane.scene, this.place.side).length) return;
    const given = profiles(lane.scene, focus);
    const kept = lane.kept(this.panel.now.pins)[this.place.side].has(this.place.place);
    lane.stage.stand(this.place, spokenFocus(lane.scene, this.place, given), kept);
  }
}
