// Draws discs and marks on the canvas over the land, in the colours of the page.

const FONT = '600 11.5px';

/** What is drawn with: glyphs, colours read again when the theme changes, sizes in pixels. */
export class Painter {
  constructor(canvas, kinds, lang) {
    Object.assign(this, { canvas, kinds, pen: canvas.getContext('2d') });
    this.shapes = kinds.map(({ glyph }) => new Path2D(glyph));
    this.number = new Intl.NumberFormat(lang);
    this.readColours();
  }
  readColours() {
    const style = getComputedStyle(document.documentElement);
    const colour = (name) => style.getPropertyValue(name).trim();
    this.hues = this.kinds.map(({ hue }) => colour(hue));
    this.ink = colour('--ink');
    this.paper = colour('--paper');
    this.disc = colour('--ink-soft');
    this.font = `${FONT} ${colour('--font-sans')}`;
  }
  /** Makes the canvas as fine as the screen. */
  size(width, height) {
    const fine = Math.min(3, devicePixelRatio || 1);
    const [w, h] = [Math.round(width * fine), Math.round(height * fine)];
    if (this.canvas.width !== w || this.canvas.height !== h) Object.assign(this.canvas, { width: w, height: h });
    this.pen.setTransform(fine, 0, 0, fine, 0, 0);
    this.pen.clearRect(0, 0, width, height);
  }
  /** A mark at a place in pixels; `size` in pixels for one unit of its drawing. */
  mark(x, y, size, kind, { synthetic, faint = false, ring = false }) {
    const { pen } = this;
    pen.save();
    pen.translate(x, y);
    pen.scale(size, size);
    pen.globalAlpha = faint ? 0.75 : 1;
    pen.lineJoin = 'round';
    pen.fillStyle = synthetic ? this.paper : this.hues[kind];
    pen.strokeStyle = ring ? this.ink : synthetic ? this.hues[kind] : this.paper;
    pen.lineWidth = synthetic ? 1.9 : 1.2;
    pen.fill(this.shapes[kind]);
    pen.stroke(this.shapes[kind]);
    pen.restore();
  }
  /** A thin line from a seat to a place that it covers. */
  tie(x, y, toX, toY) {
    const { pen } = this;
    pen.beginPath();
    pen.moveTo(x, y);
    pen.lineTo(toX, toY);
    pen.strokeStyle = this.ink;
    pen.globalAlpha = 0.5;
    pen.lineWidth = 1;
    pen.stroke();
    pen.globalAlpha = 1;
  }
  /** A disc with its count; `ring` when it is looked at. */
  count(x, y, r, count, ring) {
    const { pen } = this;
    pen.beginPath();
    pen.arc(x, y, r, 0, 2 * Math.PI);
    pen.fillStyle = this.disc;
    pen.fill();
    pen.strokeStyle = ring ? this.ink : this.paper;
    pen.lineWidth = ring ? 2 : 1.5;
    pen.stroke();
    pen.fillStyle = this.paper;
    pen.font = this.font;
    pen.textAlign = 'center';
    pen.textBaseline = 'middle';
    pen.fillText(this.number.format(count), x, y + 0.5);
  }
}

/** Calls back when the colours of the page change, by the reader's choice or the system's. */
export function onTheme(changed) {
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', changed);
  new MutationObserver(changed).observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
}
