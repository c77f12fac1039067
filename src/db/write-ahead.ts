import { open, type FileHandle } from 'node:fs/promises';
import { StoreRefused } from './refused.ts';

/** Makes what the system holds of a file durable. */
export type Flush = (file: FileHandle) => Promise<void>;

const flushNow: Flush = (file) => file.datasync();

/**
 * SQLite's write-ahead file, made durable by us after each commit and beside the event loop, so that others have their turn while the disk
 * works. Whatever was committed is seen by every connection at once; whoever tells somebody of it waits for {@link settled} first.
 */
export class WriteAhead {
  readonly #path: string;
  readonly #flush: Flush;
  #file: Promise<FileHandle> | null = null;
  /** The newest flush covers everything that was written before it began. */
  #newest: Promise<void> = Promise.resolve();
  #failure: StoreRefused | null = null;

  constructor(path: string, flush: Flush = flushNow) {
    this.#path = path;
    this.#flush = flush;
  }

  /** Everything that was committed until now is durable. */
  flush(): Promise<void> {
    this.#newest = this.#flushOnce();
    return this.#newest;
  }

  /** Everything that is being made durable is so. */
  settled(): Promise<void> {
    return this.#newest;
  }

  /** Once the disk has failed, what it holds is unknown, and a later success would say nothing of what it lost: only opening it again can tell. */
  assertSound(): void {
    if (this.#failure) throw this.#failure;
  }

  async close(): Promise<void> {
    await (await this.#file)?.close();
  }

  async #flushOnce(): Promise<void> {
    this.assertSound();
    try {
      this.#file ??= open(this.#path, 'r+');
      await this.#flush(await this.#file);
    } catch (error) {
      this.#failure ??= new StoreRefused('The disk did not keep what was written. Cutline writes no more until it is started again.', { cause: error });
    }
    this.assertSound();
  }
}
