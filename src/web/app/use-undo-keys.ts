import { useUndo } from '../store/hooks.ts';
import { useKeys } from '../ui/use-keys.ts';

/** Undo and redo of one's own changes, from any page. */
export function useUndoKeys(): void {
  const { canUndo, canRedo, undo, redo } = useUndo();
  useKeys([
    { keys: 'Mod+Z', description: 'Undo my last change', group: 'Everywhere', run: undo, when: () => canUndo },
    { keys: 'Mod+Shift+Z', description: 'Redo', group: 'Everywhere', run: redo, when: () => canRedo },
  ]);
}
