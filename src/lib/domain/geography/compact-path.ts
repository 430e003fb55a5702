import type { GeoContext } from 'd3-geo';

/** A number of tenths, written as short as SVG allows: `-3` gives `-.3`, `25` gives `2.5`. */
function tenths(value: number): string {
  const text = String(Math.abs(value) / 10).replace(/^0\./, '.');
  return value < 0 ? `-${text}` : text;
}

/**
 * A drawing context for `geoPath` that writes an SVG path with relative moves in tenths of a unit: about a third of the
 * size of absolute coordinates, and the rounding does not add up.
 */
export function compactPath(): GeoContext & { result(): string } {
  let d = '';
  let [x, y] = [0, 0];
  let [startX, startY] = [0, 0];
  let drawing = false;

  const write = (value: number) => {
    const text = tenths(value);
    const glued = text.startsWith('-') || /[a-zA-Z]$/.test(d) || (text.startsWith('.') && /\.\d+$/.test(d));
    d += glued ? text : ` ${text}`;
  };
  const go = (command: 'm' | 'l', toX: number, toY: number) => {
    const [dx, dy] = [Math.round(toX * 10) - x, Math.round(toY * 10) - y];
    if (command === 'l' && dx === 0 && dy === 0) return;
    if (command === 'm' || !drawing) d += d === '' ? 'M' : command;
    drawing = command === 'l';
    write(dx);
    write(dy);
    x += dx;
    y += dy;
  };
  return {
    beginPath() {},
    moveTo(toX, toY) {
      go('m', toX, toY);
      [startX, startY] = [x, y];
    },
    lineTo(toX, toY) {
      go('l', toX, toY);
    },
    closePath() {
      d += 'z';
      [x, y, drawing] = [startX, startY, false];
    },
    arc() {},
    result() {
      const done = d;
      d = '';
      [x, y, drawing] = [0, 0, false];
      return done;
    }
  };
}
