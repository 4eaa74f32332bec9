// The picture of a cell: its code with the numbers of the lines, and below it what it printed.

const LONGEST = 200; // lines of either: more is for the numbers, which have all
const WIDEST = 120; // characters

/** All that a cell printed, of both kinds. */
export const printedBy = (reply) => (reply?.written ?? []).map(({ text }) => text).join('');

const cut = (text) => {
  const lines = text.replace(/\n$/, '').split('\n').map((line) => {
    const plain = line.replaceAll('\t', '    ');
    return plain.length > WIDEST ? `${plain.slice(0, WIDEST - 1)}…` : plain;
  });
  return lines.length > LONGEST ? [...lines.slice(0, LONGEST - 1), `… and ${lines.length - LONGEST + 1} lines more`] : lines;
};

/** { width, height, draw } of code and what came of it: { written, message }, or nothing yet. */
export function drawingOf({ code, reply }, theme) {
  const measure = document.createElement('canvas').getContext('2d');
  measure.font = theme.mono;
  const letter = measure.measureText('0').width;
  const [line, edge] = [20 * theme.unit, 12 * theme.unit];
  const lines = cut(code);
  const printed = printedBy(reply);
  const output = [...(printed ? cut(printed) : []), ...(reply?.message ? cut(reply.message) : [])];
  const left = edge + (String(lines.length).length + 2) * letter;
  const widest = Math.max(left + Math.max(...lines.map(({ length }) => length)) * letter, edge + Math.max(0, ...output.map(({ length }) => length)) * letter);
  const width = Math.ceil(Math.max(360 * theme.unit, widest + edge));
  const below = edge + lines.length * line + edge;
  const height = Math.ceil(output.length > 0 ? below + edge + output.length * line + edge : below);
  return {
    width, height,
    draw(pen) {
      pen.font = theme.mono;
      pen.textBaseline = 'middle';
      const write = (text, x, y, align, colour) => {
        [pen.textAlign, pen.fillStyle] = [align, colour];
        pen.fillText(text, x, y);
      };
      lines.forEach((text, i) => {
        const y = edge + (i + 0.5) * line;
        write(String(i + 1), left - 2 * letter, y, 'right', theme.textMuted);
        if (text) write(text, left, y, 'left', theme.text);
      });
      if (output.length === 0) return;
      pen.fillStyle = theme.hairline;
      pen.fillRect(0, below, width, theme.unit);
      output.forEach((text, i) => text && write(text, edge, below + edge + (i + 0.5) * line, 'left', theme.text));
    },
  };
}
