// What a disc says and holds: its words for the eye and the ear, its members once it cannot be opened further.

/** Members listed at once; the directory's own list has them all. */
const MOST_LISTED = 60;

export class Members {
  constructor(figure, layer) {
    Object.assign(this, { layer, panel: figure.querySelector('[data-members]'), frame: figure.querySelector('[data-picture]').parentElement, proxies: [...figure.querySelectorAll('[data-proxies] a')] });
    this.number = new Intl.NumberFormat(layer.setting.lang);
    this.panel.querySelector('button').addEventListener('click', () => this.close(true));
    this.panel.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      this.close(true);
    });
    for (const proxy of this.proxies) {
      proxy.addEventListener('click', (event) => {
        event.preventDefault();
        if (this.group) layer.open(this.group);
      });
      proxy.addEventListener('blur', () => {
        proxy.hidden = true;
        layer.look(undefined);
      });
    }
  }
  #say(text, n) {
    return text.replace('{n}', this.number.format(n));
  }
  /** The count, then the kinds from the most frequent. */
  linesOf({ points }) {
    const { layer } = this;
    const { setting } = layer;
    const counts = setting.kinds.map(({ label }, kind) => ({ label, n: points.reduce((sum, entry) => sum + Number(layer.kinds[layer.owner[entry]] === kind), 0) }));
    const kinds = counts.filter(({ n }) => n > 0).sort((a, b) => b.n - a.n);
    return [this.#say(setting.words.count, points.length), ...kinds.map(({ label, n }) => this.#say(setting.words.kind, n).replace('{kind}', label))];
  }
  /** Gives the focus to a group. Two elements take turns, so that each new name is read out. */
  focus(group, x, y) {
    const { layer } = this;
    const proxy = this.proxies.find((each) => each !== document.activeElement);
    this.group = group;
    const [entry] = group.points;
    const one = group.points.length === 1;
    proxy.href = one ? layer.setting.pages + layer.columns.slugs[layer.owner[entry]] : '#carte';
    proxy.textContent = one ? layer.linesOf(layer.owner[entry]).join(', ') : `${this.linesOf(group).join(', ')}. ${layer.setting.words.open}`;
    proxy.style.transform = `translate(${x}px, ${y}px)`;
    proxy.hidden = false;
    proxy.focus({ preventScroll: true });
    layer.look(group);
  }
  open({ points }) {
    const { layer, panel } = this;
    const owners = [...new Set(points.map((entry) => layer.owner[entry]))];
    panel.querySelector('[data-title]').textContent = this.#say(layer.setting.words.here, owners.length);
    panel.querySelector('ul').replaceChildren(
      ...owners.slice(0, MOST_LISTED).map((at) => {
        const [name, ...others] = layer.linesOf(at);
        const row = document.createElement('li');
        row.dataset.slug = layer.columns.slugs[at];
        row.append(Object.assign(document.createElement('a'), { href: layer.setting.pages + layer.columns.slugs[at], textContent: name }), Object.assign(document.createElement('span'), { textContent: others.join(', ') }));
        return row;
      })
    );
    const rest = owners.length - MOST_LISTED;
    panel.querySelector('[data-rest]').textContent = rest > 0 ? this.#say(layer.setting.words.rest, rest) : '';
    panel.hidden = false;
    panel.querySelector('a').focus({ preventScroll: true });
  }
  /** @param back whether the focus returns to the map */
  close(back = false) {
    if (this.panel.hidden) return;
    this.panel.hidden = true;
    if (back) this.frame.querySelector('[data-picture]').focus({ preventScroll: true });
  }
}
