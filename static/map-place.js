// Where names go so that none covers another.

const apart = (a, b) => a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;

/**
 * Places names one after the other, each at the first of its spots that is within `frame` and covers neither a name
 * already placed nor an obstacle; a name without such a spot is left out.
 *
 * @param names in order of importance: `{ width, height, spots: [x, y][] }`, spots being the corner of the name's box
 * @param obstacles boxes `{ x, y, width, height }`
 * @param frame box that names must be in
 * @param room pixels kept free between two names
 * @returns `{ name, spot, x, y }[]`, spot being the position in its spots
 */
export function placeNames(names, obstacles, frame, room = 3) {
  const taken = [...obstacles];
  const placed = [];
  for (const name of names) {
    for (const [spot, [x, y]] of name.spots.entries()) {
      const box = { x: x - room, y: y - room / 2, width: name.width + 2 * room, height: name.height + room };
      const inside = x >= frame.x && y >= frame.y && x + name.width <= frame.x + frame.width && y + name.height <= frame.y + frame.height;
      if (!inside || !taken.every((other) => apart(box, other))) continue;
      taken.push({ x, y, width: name.width, height: name.height });
      placed.push({ name, spot, x, y });
      break;
    }
  }
  return placed;
}
