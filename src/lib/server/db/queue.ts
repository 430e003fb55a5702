import { DomainError } from '#lib/domain/errors.ts';

/** Longest wait for a turn. Reached only when a transaction waits for a write made outside of itself. */
const LONGEST_WAIT = 60_000;

/** One at a time, in order of arrival. */
export class WriteQueue {
  #last: Promise<void> = Promise.resolve();

  /**
   * Waits for one's turn.
   *
   * @returns a function that ends the turn; calling it twice does nothing more
   * @throws DomainError `database_busy` after a minute: the write was not made
   */
  async turn(): Promise<() => void> {
    const before = this.#last;
    let end = (): void => undefined;
    this.#last = new Promise((resolve) => (end = () => resolve()));
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(() => resolve('late'), LONGEST_WAIT);
      timer.unref();
    });
    const outcome = await Promise.race([before, late]);
    clearTimeout(timer);
    if (outcome === 'late') {
      // Those behind keep waiting for those before: giving up one's place must not open the door to them.
      void before.then(end);
      throw new DomainError('database_busy');
    }
    return end;
  }

  /** Runs `job` in its turn. */
  async run<T>(job: () => Promise<T>): Promise<T> {
    const end = await this.turn();
    try {
      return await job();
    } finally {
      end();
    }
  }
}
