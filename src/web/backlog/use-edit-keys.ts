import { subjectOf } from '../item/use-item-change.ts';
import { useCommand, useShown } from '../store/hooks.ts';
import { useKeys } from '../ui/use-keys.ts';
import { aboutRow, useList, type OpenCell } from './list-state.ts';

interface EditKeys {
  /** Whether what the cursor is on may be edited, and planned. */
  readonly mayEdit: () => boolean;
  readonly mayRank: () => boolean;
}

const LIST = 'List';

/** The letters that change the row under the cursor, or all that is selected: the same in every list of items. */
export function useEditKeys({ mayEdit, mayRank }: EditKeys): void {
  const view = useShown();
  const command = useCommand();
  const putAway = (verb: 'parkItems' | 'trashItems', says: (subject: string) => string) => () => {
    const items = [...aboutRow(useList.getState().cursor)];
    command({ verb, input: { items } }, { toast: says(subjectOf(view, items)) });
  };
  const open = (kind: OpenCell['kind']) => () => {
    const { cursor: row, set } = useList.getState();
    if (row !== null) set({ open: { kind, row, items: kind === 'title' ? [row] : aboutRow(row) } });
  };
  useKeys([
    { keys: 'F2', description: 'Edit the title', group: LIST, run: open('title'), when: mayEdit },
    { keys: 'S', description: 'State', group: LIST, run: open('state'), when: mayEdit },
    { keys: 'A', description: 'Assignee', group: LIST, run: open('assignee'), when: mayEdit },
    { keys: 'E', description: 'Estimate, then a digit', group: LIST, run: open('estimate'), when: mayEdit },
    { keys: 'L', description: 'Tags', group: LIST, run: open('tags'), when: mayEdit },
    { keys: 'D', description: 'Blocked by', group: LIST, run: open('blocked-by'), when: mayEdit },
    { keys: 'R', description: 'Release', group: LIST, run: open('release'), when: mayRank },
    { keys: 'N', description: 'Sprint', group: LIST, run: open('sprint'), when: mayEdit },
    { keys: 'P', description: 'Park', group: LIST, run: putAway('parkItems', (subject) => `Parked ${subject}`), when: mayEdit },
    { keys: 'Delete', description: 'Move to the trash', group: LIST, run: putAway('trashItems', (subject) => `Moved ${subject} to the trash`), when: mayEdit },
  ]);
}
