// Names on the map: régions, then départements, then towns and initiatives as it grows; none covers another.

import { placeNames } from './map-place.js';

/** Pixels for one unit of the picture (about 1.7 km) from which, and below which, names of a rank appear. */
const SHOWN = { region: [0.75, 1.5], departement: [1.5, Infinity], prefecture: [2.1, Infinity], town: [4, Infinity], initiative: [2.4, Infinity] };
const LONGEST = 30;
const MOST_INITIATIVES = 60;
const GAP = 4;

const shorten = (text) => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1).trimEnd()}…` : text);

/** Corners of a name's box beside a point: right, left, below, above. */
const beside = (x, y, r, { width, height }) => [
  [x + r + GAP, y - height / 2],
  [x - r - GAP - width, y - height / 2],
  [x - width / 2, y + r + 1],
  [x - width / 2, y - r - 1 - height]
];
/** Corners of a name's box around the middle of a territory: at it, or a little below or above. */
const around = (x, y, { width, height }) => [0, 1, -1, 2, -2].map((line) => [x - width / 2, y - height / 2 + line * height]);

export class Labels {
  #spans = new Map();
  #shown = new Set();
  /** @param marks layers with `list(view)`: what names must not cover, and initiatives to name */
  constructor(figure, svg, view, marks) {
    Object.assign(this, { figure, svg, view, marks, layer: figure.querySelector('[data-labels]'), controls: figure.querySelector('[data-controls]') });
    this.names = [...svg.querySelectorAll('#land-names text')].map((text) => ({ name: text.textContent.replaceAll("'", '’'), x: Number(text.getAttribute('x')), y: Number(text.getAttribute('y')), rank: 'departement' }));
    svg.classList.add('lettered');
    view.onDraw(() => this.draw());
    document.fonts?.ready.then(() => {
      this.#spans.forEach(({ span }) => span.remove());
      this.#spans.clear();
      this.#shown.clear();
      view.redraw();
    });
  }
  /** The other names come when the map first grows. */
  #ask() {
    if (this.asked || this.view.scale < SHOWN.region[0]) return;
    this.asked = true;
    fetch(this.figure.dataset.names)
      .then((answer) => (answer.ok ? answer.json() : []), () => [])
      .then((rows) => {
        this.names = this.names.concat(rows.map(([name, x, y, rank]) => ({ name, x: x / 10, y: y / 10, rank })));
        this.view.redraw();
      });
  }
  /** The element of a name and its size, measured once. */
  #span(rank, text) {
    const key = `${rank} ${text}`;
    const known = this.#spans.get(key);
    if (known) return known;
    const span = Object.assign(document.createElement('span'), { className: rank, textContent: text });
    this.layer.append(span);
    const made = { key, span, width: Math.ceil(span.offsetWidth), height: Math.ceil(span.offsetHeight) };
    this.#spans.set(key, made);
    return made;
  }
  #placeNames(rank, list) {
    const { view } = this;
    const { scale } = view;
    const [from, to] = SHOWN[rank];
    if (scale < from || scale >= to) return [];
    return list.flatMap((name) => {
      if (name.rank !== rank) return [];
      const [x, y] = view.toScreen(name.x, name.y);
      if (x < 0 || y < 0 || x > view.width * scale || y > view.height * scale) return [];
      const made = this.#span(rank, name.name);
      const town = rank === 'prefecture' || rank === 'town';
      return [{ ...made, rank, at: [x, y], spots: town ? beside(x, y, 2, made).slice(0, 2) : around(x, y, made) }];
    });
  }
  #initiatives(seen) {
    if (this.view.scale < SHOWN.initiative[0]) return [];
    return seen
      .filter((mark) => mark.name)
      .slice(0, MOST_INITIATIVES)
      .map((mark) => {
        const made = this.#span('initiative', shorten(mark.name()));
        return { ...made, rank: 'initiative', own: mark, spots: beside(mark.x, mark.y, mark.r, made) };
      });
  }
  draw() {
    this.#ask();
    const { view } = this;
    const frame = { x: 2, y: 2, width: view.width * view.scale - 4, height: view.height * view.scale - 4 };
    if (view.scale < SHOWN.region[0]) return this.#show([]);
    const seen = this.marks.flatMap((layer) => layer.list(view)).filter(({ x, y }) => x > -20 && y > -20 && x < frame.width + 24 && y < frame.height + 24);
    const obstacles = seen.map(({ x, y, r }) => ({ x: x - r, y: y - r, width: 2 * r, height: 2 * r }));
    if (this.controls && !this.controls.hidden) {
      obstacles.push({ x: this.controls.offsetLeft - 2, y: this.controls.offsetTop, width: this.controls.offsetWidth + 4, height: this.controls.offsetHeight + 4 });
    }
    const names = [
      ...this.#placeNames('region', this.names),
      ...this.#placeNames('departement', this.names),
      ...this.#initiatives(seen),
      ...this.#placeNames('prefecture', this.names),
      ...this.#placeNames('town', this.names)
    ];
    // A name that is shown stays where it can: names do not flicker while the map moves.
    const rankOf = ({ rank }) => Object.keys(SHOWN).indexOf(rank);
    names.sort((a, b) => (rankOf(a) === rankOf(b) ? Number(this.#shown.has(b.key)) - Number(this.#shown.has(a.key)) : 0));
    this.#show(placeNames(names, obstacles, frame));
  }
  #show(placed) {
    const now = new Set();
    for (const { name, spot, x, y } of placed) {
      now.add(name.key);
      name.span.className = `${name.rank} shown${name.at && spot === 1 && name.rank !== 'departement' && name.rank !== 'region' ? ' left' : ''}`;
      name.span.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
    }
    for (const key of this.#shown) if (!now.has(key)) this.#spans.get(key)?.span.classList.remove('shown');
    this.#shown = now;
    if (this.#spans.size > 600) this.#forget();
  }
  #forget() {
    for (const [key, { span }] of this.#spans) {
      if (this.#shown.has(key)) continue;
      span.remove();
      this.#spans.delete(key);
    }
  }
}
