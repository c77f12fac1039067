import { forgetAllUnsaved } from '../item/text/unsaved-text.ts';
import { wipeStores } from '../store/wipe.ts';

/** Leaves nothing of any workspace in this browser, what was typed and not saved included, and ends the other tabs. */
export async function leaveNothing(): Promise<void> {
  await wipeStores();
  forgetAllUnsaved();
}
