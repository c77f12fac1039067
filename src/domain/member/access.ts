import type { RetroAction } from '../sprint/retro-action.ts';
import { aliasesByKey } from '../backlog/alias.ts';
import { itemNumbered } from '../backlog/item.ts';
import type { Link } from '../dependency/link.ts';
import type { Collections, View } from '../collections.ts';
import type { Entity } from '../kernel/change.ts';
import type { Access } from '../kernel/model.ts';
import { ROLES, type Belonging, type Claim, type Role, type Subject } from '../kernel/permission.ts';
import { productsByKey } from '../product/product.ts';
import { membershipsOfMember } from '../team/membership.ts';

/** What a member is, as far as permissions are concerned. */
export function subject(view: View, member: string): Subject | null {
  const found = view.find('member', member);
  if (!found) return null;
  const teams = Array.from(view.list(membershipsOfMember, member), ({ team }) => team);
  return { member, role: found.role, products: found.role === 'guest' ? found.products : null, teams };
}

/** What a member may see, with at most a role that is less than their own. Guests of the same products share a key; so does everybody else of the same kind. */
export function accessOf(view: View, member: string, atMost: Role = 'admin'): Access | null {
  const found = limited(subject(view, member), atMost);
  if (!found || found.role === null) return null;
  if (found.products !== null) return { key: `guest:${[...found.products].sort().join(',')}`, whole: false, subject: found };
  return found.role === 'stakeholder' ? { key: 'stakeholder', whole: false, subject: found } : { key: 'whole', whole: true, subject: found };
}

/** Somebody who acts with less than they could, by a token of a lower role say. As a guest they see the products that they were named in, if any. */
function limited(found: Subject | null, atMost: Role): Subject | null {
  if (!found || found.role === null || ROLES.indexOf(found.role) >= ROLES.indexOf(atMost)) return found;
  return { ...found, role: atMost, products: atMost === 'guest' ? [] : null };
}

/** Where a record belongs: its product, and who leads it. */
export function belonging(view: View, { in: collection, id }: Claim['on']): Belonging {
  const record = view.find(collection as keyof Collections, id);
  const product = record ? productOf(view, collection, record) : null;
  const lead = collection === 'release' && record ? (record as Collections['release']).lead : null;
  return { product, lead, team: record ? teamOfRecord(collection, record) : null };
}

/** The team whose own record it is: itself, or what names it as its team. Items are not their team's own. */
function teamOfRecord(collection: string, record: Entity): string | null {
  if (collection === 'team') return record.id;
  return OF_TEAMS.has(collection) ? (record as unknown as { readonly team: string | null }).team : null;
}

const OF_TEAMS: ReadonlySet<string> = new Set(['sprint', 'membership', 'holiday', 'share', 'impediment', 'boardColumn']);
const OF_ITEMS: ReadonlySet<string> = new Set(['criterion', 'alias', 'teamEstimate', 'queuePlace', 'readyTick']);

/** The product a record belongs to; null: the workspace as a whole. */
export function productOf(view: View, collection: string, record: Entity): string | null {
  if (collection === 'product') return record.id;
  if ('product' in record) return record.product as string;
  if (OF_ITEMS.has(collection)) return view.find('item', (record as unknown as { item: string }).item)?.product ?? null;
  if (collection === 'retroAction') return view.find('sprint', (record as RetroAction).sprint)?.product ?? null;
  if (collection === 'link') return view.find('item', (record as Link).to)?.product ?? null;
  return null;
}

/** The id behind an id, a key or a slug: `APP-142`, `APP`, an older key. */
export function resolve(view: View, collection: string, name: string): string | undefined {
  if (view.find(collection as keyof Collections, name)) return name;
  if (collection === 'product') return productByKey(view, name)?.id;
  if (collection === 'workspace') return [...view.all('workspace')].find(({ slug }) => slug === name)?.id;
  return collection === 'item' ? itemByKey(view, name) : undefined;
}

function productByKey(view: View, key: string): Entity | undefined {
  const all = view.list(productsByKey, 'all');
  for (const product of all) if (product.key === key.toUpperCase()) return product;
  return undefined;
}

function itemByKey(view: View, name: string): string | undefined {
  const key = name.toUpperCase();
  const dash = key.lastIndexOf('-');
  const product = dash > 0 ? productByKey(view, key.slice(0, dash)) : undefined;
  const number = key.slice(dash + 1);
  const own = product && /^[1-9]\d*$/.test(number) ? itemNumbered(view, product.id, Number(number)) : undefined;
  return own?.id ?? view.list(aliasesByKey, key).at(0)?.item;
}
