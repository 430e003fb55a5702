/** A page as it was answered, compressed. */
export type CachedPage = { headers: [string, string][]; body: Uint8Array };

/**
 * Published pages, least recently used out first. Within an edition a page never changes, so nothing expires:
 * a key that names the state of the publication is simply no longer asked for.
 */
export class PageCache {
  readonly #pages = new Map<string, CachedPage>();
  readonly #limit: number;
  #bytes = 0;

  /** `limit` is in bytes of compressed bodies. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** The page, which becomes the most recently used; undefined when it is not kept. */
  get(key: string): CachedPage | undefined {
    const page = this.#pages.get(key);
    if (!page) return undefined;
    this.#pages.delete(key);
    this.#pages.set(key, page);
    return page;
  }

  /** Keeps a page; one larger than a tenth of the limit is not worth the others. */
  set(key: string, page: CachedPage): void {
    if (page.body.byteLength > this.#limit / 10) return;
    this.#remove(key);
    this.#pages.set(key, page);
    this.#bytes += page.body.byteLength;
    for (const oldest of this.#pages.keys()) {
      if (this.#bytes <= this.#limit) break;
      this.#remove(oldest);
    }
  }

  #remove(key: string): void {
    this.#bytes -= this.#pages.get(key)?.body.byteLength ?? 0;
    this.#pages.delete(key);
  }
}
