// What something was last made from, so that it is made anew only when that is something else.

/** One thing that is made from parts, such as the picture on a canvas. */
export class Made {
  constructor() {
    this.from = null;
  }

  /** Whether it has to be made anew from these parts; they are remembered. Objects are the same only where they are one. */
  isOld(...parts) {
    const { from } = this;
    if (from && from.length === parts.length && parts.every((part, i) => Object.is(part, from[i]))) return false;
    this.from = parts;
    return true;
  }
}
