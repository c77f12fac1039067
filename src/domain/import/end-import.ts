import { z } from 'zod';
import { itemsInRelease } from '../backlog/item.ts';
import { isOpen } from '../backlog/open.ts';
import { verb } from '../collections.ts';
import { ref } from '../kernel/ref.ts';
import { releasesByDate } from '../release/release.ts';

export const endImport = verb({
  name: 'endImport',
  does: 'End an import: releases that came with it and hold nothing open were shipped.',
  route: ['POST', '/imports/{import}/end'],
  input: z.strictObject({ import: ref('import'), as: z.enum(['done', 'cancelled', 'taken-back']), skipped: z.int().min(0).max(200_000) }),
  needs: (view, input) => [{ may: 'import', on: { in: 'product', id: view.get('import', input.import).product } }],
  blockers: (view, input) => (view.get('import', input.import).state === 'taken-back' ? [{ code: 'import-not-running', import: input.import }] : []),
  serverOnly: true,
  run(draft, { import: run, as, skipped }) {
    const { product, startedAt } = draft.workspace.get('import', run);
    draft.update('import', run, { state: as, skipped });
    if (as !== 'done') return;
    for (const release of Array.from(draft.workspace.list(releasesByDate, product))) {
      const isFromHere = release.state === 'planned' && release.dueOn === null && (release.touchedAt ?? '') >= startedAt;
      const inIt = [...draft.workspace.list(itemsInRelease, release.id)];
      if (isFromHere && inIt.length > 0 && !inIt.some((item) => isOpen(draft.workspace, item))) draft.update('release', release.id, { state: 'shipped' });
    }
  },
});
