/** What closes gives the focus back a frame later; what opens before that would lose it. */
const RESTORED_MS = 60;

/** Opens something from a menu that is just closing, once the focus is back where it was. */
export function afterClosing(open: () => void): void {
  setTimeout(open, RESTORED_MS);
}
