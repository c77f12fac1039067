import { z } from 'zod';
import { verb } from '../collections.ts';
import { textSchema } from '../kernel/text.ts';
import { onWorkspace } from './workspace-claim.ts';

export const updateWorkspace = verb({
  name: 'updateWorkspace',
  does: 'Rename the workspace, or hide the strip of first steps.',
  route: ['PATCH', ''],
  input: z.strictObject({ name: textSchema(100).optional(), stepsHidden: z.boolean().optional() }),
  needs: (view) => [onWorkspace(view, 'edit-product')],
  run(draft, { name, stepsHidden }) {
    const { id } = onWorkspace(draft.workspace, 'edit-product').on;
    draft.update('workspace', id, { ...(name === undefined ? {} : { name }), ...(stepsHidden === undefined ? {} : { stepsHidden }) });
  },
});
