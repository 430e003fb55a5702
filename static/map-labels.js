// Names on the map: régions, then départements, then towns and initiatives as it grows; none covers another.

import { placeNames } from './map-place.js';

/** Pixels for one unit of the picture (about 1.7 km) from which, and below which, names of a rank appear. */
const SHOWN = { region: [0.6, 1.5], departement: [1.5, Infinity], prefecture: [2.1, Infinity], town: [4, Infinity], initiative: [2.4, Infinity] };
/** Which goes first when two would cover each other. */
const ORDER = ['region', 'departement', 'initiative', 'prefecture', 'town'];
const LONGEST = 30;
const MOST_INITIATIVES = 60;
const GAP = 4;

/** `CLAC, caisse locale de l’alimentation de Cadenet` goes by its first word. */
const KNOWN_AS = /^([^,(]{2,24}), (?=\p{Ll})/u;

/** A name short enough to stand beside its mark: what it is known as, else its first words. */
export function shortName(text) {
  const name = KNOWN_AS.exec(text)?.[1] ?? text;
  if (name.length <= LONGEST) return name;
  const cut = name.slice(0, LONGEST);
  const words = cut.slice(0, Math.max(cut.lastIndexOf(' '), 0)).replace(/( (de|du|des|d|la|le|les|l|et|en|à|au|aux))+$/i, '');
  return `${words.length >= LONGEST / 2 ? words : cut.slice(0, -1).trimEnd()}…`;
}

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
    document.fonts?.ready.then(() => this.#again());
    document.addEventListener('directory:shown', () => this.#again());
  }
  /** Measures everything again: another font has come, or names are written in another way. */
  #again() {
    this.#spans.forEach(({ span }) => span.remove());
    this.#spans.clear();
    this.#shown.clear();
    this.view.redraw();
  }
  /** The whole picture is left as it is: names are for a closer look. */
  get #closer() {
    return (this.view.moved || this.view.base > 1) && this.view.scale >= SHOWN.region[0];
  }
  /** The other names come with the first closer look. */
  #ask() {
    if (this.asked || !this.#closer) return;
    this.asked = true;
    fetch(this.figure.dataset.names)
      .then((answer) => (answer.ok ? answer.json() : []), () => [])
      .then((rows) => {
        this.names = this.names.concat(rows.map(([name, x, y, rank]) => ({ name, x: x / 10, y: y / 10, rank })));
        this.view.redraw();
      });
  }
  /** The element of a name; its size is measured later, with all the new ones at once. */
  #span(rank, text) {
    const key = `${rank} ${text}`;
    const known = this.#spans.get(key);
    if (known) return known;
    const span = Object.assign(document.createElement('span'), { className: rank, textContent: text });
    this.layer.append(span);
    const made = { key, span };
    this.#spans.set(key, made);
    return made;
  }
  /** Names of a rank within the map, each with what its spots follow from. */
  #names(rank) {
    const { view } = this;
    const [from, to] = SHOWN[rank];
    if (view.scale < from || view.scale >= to) return [];
    const [right, bottom] = [view.width * view.scale, view.height * view.scale];
    return this.names.flatMap((name) => {
      if (name.rank !== rank) return [];
      const [x, y] = view.toScreen(name.x, name.y);
      if (x < 0 || y < 0 || x > right || y > bottom) return [];
      const town = rank === 'prefecture' || rank === 'town';
      return [{ made: this.#span(rank, name.name), rank, spotsOf: (size) => (town ? beside(x, y, 2, size).slice(0, 2) : around(x, y, size)) }];
    });
  }
  #initiatives(seen) {
    if (this.view.scale < SHOWN.initiative[0]) return [];
    return seen
      .filter((mark) => mark.name)
      .slice(0, MOST_INITIATIVES)
      .map((mark) => ({ made: this.#span('initiative', shortName(mark.name())), rank: 'initiative', spotsOf: (size) => beside(mark.x, mark.y, mark.r, size) }));
  }
  /** Sizes of what is new, then the spots of all. */
  #measured(names) {
    for (const { made } of names) {
      if (made.width === undefined) Object.assign(made, { width: Math.ceil(made.span.offsetWidth), height: Math.ceil(made.span.offsetHeight) });
    }
    return names.map(({ made, rank, spotsOf }) => ({ ...made, rank, spots: spotsOf(made) }));
  }
  draw() {
    this.#ask();
    const { view } = this;
    const frame = { x: 2, y: 2, width: view.width * view.scale - 4, height: view.height * view.scale - 4 };
    if (!this.#closer) return this.#show([]);
    const seen = this.marks.flatMap((layer) => layer.list(view)).filter(({ x, y }) => x > -20 && y > -20 && x < frame.width + 24 && y < frame.height + 24);
    const obstacles = seen.map(({ x, y, r }) => ({ x: x - r, y: y - r, width: 2 * r, height: 2 * r }));
    if (this.controls && !this.controls.hidden) {
      obstacles.push({ x: this.controls.offsetLeft - 2, y: this.controls.offsetTop, width: this.controls.offsetWidth + 4, height: this.controls.offsetHeight + 4 });
    }
    const names = this.#measured([
      ...this.#names('region'),
      ...this.#names('departement'),
      ...this.#initiatives(seen),
      ...this.#names('prefecture'),
      ...this.#names('town')
    ]);
    // A name that is shown stays where it can: names do not flicker while the map moves.
    names.sort((a, b) => ORDER.indexOf(a.rank) - ORDER.indexOf(b.rank) || Number(this.#shown.has(b.key)) - Number(this.#shown.has(a.key)));
    this.#show(placeNames(names, obstacles, frame));
  }
  #show(placed) {
    const now = new Set();
    for (const { name, spot, x, y } of placed) {
      now.add(name.key);
      name.span.className = `${name.rank} shown${spot === 1 && (name.rank === 'prefecture' || name.rank === 'town') ? ' left' : ''}`;
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
