// From mark to mark by keyboard: Enter on the map goes to the mark nearest its middle, arrows to the next one in their
// direction, Enter opens it, Escape comes back to the map. One tab stop for the whole map.

const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** The item that lies most directly and nearest in a direction from a place; undefined when there is none within 60°. */
export function next(items, from, [dx, dy]) {
  let [best, found] = [Infinity, undefined];
  for (const item of items) {
    const [vx, vy] = [item.x - from.x, item.y - from.y];
    const along = vx * dx + vy * dy;
    const across = Math.abs(vx * dy - vy * dx);
    if (along < 1 || across > along * 1.75) continue;
    const cost = along + across * 1.5;
    if (cost < best) [best, found] = [cost, item];
  }
  return found;
}

/** @param layers with `list(view)`, items that can take the focus: `{ x, y, focus() }` in pixels */
export function walk(frame, svg, view, layers) {
  let at;
  const items = () => {
    const [width, height] = [view.width * view.scale, view.height * view.scale];
    return layers.flatMap((layer) => layer.list(view)).filter(({ x, y }) => x >= 0 && y >= 0 && x <= width && y <= height);
  };
  const go = (item) => {
    if (!item) return;
    at = { x: item.x, y: item.y, key: item.key };
    item.focus();
  };
  const walking = () => document.activeElement !== svg && document.activeElement.closest('[data-marks], [data-proxies]') !== null;
  frame.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (document.activeElement === svg && event.key === 'Enter') {
      event.preventDefault();
      const middle = { x: (view.width * view.scale) / 2, y: (view.height * view.scale) / 2 };
      const nearest = items().sort((a, b) => Math.hypot(a.x - middle.x, a.y - middle.y) - Math.hypot(b.x - middle.x, b.y - middle.y))[0];
      go(nearest);
    } else if (walking() && event.key in DIRECTIONS) {
      event.preventDefault();
      const now = items();
      go(next(now, now.find(({ key }) => key === at?.key) ?? at ?? { x: 0, y: 0 }, DIRECTIONS[event.key]));
    } else if (walking() && event.key === 'Escape') {
      event.preventDefault();
      svg.focus({ preventScroll: true });
    }
  });
}
