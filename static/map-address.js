// What the map shows, kept in the address of the page and of every link that leads to the same map: its centre in degrees
// and how much larger it is than the whole.

const PARAMETER = 'carte';
/** Milliseconds without a move before the address is written: browsers refuse a hundred of them in a few seconds. */
const STILL = 250;
/** Pages that show the same part of the map. */
const SAME = /\/(initiatives|initiatives\/plan|embed\/carte)$/;

const half = (latitude) => Math.tan(((90 + latitude) * Math.PI) / 360);
const latitudeOf = (tangent) => (360 / Math.PI) * Math.atan(tangent) - 90;
const degrees = (radians) => (radians * 180) / Math.PI;

/**
 * The place in degrees that is drawn, or would be, at a point of the picture.
 * @param inverse numbers of the projection (`PictureInverse`)
 */
export function placeAt({ cone, insets }, x, y) {
  const inset = insets.find((each) => x >= each.x && x <= each.x + each.width && y >= each.y && y <= each.y + each.height);
  if (inset) {
    const [east, south] = [(x - inset.x - inset.width / 2) / inset.scale, (y - inset.y - inset.height / 2) / inset.scale];
    return { longitude: inset.longitude + degrees(east), latitude: latitudeOf(half(inset.latitude) * Math.exp(-south)) };
  }
  const [across, along] = [(x - cone.x) / cone.scale, cone.apex + (y - cone.y) / cone.scale];
  const tangent = half(cone.latitude) * (cone.apex / Math.hypot(across, along)) ** (1 / cone.n);
  return { longitude: cone.longitude + degrees(Math.atan2(across, along)) / cone.n, latitude: latitudeOf(tangent) };
}

const written = (value, decimals) => String(Number(value.toFixed(decimals)) + 0);

/** What the view shows, as the address writes it: `48.117,-1.678,4`; empty for the whole picture. */
export function windowText(inverse, view) {
  if (!view.moved) return '';
  const { latitude, longitude } = placeAt(inverse, view.x + view.width / 2, view.y + view.height / 2);
  return [written(latitude, 3), written(longitude, 3), written(view.k, 2)].join(',');
}

/** The same address with what the map shows in it, or without when the map is whole. */
export function withWindow(address, text) {
  const url = new URL(address);
  // Read and written again only when it changes: another spelling would be another address.
  if ((url.searchParams.get(PARAMETER) ?? '') !== text) {
    if (text) url.searchParams.set(PARAMETER, text);
    else url.searchParams.delete(PARAMETER);
  }
  return url.pathname + url.search + url.hash;
}

/** Writes what `view` shows, and shows again what the address says when the reader goes back. */
export class Address {
  constructor(svg, view) {
    Object.assign(this, { svg, view, inverse: JSON.parse(svg.dataset.inverse), text: new URL(location.href).searchParams.get(PARAMETER) ?? '' });
    view.onDraw(() => this.#drawn());
    document.addEventListener('directory:shown', ({ detail }) => (detail === 'none' ? this.#follow() : this.#write()));
  }
  #drawn() {
    // The first picture is the one that the address asked for.
    this.box ??= this.view.box;
    if (this.box === this.view.box) return;
    this.box = this.view.box;
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => {
      this.text = windowText(this.inverse, this.view);
      this.#write();
    }, STILL);
  }
  #write() {
    const address = withWindow(location.href, this.text);
    if (address !== location.pathname + location.search + location.hash) history.replaceState(history.state, '', address);
    const field = document.querySelector(`input[name="${PARAMETER}"]`);
    if (field) field.value = this.text;
    for (const link of document.querySelectorAll('main a[href], a[hreflang]')) {
      const same = link instanceof HTMLAnchorElement && !link.getAttribute('href').startsWith('#') && link.origin === location.origin && SAME.test(link.pathname);
      if (same) link.setAttribute('href', withWindow(link.href, this.text));
    }
  }
  #follow() {
    clearTimeout(this.waiting);
    this.text = new URL(location.href).searchParams.get(PARAMETER) ?? '';
    const seen = this.svg.querySelector('[data-seen]')?.dataset.seen;
    if (seen) this.view.show(seen);
    this.#write();
  }
}
