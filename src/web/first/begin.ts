import { api } from '../app/api.ts';
import type { At } from '../app/places.ts';
import { forgetSession, type SessionWorkspace } from '../app/session.ts';
import type { NamedCall } from '../../domain/verbs.ts';
import type { PastedItem } from '../backlog/paste-lines.ts';

/** A product before it is made. */
export interface WantedProduct {
  readonly name: string;
  readonly key: string;
  /** Empty while nobody has said. */
  readonly goal: string;
}

/** Items of one call: an entry of the log stays small with it. */
const AT_ONCE = 1000;

/** Makes a workspace of that name, with oneself as its admin. */
export async function makeWorkspace(name: string): Promise<SessionWorkspace> {
  const made = await api<SessionWorkspace>('POST', '/workspaces', { name });
  forgetSession();
  return made;
}

/** Makes the example, which has everything in it. */
export async function makeExample(): Promise<SessionWorkspace> {
  const made = await api<SessionWorkspace>('POST', '/workspaces', { example: true });
  forgetSession();
  return made;
}

/** Makes a product in a workspace; its day is that of where this browser is. */
export async function makeProduct(workspace: string, { name, key, goal }: WantedProduct): Promise<At> {
  const { timeZone: zone } = Intl.DateTimeFormat().resolvedOptions();
  await batch(workspace, [{ verb: 'createProduct', input: { name, key, goal, zone } }]);
  return { workspace, product: key };
}

/** Puts items in a new product, best first. */
export async function addItems({ workspace, product }: At, items: readonly PastedItem[]): Promise<void> {
  for (let from = 0; from < items.length; from += AT_ONCE) {
    await batch(workspace, [{ verb: 'createItems', input: { product, items: items.slice(from, from + AT_ONCE).map((item) => ({ ...item })) } }]);
  }
}

async function batch(workspace: string, calls: readonly NamedCall[]): Promise<void> {
  await api('POST', `/workspaces/${encodeURIComponent(workspace)}/batch`, { calls });
}
