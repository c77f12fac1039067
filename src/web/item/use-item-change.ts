import type { View } from '../../domain/collections.ts';
import type { NamedCall } from '../../domain/verbs.ts';
import { nameIn } from '../app/name-in.ts';
import { useCommand, useShown } from '../store/hooks.ts';
import type { Command, CommandOptions } from '../store/command.ts';
import { grouped } from '../ui/grouped.ts';

/** Does something with items and says so: `APP-12: Ready`, `5 items: Ready`, with Undo beside it. */
export function useItemChange(ids: readonly string[]): (calls: NamedCall | readonly NamedCall[], says: string, options?: CommandOptions) => Command {
  const command = useCommand();
  const view = useShown();
  return (calls, says, options) => command(calls, { toast: `${subjectOf(view, ids)}: ${says}`, ...options });
}

/** Items as the subject of a sentence: one by its key, several by their number. */
export function subjectOf(view: View, ids: readonly string[]): string {
  const [only, ...others] = ids;
  return only !== undefined && others.length === 0 ? nameIn(view)('item', only) : `${grouped(ids.length)} items`;
}
