import type { View } from '../collections.ts';
import type { Claim, May } from '../kernel/permission.ts';

/** A permission on the workspace as a whole. */
export function onWorkspace(view: View, may: May): Claim {
  const [workspace] = view.all('workspace');
  if (!workspace) throw new Error('the workspace has no record');
  return { may, on: { in: 'workspace', id: workspace.id } };
}
