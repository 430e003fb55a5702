// A finger covers several marks and cannot look before it opens: the first tap says what is there, the second opens it.

/** Pixels around a tap within which a mark may be the one that was meant. */
const FINGER = 14;

/** Leads where the link of a mark leads, in the window that the page or the link names. */
function follow(link) {
  window.open(link.href.baseVal, link.getAttribute('target') || document.querySelector('base')?.target || '_self');
}

/** @param marks the marks that the server drew; @param spotlight what shows a card beside one of them */
export function touch(figure, svg, view, marks, spotlight) {
  const panel = figure.querySelector('[data-members]');
  const { card } = spotlight;
  const linkOf = (slug) => svg.querySelector(`[data-marks] [data-slug="${CSS.escape(slug)}"] a`);
  let shown;
  // The panel also lists the members of discs, which close it themselves.
  let listing = false;
  const close = () => {
    shown = undefined;
    if (listing) panel.hidden = true;
    listing = false;
  };
  /** Slugs of the marks near a tap, nearest first. */
  const near = ({ clientX, clientY, target }) => {
    const box = svg.getBoundingClientRect();
    const far = ({ x, y }) => Math.hypot(x - (clientX - box.left), y - (clientY - box.top));
    const found = marks.list(view).filter((item) => item.name && far(item) <= FINGER).sort((a, b) => far(a) - far(b));
    const under = target.closest('[data-marks] [data-slug]:not(.quiet)')?.dataset.slug;
    return [...new Set([...found.map(({ key }) => key), ...(under ? [under] : [])])];
  };
  const list = (slugs) => {
    panel.querySelector('[data-title]').textContent = panel.dataset.near.replace('{n}', String(slugs.length));
    panel.querySelector('[data-rest]').textContent = '';
    panel.querySelector('ul').replaceChildren(
      ...slugs.map((slug) => {
        const [name, ...others] = marks.find(slug).lines;
        const row = document.createElement('li');
        row.dataset.slug = slug;
        const link = Object.assign(document.createElement('a'), { href: linkOf(slug).href.baseVal, textContent: name });
        row.append(link, Object.assign(document.createElement('span'), { textContent: others.join(', ') }));
        return row;
      })
    );
    panel.hidden = false;
    listing = true;
    panel.querySelector('a').focus({ preventScroll: true });
  };
  svg.addEventListener(
    'click',
    (event) => {
      if (event.pointerType !== 'touch' || event.defaultPrevented) return;
      const slugs = near(event);
      if (slugs.length === 0) return close();
      event.preventDefault();
      event.stopPropagation();
      const [slug] = slugs;
      if (slugs.length === 1 && slug === shown) return follow(linkOf(slug));
      close();
      if (slugs.length > 1) return list(slugs);
      shown = slug;
      spotlight.look(slug);
      card.dataset.slug = slug;
      card.classList.add('touched');
    },
    { capture: true }
  );
  // Before the finger leaves, for the card goes with it.
  card.addEventListener('pointerup', (event) => {
    if (event.pointerType === 'touch' && card.dataset.slug === shown && shown) follow(linkOf(shown));
  });
  panel.querySelector('button').addEventListener('click', close);
  panel.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !listing) return;
    close();
    svg.focus();
  });
}
