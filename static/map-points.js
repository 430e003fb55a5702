// Thousands of points: discs that open and marks, drawn on a canvas, filtered here by the values that the server filters by.

import { cluster, extent } from './map-cluster.js';
import { keptAt, keptBy } from './map-filter.js';
import { Painter, onTheme } from './map-paint.js';
import { Members } from './map-members.js';

/** Pixels between the middles of two discs, and their radii: the smallest hold two figures, three, four. */
const APART = 46;
const SMALLEST = [9.5, 9.5, 9.5, 12.5, 16];
const LARGEST = 22;
const AREA = 0.6;

/** Loads the points of the edition and takes over from the discs in the page. */
export async function pointLayer(figure, svg, view, spotlight) {
  const answer = await fetch(figure.dataset.points);
  if (!answer.ok) throw new Error(String(answer.status));
  return new PointLayer(figure, svg, view, spotlight, await answer.json());
}

class PointLayer {
  #levels = new Map();
  constructor(figure, svg, view, spotlight, columns) {
    Object.assign(this, { figure, svg, view, spotlight, columns, setting: JSON.parse(figure.dataset.setting) });
    this.#readColumns();
    this.painter = new Painter(figure.querySelector('[data-canvas]'), this.setting.kinds, this.setting.lang);
    this.members = new Members(figure, this);
    this.#listen();
    spotlight.points = this;
    view.onDraw(() => this.draw());
    this.#ask(location.href).then(() => this.#settle());
  }
  /** Seats first, then the other places: an entry is a mark that may be drawn. */
  #readColumns() {
    const { columns, setting } = this;
    const areas = columns.areas.length / 3;
    const seats = columns.slugs.length;
    this.x = new Float64Array(seats + areas);
    this.y = new Float64Array(seats + areas);
    this.zone = new Uint8Array(seats + areas);
    this.owner = new Int32Array(seats + areas);
    for (let entry = 0; entry < seats + areas; entry++) {
      const at = 3 * (entry - seats);
      this.owner[entry] = entry < seats ? entry : columns.areas[at];
      this.x[entry] = (entry < seats ? columns.x[entry] : columns.areas[at + 1]) / 10;
      this.y[entry] = (entry < seats ? columns.y[entry] : columns.areas[at + 2]) / 10;
      this.zone[entry] = 1 + columns.insets.findIndex(({ x, y, width }) => this.y[entry] >= y && this.x[entry] >= x && this.x[entry] <= x + width);
    }
    const { values, of } = columns.facets.type;
    this.kinds = of.map((value) => setting.kinds.findIndex(({ code }) => code === values[value]));
    this.at = new Map(columns.slugs.map((slug, index) => [slug, index]));
  }
  /** Shows what an address asks for as soon as it is known. */
  async #ask(address) {
    const params = new URL(address, location.href).searchParams;
    this.asked = params;
    this.waiting = true;
    const kept = keptBy(this.columns, params) ?? (await this.#fromServer(params));
    if (kept && this.asked === params) this.#keep(kept, params);
  }
  async #fromServer(params) {
    const selection = new URLSearchParams([...params].filter(([name, value]) => value !== '' && !this.columns.drawing.includes(name)));
    const answer = await fetch(`${this.figure.dataset.kept}?${selection}`).catch(() => undefined);
    return answer?.ok ? keptAt(this.columns, await answer.json()) : undefined;
  }
  #keep(kept, params) {
    const shown = params.get('lieux') === 'tous' ? this.owner.length : kept.length;
    this.entries = [];
    for (let entry = 0; entry < shown; entry++) if (kept[this.owner[entry]] === 1) this.entries.push(entry);
    this.steps = this.columns.steps[params.get('vue')];
    this.hidden = params.get('vue') === 'densite';
    this.#levels.clear();
    this.painter.canvas.dataset.shown = String(this.entries.length);
    this.members.close();
    // Once it has answered an address, the canvas is what is shown until the page says otherwise.
    this.#cover(this.waiting || this.svg.querySelector('[data-many]') !== null);
  }
  /** Whether the canvas is shown in place of what the page draws. */
  #cover(drawn) {
    this.svg.classList.toggle('drawn', drawn);
    this.figure.classList.toggle('drawn', drawn);
    this.view.redraw();
  }
  /** The page's own answer has come: it has the last word on how many there are, and draws itself what it can. */
  async #settle() {
    const many = this.svg.querySelector('[data-many]');
    this.waiting = false;
    this.#cover(many !== null && this.entries !== undefined);
    if (!many || Number(many.dataset.many) === this.entries?.length) return;
    const params = new URLSearchParams(many.dataset.selection);
    const kept = await this.#fromServer(params);
    if (kept) this.#keep(kept, new URL(location.href).searchParams);
  }
  /** Groups of the current scale. Half steps of the zoom share theirs, so that a disc does not change at each turn of the wheel. */
  #groups() {
    const alone = this.entries.length <= this.setting.most;
    const level = alone ? Infinity : Math.round(Math.log2(this.view.scale) * 2) / 2;
    const known = this.#levels.get(level);
    if (known) return known;
    const groups = alone
      ? this.entries.map((entry) => ({ x: this.x[entry], y: this.y[entry], points: [entry] }))
      : cluster(this.x, this.y, this.zone, this.entries, APART / 2 ** level);
    const most = groups.reduce((found, { points }) => Math.max(found, points.length), 1);
    for (const group of groups) if (group.points.length > 1) group.r = Math.max(SMALLEST[String(group.points.length).length] ?? LARGEST, LARGEST * Math.sqrt(group.points.length / most));
    groups.sort((a, b) => b.points.length - a.points.length);
    this.#levels.set(level, groups);
    return groups;
  }
  #size(entry) {
    const step = this.steps?.[this.owner[entry]];
    return this.view.mark * (entry < this.at.size ? 1 : AREA) * (this.setting.scales[step] ?? 1);
  }
  /** Groups on the screen, largest first, with their place and radius in pixels. */
  seen() {
    if (!this.entries || this.hidden || !this.svg.classList.contains('drawn')) return [];
    const { view } = this;
    const [width, height] = [view.width * view.scale, view.height * view.scale];
    const found = [];
    for (const group of this.#groups()) {
      const [x, y] = view.toScreen(group.x, group.y);
      if (x < -LARGEST || y < -LARGEST || x > width + LARGEST || y > height + LARGEST) continue;
      found.push({ group, x, y, r: group.r ?? 6.5 * this.#size(group.points[0]) });
    }
    return found;
  }
  /** What names must not cover and what the keyboard reaches. */
  list() {
    return this.seen().map(({ group, x, y, r }) => {
      const [entry] = group.points;
      const one = group.points.length === 1;
      return { key: `${entry} ${group.points.length}`, x, y, r, ...(one ? { name: () => this.columns.names[this.owner[entry]] } : {}), focus: () => this.members.focus(group, x, y) };
    });
  }
  draw() {
    const { painter, view } = this;
    painter.size(view.width * view.scale, view.height * view.scale);
    const seen = this.seen();
    // What was looked at may have been opened by another scale or another filter.
    if (this.looked && !seen.some(({ group }) => group === this.looked)) this.look(undefined);
    for (const { group, x, y } of seen) {
      const [entry] = group.points;
      if (group.points.length > 1 || entry < this.at.size) continue;
      painter.tie(...view.toScreen(this.x[this.owner[entry]], this.y[this.owner[entry]]), x, y);
    }
    for (const { group, x, y, r } of seen) {
      const [entry] = group.points;
      if (group.points.length > 1) painter.count(x, y, r, group.points.length, group === this.looked);
      else this.#mark(entry, x, y, 1, group === this.looked);
    }
    if (this.lit !== undefined) this.#mark(this.lit, ...view.toScreen(this.x[this.lit], this.y[this.lit]), 1.7, false);
  }
  #mark(entry, x, y, times, ring) {
    const owner = this.owner[entry];
    this.painter.mark(x, y, times * this.#size(entry), this.kinds[owner], { synthetic: this.columns.synthetic[owner] === '1', faint: this.steps?.[owner] === 'x', ring });
  }
  /** An initiative by its slug, for the card. */
  find(slug) {
    const at = this.at.get(slug);
    if (at === undefined || !this.entries || (!this.svg.classList.contains('drawn') && !this.hidden)) return undefined;
    return { x: this.x[at], y: this.y[at], lines: this.linesOf(at) };
  }
  /** Brings out one initiative, or none. */
  light(slug) {
    this.lit = slug === undefined ? undefined : this.at.get(slug);
    this.view.redraw();
  }
  linesOf(at) {
    const { columns, setting } = this;
    const synthetic = columns.synthetic[at] === '1' ? ` · ${setting.synthetic}` : '';
    return [columns.names[at], columns.places[at], setting.kinds[this.kinds[at]].label + synthetic].filter(Boolean);
  }
  /** The group under the pointer: the smallest when several are. */
  #hit(event) {
    const box = this.svg.getBoundingClientRect();
    const [px, py] = [event.clientX - box.left, event.clientY - box.top];
    return this.seen().findLast(({ x, y, r }) => (x - px) ** 2 + (y - py) ** 2 <= (r + 3) ** 2)?.group;
  }
  /** Looks at a group: one initiative as its row does, several by what they are. */
  look(group) {
    if (group === this.looked) return;
    this.looked = group;
    this.svg.classList.toggle('pointing', group !== undefined);
    if (group?.points.length === 1) return this.spotlight.look(this.columns.slugs[this.owner[group.points[0]]]);
    this.spotlight.look(undefined);
    this.spotlight.show(group && { x: group.x, y: group.y, lines: this.members.linesOf(group) });
    this.view.redraw();
  }
  /** Opens a group: its page, a closer look, or the list of what is at the same place. */
  open(group) {
    const box = extent(this.x, this.y, group.points);
    if (group.points.length === 1) location.assign(this.setting.pages + this.columns.slugs[this.owner[group.points[0]]]);
    else if (this.view.largest || box.width + box.height < 0.2) this.members.open(group);
    else this.view.fit(box);
  }
  #listen() {
    const { svg } = this;
    svg.addEventListener('pointermove', (event) => event.buttons === 0 && this.look(this.#hit(event)));
    svg.addEventListener('pointerleave', () => this.look(undefined));
    svg.addEventListener(
      'click',
      (event) => {
        const group = event.defaultPrevented ? undefined : this.#hit(event);
        if (!group) return;
        event.preventDefault();
        event.stopPropagation();
        // A finger cannot look first: its first tap does.
        if (event.pointerType === 'touch' && group.points.length === 1 && group !== this.tapped) {
          this.tapped = group;
          return this.look(group);
        }
        this.look(undefined);
        this.open(group);
      },
      { capture: true }
    );
    document.addEventListener('directory:asked', ({ detail }) => void this.#ask(detail));
    document.addEventListener('directory:shown', () => void this.#settle());
    onTheme(() => {
      this.painter.readColours();
      this.view.redraw();
    });
    document.fonts?.ready.then(() => this.view.redraw());
  }
}
