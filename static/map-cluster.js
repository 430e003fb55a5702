// Groups of points that would cover one another, for one scale of the map.

/** Points by cells of side `size`: what is near a place is in its cell or the eight around. */
class Grid {
  constructor(x, y, zone, points, size) {
    const box = extent(x, y, points);
    // One cell more on each side, so that the eight around always are.
    [this.left, this.top] = [box.x - size, box.y - size];
    this.columns = Math.ceil(box.width / size) + 3;
    this.heads = new Int32Array(this.columns * (Math.ceil(box.height / size) + 3)).fill(-1);
    this.next = new Int32Array(x.length);
    Object.assign(this, { x, y, zone, size });
  }
  cellOf(point) {
    return Math.floor((this.x[point] - this.left) / this.size) + this.columns * Math.floor((this.y[point] - this.top) / this.size);
  }
  add(point) {
    const cell = this.cellOf(point);
    this.next[point] = this.heads[cell];
    this.heads[cell] = point;
  }
  /** The nearest added point of the same zone within `size`, or -1. */
  nearest(point) {
    const { x, y, zone, heads, next, columns, size } = this;
    const [px, py, middle] = [x[point], y[point], this.cellOf(point)];
    let best = size * size;
    let found = -1;
    for (let row = middle - columns; row <= middle + columns; row += columns) {
      for (let cell = row - 1; cell <= row + 1; cell++) {
        for (let other = heads[cell]; other >= 0; other = next[other]) {
          const distance = (x[other] - px) ** 2 + (y[other] - py) ** 2;
          if (distance >= best || zone[other] !== zone[point]) continue;
          best = distance;
          found = other;
        }
      }
    }
    return found;
  }
}

/**
 * Groups `points` around some of them that are at least `distance` apart; each point goes to the nearest of these. Every
 * point is in one group, and the same points in the same order give the same groups.
 *
 * @param {ArrayLike<number>} x @param {ArrayLike<number>} y @param {ArrayLike<number>} zone parts of the picture that never mix
 * @param {readonly number[]} points positions in `x` and `y`
 * @returns {{ x: number, y: number, points: number[] }[]} with the mean position of their points
 */
export function cluster(x, y, zone, points, distance) {
  if (points.length === 0) return [];
  const grid = new Grid(x, y, zone, points, distance);
  const groups = new Map();
  for (const point of points) {
    if (grid.nearest(point) >= 0) continue;
    grid.add(point);
    groups.set(point, []);
  }
  for (const point of points) groups.get(grid.nearest(point)).push(point);
  return [...groups.values()].map((members) => {
    let [sumX, sumY] = [0, 0];
    for (const point of members) {
      sumX += x[point];
      sumY += y[point];
    }
    return { x: sumX / members.length, y: sumY / members.length, points: members };
  });
}

/** The rectangle that holds the points of a group; no width nor height when they are all in one place. */
export function extent(x, y, points) {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const point of points) {
    left = Math.min(left, x[point]);
    right = Math.max(right, x[point]);
    top = Math.min(top, y[point]);
    bottom = Math.max(bottom, y[point]);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}
