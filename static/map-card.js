// A few words beside the mark that is looked at, and one light on the map and on its row of the list. The list says the
// same words, so the card is for the eye.

/** The marks that the server drew. */
export class SvgMarks {
  constructor(svg) {
    this.svg = svg;
  }
  #mark(slug) {
    return this.svg.querySelector(`[data-marks] [data-slug="${CSS.escape(slug)}"]`);
  }
  #words(mark) {
    const title = mark.querySelector('title');
    // The browser's own tooltip would come on top of the card.
    if (title) {
      mark.dataset.words = title.textContent;
      mark.querySelector('a').setAttribute('aria-label', title.textContent.replaceAll('\n', ', '));
      title.remove();
    }
    return mark.dataset.words.split('\n');
  }
  /** Place of a mark in the picture, its move in units of a mark, its words. */
  find(slug) {
    const mark = this.#mark(slug);
    return mark && { ...positionOf(mark), lines: this.#words(mark), mark };
  }
  /** Every mark and every disc that can be seen, for names and for the keyboard. */
  list(view) {
    if (this.svg.classList.contains('drawn')) return [];
    const first = this.svg.querySelector('[data-marks]').firstElementChild;
    if (this.first !== first) {
      this.first = first;
      this.all = [...this.#marks(), ...this.#discs()];
    }
    return this.all.map(({ at, key, r, name, link }) => {
      const [x, y] = view.toScreen(at.x, at.y);
      return { key, x: x + at.dx * view.mark, y: y + at.dy * view.mark, r: r * view.mark, name, focus: () => link().focus({ preventScroll: true }) };
    });
  }
  #marks() {
    return [...this.svg.querySelectorAll('[data-marks] [data-slug]:not(.quiet)')].map((mark) => {
      const at = positionOf(mark);
      const link = () => (this.#words(mark), mark.querySelector('a'));
      return { at, key: mark.dataset.slug, r: 6.5 * at.size, name: () => this.#words(mark)[0], link };
    });
  }
  /** Those of the layer that the width of the picture shows. */
  #discs() {
    return [...this.svg.querySelectorAll('[data-many] circle')]
      .filter((circle) => circle.getClientRects().length > 0)
      .map((circle) => {
        const link = circle.closest('a');
        const [x, y] = numbers(link.parentElement.getAttribute('transform'));
        return { at: { x, y, dx: 0, dy: 0 }, key: link.getAttribute('href'), r: Number(circle.getAttribute('r')), link: () => link };
      });
  }
}

const numbers = (text) => (text?.match(/-?[\d.]+/g) ?? []).map(Number);

/** Where the server put a mark: `translate(x y)`, then its glyph moved and scaled in units of a mark. */
function positionOf(mark) {
  const [x = 0, y = 0] = numbers(mark.getAttribute('transform'));
  const moves = mark.querySelector('.glyph')?.getAttribute('transform') ?? '';
  const [dx = 0, dy = 0] = numbers(/translate\(([^)]*)\)/.exec(moves)?.[1]);
  const [size = 1] = numbers(/scale\(([^)]*)\)/.exec(moves)?.[1]);
  return { x, y, dx, dy, size };
}

/**
 * Follows what is looked at, on the map or in the list.
 * @param points the layer of thousands of points, once it draws: `find(slug)`, `light(slug)`
 */
export class Spotlight {
  constructor(figure, view, marks) {
    Object.assign(this, { figure, view, marks, above: figure.querySelector('[data-above]'), card: figure.querySelector('[data-card]') });
    const target = (event) => {
      const slug = event.target.closest?.('[data-slug]')?.dataset.slug;
      // The layer of points answers for itself within the map.
      if (!this.points || slug || !this.figure.contains(event.target)) this.look(slug);
    };
    document.addEventListener('pointerover', target);
    document.addEventListener('focusin', target);
    document.documentElement.addEventListener('pointerleave', () => this.look(undefined));
    view.onDraw(() => this.place());
  }
  look(slug) {
    if (slug === this.slug) return;
    this.slug = slug;
    document.querySelectorAll('article.active').forEach((row) => row.classList.remove('active'));
    if (slug) document.querySelector(`article[data-slug="${CSS.escape(slug)}"]`)?.classList.add('active');
    this.above.replaceChildren();
    const found = slug && (this.points?.find(slug) ?? this.marks.find(slug));
    this.points?.light(found && !found.mark ? slug : undefined);
    if (found?.mark) {
      this.above.setAttribute('transform', found.mark.getAttribute('transform'));
      this.above.append(found.mark.querySelector('.size').cloneNode(true));
    }
    this.show(found || undefined);
  }
  /** A card at a place of the picture: `{ x, y, dx, dy, lines }`, or none. */
  show(at) {
    this.at = at;
    this.card.hidden = !at;
    if (!at) return;
    this.card.replaceChildren(
      ...at.lines.map((text, line) => Object.assign(document.createElement(line === 0 ? 'strong' : 'span'), { textContent: text }))
    );
    this.place();
  }
  place() {
    const { at, card, view } = this;
    if (!at) return;
    let [x, y] = view.toScreen(at.x, at.y);
    x += (at.dx ?? 0) * view.mark;
    y += (at.dy ?? 0) * view.mark;
    const [width, height] = [view.width * view.scale, view.height * view.scale];
    card.hidden = x < 0 || x > width || y < 0 || y > height;
    card.style.left = `${x}px`;
    card.style.top = `${y}px`;
    card.classList.toggle('left', x > width * 0.4);
    card.classList.toggle('up', y > height * 0.6);
  }
}
