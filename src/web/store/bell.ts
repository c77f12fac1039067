/** Wakes who sleeps on it: after a time, or at once when it is rung. A ring that nobody heard wakes the next sleeper. */
export class Bell {
  #hasRung = false;
  #wake: (() => void) | null = null;

  ring(): void {
    this.#hasRung = true;
    this.#wake?.();
  }

  /** Sleeps until it rings, the time is over or the signal ends it. */
  async sleep(ms: number | null, signal: AbortSignal): Promise<void> {
    if (!this.#hasRung && !signal.aborted) await this.#woken(ms, signal);
    this.#hasRung = false;
  }

  #woken(ms: number | null, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', wake);
        this.#wake = null;
        resolve();
      };
      const timer = ms === null ? undefined : setTimeout(wake, ms);
      signal.addEventListener('abort', wake);
      this.#wake = wake;
    });
  }
}

/** How long to wait after so many failures in a row: half a second, doubled up to 15, and spread so that not all come back at once. */
export function backoffMs(failures: number, random: () => number = Math.random): number {
  const longest = Math.min(15_000, 500 * 2 ** Math.min(failures - 1, 10));
  return longest * (0.5 + random() / 2);
}
