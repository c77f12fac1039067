import { useKeys } from '../ui/use-keys.ts';
import { aboutRow, useList, type OpenCell } from './list-state.ts';

interface EditKeys {
  /** Whether what the cursor is on may be edited, and planned. */
  readonly mayEdit: () => boolean;
  readonly mayRank: () => boolean;
  readonly onPark: (items: readonly string[]) => void;
  readonly onTrash: (items: readonly string[]) => void;
}

const LIST = 'List';

/** The letters that change the row under the cursor, or all that is selected: the same in every list of items. */
export function useEditKeys({ mayEdit, mayRank, onPark, onTrash }: EditKeys): void {
  const about = () => aboutRow(useList.getState().cursor);
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
    { keys: 'P', description: 'Park', group: LIST, run: () => onPark(about()), when: mayEdit },
    { keys: 'Delete', description: 'Move to the trash', group: LIST, run: () => onTrash(about()), when: mayEdit },
  ]);
}
