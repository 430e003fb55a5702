// Zoom, drag, pinch and keys on a map, and a few words beside the mark that is looked at, shared with the list.
// The map is complete without this file.

const LARGEST = 12;
const STEP = 1.6;

/** The part of the picture that a map shows; lengths are in units of the picture. */
class View {
  constructor(svg, changed) {
    const [x, y, width, height] = svg.getAttribute('viewBox').split(' ').map(Number);
    this.home = { x, y, width, height };
    this.base = Number(getComputedStyle(svg).getPropertyValue('--k')) || 1;
    Object.assign(this, { svg, changed, x, y, k: 1 });
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
  /** Keeps in place the point at the fractions `fx`, `fy` of what is shown. */
  zoom(factor, fx = 0.5, fy = 0.5) {
    const [atX, atY] = [this.x + fx * this.width, this.y + fy * this.height];
    this.k = Math.min(LARGEST, Math.max(1, this.k * factor));
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
  /** Never leaves the picture. Drawn once a frame, however many events come. */
  place(x, y) {
    const { home } = this;
    this.x = Math.min(home.x + home.width - this.width, Math.max(home.x, x));
    this.y = Math.min(home.y + home.height - this.height, Math.max(home.y, y));
    this.waiting ??= requestAnimationFrame(() => {
      this.waiting = undefined;
      this.draw();
    });
  }
  draw() {
    const scale = this.base * this.k;
    this.svg.setAttribute('viewBox', [this.x, this.y, this.width, this.height].map((value) => Math.round(value * 100) / 100).join(' '));
    this.svg.style.setProperty('--k', String(scale));
    this.svg.classList.toggle('zoomed', this.moved);
    this.svg.classList.toggle('named', scale > 2);
    this.svg.classList.toggle('all-named', scale > 7);
    this.changed();
  }
}

/**
 * The wheel zooms once the map has the focus, or with Ctrl: before that the page scrolls, and one finger always scrolls it
 * while the map is whole.
 */
function gestures(svg, view) {
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
      if (dragged > 4 && view.moved) event.preventDefault();
      else if (!event.target.closest('a')) svg.focus({ preventScroll: true });
    },
    { capture: true }
  );
  const keys = {
    '+': () => view.zoom(STEP),
    '=': () => view.zoom(STEP),
    '-': () => view.zoom(1 / STEP),
    0: () => view.reset(),
    ArrowLeft: () => view.pan(-0.15, 0),
    ArrowRight: () => view.pan(0.15, 0),
    ArrowUp: () => view.pan(0, -0.15),
    ArrowDown: () => view.pan(0, 0.15)
  };
  svg.addEventListener('keydown', (event) => {
    const act = event.altKey || event.ctrlKey || event.metaKey ? undefined : keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
}

/** Brings out one initiative on the map and in the list, with its card. The list says the same words, so the card is for the eye. */
function spotlight(figure, svg, view) {
  const [above, card] = [figure.querySelector('[data-above]'), figure.querySelector('[data-card]')];
  let shown;
  const words = (mark) => {
    const title = mark.querySelector('title');
    // The browser's own tooltip would come on top of the card.
    if (title) {
      mark.dataset.words = title.textContent;
      mark.querySelector('a').setAttribute('aria-label', title.textContent.replaceAll('\n', ', '));
      title.remove();
    }
    return mark.dataset.words.split('\n');
  };
  const place = () => {
    if (!shown) return;
    const box = svg.getBoundingClientRect();
    const at = above.getBoundingClientRect();
    const [x, y] = [(at.left + at.width / 2 - box.left) / box.width, (at.top + at.height / 2 - box.top) / box.height];
    card.hidden = x < 0 || x > 1 || y < 0 || y > 1;
    card.style.left = `${x * 100}%`;
    card.style.top = `${y * 100}%`;
    card.classList.toggle('left', x > 0.4);
    card.classList.toggle('up', y > 0.6);
  };
  const look = (slug) => {
    if (slug === shown?.dataset.slug) return;
    document.querySelectorAll('article.active').forEach((row) => row.classList.remove('active'));
    above.replaceChildren();
    card.hidden = true;
    shown = slug && svg.querySelector(`[data-marks] [data-slug="${CSS.escape(slug)}"]`);
    if (slug) document.querySelector(`article[data-slug="${CSS.escape(slug)}"]`)?.classList.add('active');
    if (!shown) return;
    const mark = shown.querySelector('.size').cloneNode(true);
    above.setAttribute('transform', shown.getAttribute('transform'));
    above.append(mark);
    card.replaceChildren(
      ...words(shown).map((text, line) => {
        const element = document.createElement(line === 0 ? 'strong' : 'span');
        element.textContent = text;
        return element;
      })
    );
    place();
  };
  const target = (event) => look(event.target.closest?.('[data-slug]')?.dataset.slug);
  document.addEventListener('pointerover', target);
  document.addEventListener('focusin', target);
  document.documentElement.addEventListener('pointerleave', () => look(undefined));
  return place;
}

for (const figure of document.querySelectorAll('[data-map]')) {
  const svg = figure.querySelector('svg');
  let placeCard = () => {};
  const controls = figure.querySelector('[data-controls]');
  const view = new View(svg, () => {
    placeCard();
    for (const button of controls?.querySelectorAll('[data-needs-zoom]') ?? []) button.disabled = !view.moved;
  });
  placeCard = spotlight(figure, svg, view);
  if (!controls) continue;
  gestures(svg, view);
  svg.tabIndex = 0;
  controls.hidden = false;
  const acts = { in: () => view.zoom(STEP), out: () => view.zoom(1 / STEP), reset: () => view.reset() };
  controls.addEventListener('click', (event) => acts[event.target.closest('[data-zoom]')?.dataset.zoom]?.());
}
