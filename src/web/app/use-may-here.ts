import type { May } from '../../domain/kernel/permission.ts';
import { useLook, useMe } from '../store/hooks.ts';

/** Whether I may do this in the workspace as a whole. */
export function useMayHere(): (may: May) => boolean {
  const id = useLook((view) => [...view.all('workspace')][0]?.id, []);
  const { may } = useMe();
  return (what) => id !== undefined && may(what, { in: 'workspace', id });
}
