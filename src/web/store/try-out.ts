import type { Collections, View } from '../../domain/collections.ts';
import { idFrom } from '../../domain/kernel/ids.ts';
import { perform } from '../../domain/kernel/perform.ts';
import { Refusal } from '../../domain/kernel/refusal.ts';
import type { Verb } from '../../domain/kernel/verb.ts';
import type { Workspace } from '../../domain/kernel/workspace.ts';
import { accessOf } from '../../domain/member/access.ts';
import { model } from '../../domain/model.ts';
import type { NamedCall } from '../../domain/verbs.ts';
import { shownView } from './shown-view.ts';
import type { Store } from './store.ts';

/**
 * The workspace as it would be after a call, on a fork: nothing is changed, kept or sent. Null when a rule forbids it. When others change
 * what is shown meanwhile, the call is tried on what is there then; where it can't be done any more, all is as it is.
 */
export function tryOut(store: Store, { verb: name, input }: NamedCall): View | null {
  const verb = store.verb(name);
  const parsed = verb?.input.safeParse(input);
  if (!verb || !parsed?.success) return null;
  const call: Tried = { verb, input: parsed.data, mutation: store.outside.newMutation() };
  let tried = forkAfter(store, call);
  if (!tried) return null;
  return shownView(() => {
    if (tried?.isStale) tried = forkAfter(store, call);
    return tried ?? store.replica.shown;
  });
}

interface Tried {
  readonly verb: Verb<Collections>;
  readonly input: unknown;
  readonly mutation: string;
}

function forkAfter(store: Store, { verb, input, mutation }: Tried): Workspace<Collections> | null {
  const workspace = store.replica.shown.fork();
  const access = accessOf(workspace, store.member);
  if (!access) return null;
  const now = store.outside.now();
  let ids = 0;
  const context = { actor: store.member, now, newId: () => idFrom(mutation, (ids += 1)), givesNumbers: false, entry: store.replica.ownEntry };
  try {
    perform([{ verb, input }], { model, workspace, context, stamp: { seq: 0, at: now }, access: { ...access, whole: true } });
    return workspace;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
