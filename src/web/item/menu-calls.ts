import type { View } from '../../domain/collections.ts';
import type { NamedCall } from '../../domain/verbs.ts';

/** What a menu of items may do, each with a call that stands for it: why it can't be done is why the entry is grey. */
export type MenuRefusals = Readonly<Record<keyof ReturnType<typeof callsOf>, string | undefined>>;

/** Calls that stand for what a menu does with items. */
export function callsOf(view: View, ids: readonly string[]) {
  const items = [...ids];
  const [first] = items.flatMap((id) => view.find('item', id) ?? []);
  if (!first) return NONE;
  return {
    edit: { verb: 'updateItems', input: { items, assignee: null } },
    state: { verb: 'setState', input: { items, state: first.state } },
    parent: { verb: 'setParent', input: { items, parent: null } },
    release: { verb: 'putInRelease', input: { items, release: null } },
    sprint: { verb: 'planInSprint', input: { items, sprint: null } },
    move: { verb: 'moveItems', input: { product: first.product, items, place: { to: 'top' } } },
    park: { verb: 'parkItems', input: { items } },
    unpark: { verb: 'unparkItems', input: { items } },
    reopen: { verb: 'reopenItems', input: { items } },
    decline: { verb: 'declineItems', input: { items, reason: '?' } },
    trash: { verb: 'trashItems', input: { items } },
    restore: { verb: 'restoreItems', input: { items } },
  } satisfies Record<string, NamedCall>;
}

const NONE = {
  edit: null,
  state: null,
  parent: null,
  release: null,
  sprint: null,
  move: null,
  park: null,
  unpark: null,
  reopen: null,
  decline: null,
  trash: null,
  restore: null,
};
