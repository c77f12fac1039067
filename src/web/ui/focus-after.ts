/** Longer than this nothing is waited for: what follows does not come. */
const LONGEST_MS = 2_000;

/** The head of the page: where one is after a deed that changes what the page is about. */
export const focusHead = (): void => focusAfter(() => document.querySelector<HTMLElement>('[data-page-head]'));

/**
 * Gives the focus to what follows a deed that takes away what had it. A sheet that closes gives it back to a button which is gone a moment later,
 * and what follows may be drawn some frames after that, so it is looked after until somebody presses or points.
 */
function focusAfter(find: () => HTMLElement | null): void {
  const over = new AbortController();
  const stop = () => over.abort();
  for (const deed of ['keydown', 'pointerdown'] as const) addEventListener(deed, stop, { capture: true, signal: over.signal });
  const endsAtMs = performance.now() + LONGEST_MS;
  const look = (nowMs: number) => {
    if (nowMs > endsAtMs) stop();
    if (over.signal.aborted) return;
    if (document.activeElement === null || document.activeElement === document.body) find()?.focus({ preventScroll: true });
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
