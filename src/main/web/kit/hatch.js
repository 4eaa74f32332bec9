// The causal mask, made visible: diagonal lines over what a token cannot read.

/** Diagonal lines over a part of the picture. */
export function hatch(pen, { left, top, width, height, step, lineWidth, alpha }, theme) {
  pen.save();
  pen.beginPath();
  pen.rect(left, top, width, height);
  pen.clip();
  lines(pen, { left, top, width, height, step, lineWidth, alpha }, theme);
  pen.restore();
}

function lines(pen, { left, top, width, height, step, lineWidth, alpha = 0.4 }, theme) {
  pen.globalAlpha = alpha;
  pen.strokeStyle = theme.textMuted;
  pen.lineWidth = lineWidth;
  pen.beginPath();
  for (let x = left - height; x < left + width; x += step) {
    pen.moveTo(x, top + height);
    pen.lineTo(x + height, top);
  }
  pen.stroke();
}

/**
 * In a map: what comes later than the token of each row. tokens: { query, key } as arrange.js lines them up;
 * at: { left, top: of the first row and column, row, column: their sizes, unit }; the rows first to last are in sight.
 */
export function hatchLater(pen, tokens, at, [first, last], theme) {
  const right = at.left + tokens.key.length * at.column;
  pen.save();
  pen.beginPath();
  let from = 0;
  let some = false;
  for (let row = first; row <= last; row += 1) {
    const own = tokens.query[row].tokens.at(-1);
    while (from < tokens.key.length && tokens.key[from].tokens[0] <= own) from += 1;
    if (from === tokens.key.length) break;
    pen.rect(at.left + from * at.column, at.top + row * at.row, right - at.left - from * at.column, at.row);
    some = true;
  }
  if (some) {
    pen.clip();
    const top = at.top + first * at.row;
    lines(pen, { left: at.left, top, width: right - at.left, height: (last - first + 1) * at.row, step: 8 * at.unit, lineWidth: at.unit }, theme);
  }
  pen.restore();
}
