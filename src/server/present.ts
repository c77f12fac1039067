import { presentItem } from '../domain/finding/present-item.ts';
import { collections, type Collections, type View } from '../domain/collections.ts';
import type { Entity } from '../domain/kernel/change.ts';
import type { Member } from '../domain/member/member.ts';

/** A record as the API shows it. */
export type Presented = Readonly<Record<string, unknown>> & { readonly id: string };

type Presenters = { readonly [C in keyof Collections]?: (view: View, record: Collections[C]) => Presented };

/** Where a record is shown otherwise than as it is kept. */
const presenters: Presenters = {
  item: presentItem,
  member: (_, record) => presentMember(record),
};

/** The record as the API shows it; undefined when it is not there for this view. */
export function present(view: View, collection: string, id: string): Presented | undefined {
  if (!isShown(collection)) return undefined;
  const record = view.find(collection, id);
  return record && presentRecord(view, collection, record);
}

/** A record at hand as the API shows it. */
export function presentRecord<C extends keyof Collections>(view: View, collection: C, record: Collections[C]): Presented {
  return presenters[collection]?.(view, record) ?? plain(record);
}

/** Collections with a route of their own are shown, and the workspace itself. */
function isShown(name: string): name is keyof Collections {
  return Object.hasOwn(collections, name) && (collections[name as keyof Collections].resource !== null || name === 'workspace');
}

function plain({ id, version, touchedAt, ...fields }: Entity): Presented {
  return { id, ...fields, updatedAt: touchedAt ?? null, version: version ?? 0 };
}

/** A member's account is the server's own affair. */
function presentMember(member: Member): Presented {
  const { account: _account, ...shown } = member;
  return plain(shown);
}
