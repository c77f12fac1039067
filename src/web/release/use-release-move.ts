import { nameIn } from '../app/name-in.ts';
import { useCommand, useShown } from '../store/hooks.ts';

/** Puts an item in another release, or in none, says so, and offers the way back. */
export function useReleaseMove(): (item: string, release: string | null) => void {
  const view = useShown();
  const command = useCommand();
  return (item, release) => {
    const name = nameIn(view);
    const where = release === null ? 'in no release' : `in ${name('release', release)}`;
    command({ verb: 'putInRelease', input: { items: [item], release } }, { toast: `${name('item', item)} is ${where}` });
  };
}
