import { z } from 'zod';
import { hasDayCome } from '../backlog/park-items.ts';
import { verb, type WorkspaceDraft } from '../collections.ts';
import { idOf } from '../kernel/change.ts';
import { undo } from '../kernel/undo.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Entry } from '../kernel/entry.ts';
import type { Context } from '../kernel/verb.ts';
import type { May } from '../kernel/permission.ts';
import { model } from '../model.ts';

export const undoEntry = verb({
  name: 'undoEntry',
  does: 'Take back a change from the log, as far as nobody has changed it since.',
  route: ['POST', '/changes/{entry}/undo'],
  input: z.strictObject({ entry: z.int().min(1) }),
  needs: (_, { entry }, context) => entryOf(context, entry).claims,
  blockers: (_, { entry }, context) => {
    const what = lastingPart(entryOf(context, entry));
    return what === null ? [] : [{ code: 'lasting', what }];
  },
  run(draft, { entry }, context) {
    undo(draft, model, { entry: entryOf(context, entry), context });
    stopWaiting(draft, context);
  },
});

/** What comes back parked is not waited for again on a day that has begun: it would return at once, against the will of who parks it again. */
function stopWaiting(draft: WorkspaceDraft, { now }: Context): void {
  const view = draft.workspace;
  const parked = draft.changes.filter((change) => change.in === 'item' && change.op === 'update' && change.to['parkedAt']);
  for (const id of new Set(parked.map(idOf))) if (hasDayCome(view, view.get('item', id), now)) draft.update('item', id, { returnOn: null });
}

/** Who has access is changed by saying so, never by taking back; what the system itself began the workspace with stays. */
const LASTING: readonly May[] = ['manage-members', 'manage-tokens', 'erase'];

function lastingPart({ claims }: Entry): string | null {
  if (claims.length === 0) return 'The beginning of a workspace';
  return claims.some(({ may }) => LASTING.includes(may)) ? 'Who has access' : null;
}

function entryOf(context: Context, seq: number): Entry {
  const entry = context.entry(seq);
  if (!entry) throw new Refusal({ code: 'not-there', collection: 'change', id: String(seq) });
  return entry;
}
