/** There were not enough steps left to end a search. */
export class OutOfWork extends Error {}

/**
 * How many steps a search may still take. Steps are counted and not seconds, so that every machine, however busy, ends at the same place
 * with the same answer. A step is about one addition.
 */
export class Work {
  constructor(private left = Number.POSITIVE_INFINITY) {}

  /** @throws OutOfWork when there are not that many left; none is left then */
  spend(steps: number): void {
    this.left -= steps;
    if (this.left < 0) throw new OutOfWork();
  }
}
