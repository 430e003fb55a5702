// What part of the picture a map shows, and the gestures that change it.

export const STEP = 1.6;
/** Parts of the picture whose sizes follow the zoom (`--k`). */
const SIZED = '[data-marks], [data-above], .shades, .frames, .names';

const boxOf = (text) => {
  const [x, y, width, height] = text.split(' ').map(Number);
  return { x, y, width, height };
};

/** The part of the picture that a map shows; lengths are in units of the picture unless they say pixels. */
export class View {
  #listeners = [];
  constructor(svg) {
    const seen = boxOf(svg.getAttribute('viewBox'));
    this.home = svg.dataset.home ? boxOf(svg.dataset.home) : seen;
    const k = this.home.width / seen.width;
    this.base = Math.round(((Number(getComputedStyle(svg).getPropertyValue('--k')) || 1) / k) * 100) / 100;
    Object.assign(this, { svg, x: seen.x, y: seen.y, k, most: Number(svg.dataset.largest) || 1 });
    this.measure();
    new ResizeObserver(() => {
      this.measure();
      this.place(this.x, this.y);
    }).observe(svg);
  }
  /** Sizes on the screen, read once and not at each frame. `mark`: pixels for one unit of a mark. */
  measure() {
    this.pixels = this.svg.getBoundingClientRect().width / this.home.width || 1;
    this.mark = ((Number(getComputedStyle(this.svg).getPropertyValue('--g')) || 1) * this.pixels) / this.base;
  }
  /** Calls `listener` within each frame that draws another part. */
  onDraw(listener) {
    this.#listeners.push(listener);
  }
  get width() {
    return this.home.width / this.k;
  }
  get height() {
    return this.home.height / this.k;
  }
  get moved() {
    return this.k > 1;
  }
  /** Pixels for one unit. */
  get scale() {
    return this.pixels * this.k;
  }
  get largest() {
    return this.k >= this.most - 0.001;
  }
  /** A point of the picture in pixels from the map's corner. */
  toScreen(x, y) {
    return [(x - this.x) * this.scale, (y - this.y) * this.scale];
  }
  /** Keeps in place the point at the fractions `fx`, `fy` of what is shown. */
  zoom(factor, fx = 0.5, fy = 0.5) {
    const [atX, atY] = [this.x + fx * this.width, this.y + fy * this.height];
    this.k = Math.min(this.most, Math.max(1, this.k * factor));
    this.place(atX - fx * this.width, atY - fy * this.height);
  }
  /** Moves by fractions of what is shown. */
  pan(fx, fy) {
    this.place(this.x + fx * this.width, this.y + fy * this.height);
  }
  reset() {
    this.k = 1;
    this.place(this.home.x, this.home.y);
  }
  /** Shows a part of the picture, written as a `viewBox`. */
  show(text) {
    const { x, y, width } = boxOf(text);
    this.k = this.home.width / width;
    this.place(x, y);
  }
  /** Shows a rectangle of the picture with some room around, in a few frames unless the reader wants no motion. */
  fit({ x, y, width, height }) {
    const room = 1.5;
    const k = Math.min(this.most, this.home.width / (width * room || 0.01), this.home.height / (height * room || 0.01));
    const to = { k, x: x + width / 2 - this.home.width / k / 2, y: y + height / 2 - this.home.height / k / 2 };
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      this.k = to.k;
      return this.place(to.x, to.y);
    }
    const from = { k: this.k, cx: this.x + this.width / 2, cy: this.y + this.height / 2 };
    const [cx, cy] = [x + width / 2, y + height / 2];
    const started = performance.now();
    const step = (now) => {
      const t = Math.min(1, Math.max(0, (now - started) / 220));
      const eased = 1 - (1 - t) ** 3;
      this.k = from.k * (to.k / from.k) ** eased;
      // The centre goes with what is shown, not with time: nothing overshoots.
      const share = from.k === to.k ? eased : (1 / from.k - 1 / this.k) / (1 / from.k - 1 / to.k);
      this.place(from.cx + (cx - from.cx) * share - this.width / 2, from.cy + (cy - from.cy) * share - this.height / 2);
      if (t < 1) requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  }
  /** Never leaves the picture. Drawn once a frame, however many events come. */
  place(x, y) {
    const { home } = this;
    this.x = Math.min(home.x + home.width - this.width, Math.max(home.x, x));
    this.y = Math.min(home.y + home.height - this.height, Math.max(home.y, y));
    this.redraw();
  }
  redraw() {
    this.waiting ??= requestAnimationFrame(() => {
      this.waiting = undefined;
      this.draw();
    });
  }
  draw() {
    const box = [this.x, this.y, this.width, this.height].map((value) => Math.round(value * 100) / 100).join(' ');
    if (box !== this.box) {
      this.box = box;
      this.svg.setAttribute('viewBox', box);
      // Not on the whole picture: the land's hundreds of shapes do not follow it.
      for (const part of this.svg.querySelectorAll(SIZED)) part.style.setProperty('--k', String(this.base * this.k));
      this.svg.classList.toggle('zoomed', this.moved);
    }
    for (const listener of this.#listeners) listener();
  }
}

/**
 * The wheel zooms once the map has the focus, or with Ctrl: before that the page scrolls, and one finger always scrolls it
 * while the map is whole.
 */
export function gestures(svg, view) {
  const pointers = new Map();
  let dragged = 0;
  const fraction = ({ clientX, clientY }) => {
    const box = svg.getBoundingClientRect();
    return [(clientX - box.left) / box.width, (clientY - box.top) / box.height];
  };
  const pinch = () => {
    const [a, b] = [...pointers.values()];
    return b && { distance: Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY), clientX: (a.clientX + b.clientX) / 2, clientY: (a.clientY + b.clientY) / 2 };
  };
  svg.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey && !event.metaKey && document.activeElement !== svg) return;
      event.preventDefault();
      view.zoom(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0016)), ...fraction(event));
    },
    { passive: false }
  );
  svg.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    pointers.set(event.pointerId, event);
    dragged = 0;
  });
  svg.addEventListener('pointermove', (event) => {
    const before = pointers.get(event.pointerId);
    if (!before) return;
    const old = pinch();
    pointers.set(event.pointerId, event);
    const now = pinch();
    const box = svg.getBoundingClientRect();
    if (old && now) {
      view.zoom(now.distance / (old.distance || 1), ...fraction(now));
      view.pan((old.clientX - now.clientX) / box.width, (old.clientY - now.clientY) / box.height);
    } else if (view.moved) {
      view.pan((before.clientX - event.clientX) / box.width, (before.clientY - event.clientY) / box.height);
    }
    dragged += Math.hypot(event.clientX - before.clientX, event.clientY - before.clientY);
    // Captured only once it is a drag: a capture would take the click away from a link.
    if (dragged > 4 && (view.moved || now)) svg.setPointerCapture(event.pointerId);
  });
  for (const type of ['pointerup', 'pointercancel']) svg.addEventListener(type, (event) => pointers.delete(event.pointerId));
  svg.addEventListener(
    'click',
    (event) => {
      if (dragged > 4 && view.moved) {
        event.preventDefault();
        event.stopImmediatePropagation();
      } else if (!event.target.closest('a')) svg.focus({ preventScroll: true });
    },
    { capture: true }
  );
}

/** Plus, minus, zero and the arrows, wherever the focus is within the frame. */
export function keys(frame, view) {
  const acts = {
    '+': () => view.zoom(STEP),
    '=': () => view.zoom(STEP),
    '-': () => view.zoom(1 / STEP),
    0: () => view.reset(),
    ArrowLeft: () => view.pan(-0.15, 0),
    ArrowRight: () => view.pan(0.15, 0),
    ArrowUp: () => view.pan(0, -0.15),
    ArrowDown: () => view.pan(0, 0.15)
  };
  frame.addEventListener('keydown', (event) => {
    const act = event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented ? undefined : acts[event.key];
    if (!act || event.target.closest('[data-members], button')) return;
    event.preventDefault();
    act();
  });
}
