import { expect } from 'vitest';
import type { Day } from '../../src/domain/kernel/day.ts';
import type { E2e, Person } from './app.ts';

/** The first admin, in a new workspace, `northwind`, without any product; on no page of it yet. */
export async function emptyNorthwind(e2e: E2e): Promise<Person> {
  const admin = await e2e.admin();
  await e2e.api(admin, 'POST /workspaces', { name: 'Northwind' });
  return admin;
}

/** The same with the product Trailhead, `TRL`. */
export async function foundNorthwind(e2e: E2e, trailhead: { readonly zone?: string } = {}): Promise<Person> {
  const admin = await emptyNorthwind(e2e);
  await e2e.batch(admin, 'northwind', [{ verb: 'createProduct', input: { name: 'Trailhead', key: 'TRL', ...trailhead } }]);
  return admin;
}

/** What tests ask of records; each kind has some of it. */
interface Kept {
  readonly id: string;
  readonly name: string;
  readonly key: string;
  readonly state: string;
  readonly group: string;
  readonly product: string;
  readonly startOn: Day;
}

/** The records of a kind that somebody sees in `northwind`: `recordsIn(e2e, admin, 'teams')`. */
export async function recordsIn(
  e2e: E2e,
  as: Person,
  kind: 'teams' | 'sprints' | 'releases' | 'states' | 'members' | 'products' | 'items',
): Promise<readonly Kept[]> {
  return (await e2e.api<{ data: Kept[] }>(as, `GET /workspaces/northwind/${kind}`)).data;
}

/** Nothing has gone wrong in these people's pages since they were asked last. */
export const noComplaints = (...people: Person[]): void => expect(people.flatMap(({ complaints }) => complaints.splice(0))).toEqual([]);
