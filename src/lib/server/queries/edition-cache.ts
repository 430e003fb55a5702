/** How many editions stay in memory: the newest, and those that pinned pages ask for. */
const KEPT = 6;

/**
 * Remembers what was read of an edition. An edition never changes once it can be seen, so nothing here expires;
 * the one asked for longest ago leaves first.
 */
export class EditionCache<T> {
  readonly #load: (version: string) => Promise<T>;
  readonly #kept = new Map<string, Promise<T>>();

  constructor(load: (version: string) => Promise<T>) {
    this.#load = load;
  }

  /** What `load` gave for that version; a failed load is not kept. */
  get(version: string): Promise<T> {
    const known = this.#kept.get(version);
    this.#kept.delete(version);
    const content = known ?? this.#load(version);
    this.#kept.set(version, content);
    if (!known) content.catch(() => this.#kept.delete(version));
    const oldest = this.#kept.keys().next();
    if (this.#kept.size > KEPT && !oldest.done) this.#kept.delete(oldest.value);
    return content;
  }
}
