// Tokens as drawn by a pen: chips with their text, cut where they are too long.

const LETTER = 0.6; // of the size of the letters: JetBrains Mono

const fontOf = (theme, size, bold) => `${bold ? '600 ' : ''}${size}px ${theme.monoFamily}`;

/** The text, cut to a width; at least its first letter. */
function cut(text, width, size) {
  const letters = Array.from(text);
  const room = Math.max(1, Math.floor(width / (size * LETTER)));
  return letters.length <= room ? text : `${letters.slice(0, Math.max(1, room - 1)).join('')}…`;
}

/**
 * A chip. place: { x, width: of its column, y: its middle, align: 'left', 'center' or 'right', row: height of the row }; size: of the letters;
 * look: '' as usual, 'here' pointed at, 'kept' pinned, 'lit' taking part, 'faint' not.
 */
export function drawToken(pen, { label, special }, { x, width, y, align, row }, size, look, theme) {
  const { unit } = theme;
  const high = Math.min(22 * unit, row - 1.5);
  const pad = 6 * unit;
  const letters = special ? size * 0.85 : size;
  const text = cut(special ? label.toUpperCase() : label, width - 2 * pad, letters);
  pen.font = fontOf(theme, letters, look === 'here');
  const long = Math.min(width, Array.from(text).length * letters * LETTER + 2 * pad);
  const left = { right: x + width - long, center: x + (width - long) / 2 }[align] ?? x;
  if (look !== 'faint') chip(pen, left, y - high / 2, long, high, look, theme);
  pen.fillStyle = look === 'faint' || (special && look !== 'here') ? theme.textMuted : theme.text;
  pen.textAlign = 'left';
  pen.textBaseline = 'middle';
  pen.fillText(text, left + pad, y + unit * 0.5);
}

function chip(pen, x, y, width, height, look, theme) {
  const radius = Math.min(6 * theme.unit, height / 2);
  pen.fillStyle = look === 'here' || look === 'kept' ? theme.accentSoft : theme.chip;
  pen.beginPath();
  pen.roundRect(x, y, width, height, radius);
  pen.fill();
  if (look === 'here' || look === 'kept' || look === 'lit') {
    pen.strokeStyle = look === 'lit' ? theme.control : theme.accent;
    pen.lineWidth = (look === 'kept' ? 2 : 1) * theme.unit;
    pen.beginPath();
    pen.roundRect(x + 0.5, y + 0.5, width - 1, height - 1, radius);
    pen.stroke();
  }
}
