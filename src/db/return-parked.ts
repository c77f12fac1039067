import { returnItems } from '../domain/backlog/park-items.ts';
import type { Collections } from '../domain/collections.ts';
import { dayIn, type Day, type Instant } from '../domain/kernel/day.ts';
import { Refusal } from '../domain/kernel/refusal.ts';
import type { Verb } from '../domain/kernel/verb.ts';
import type { Engine } from './engine.ts';
import type { Host } from './host.ts';
import { freshId } from './fresh-id.ts';
import { NoWorkspace } from './refused.ts';

interface Due {
  readonly workspace: string;
  readonly item: string;
}

/** Brings parked items of all workspaces back whose day has come where their product is, each as an entry of its own by the system. Says how many entries. */
export async function returnParked(engine: Engine, { now, host }: { now: Instant; host: (workspace: string) => Promise<Host> }): Promise<number> {
  let entries = 0;
  for (const due of await itemsDue(engine, now)) {
    try {
      const answer = await (await host(due.workspace)).run(returning(due.item, now));
      if (answer.entry) entries++;
    } catch (error) {
      if (!isGone(error)) throw error;
    }
  }
  return entries;
}

/** Nowhere on earth is it a later day than there. */
const FIRST_TO_BEGIN = 'Pacific/Kiritimati';

/** Only rows of items are looked at, so that workspaces which nobody uses stay out of memory until something is due in them. What goes along below another is left to that one. */
async function itemsDue(engine: Engine, now: Instant): Promise<Due[]> {
  const rows = await engine.ask(
    `select i.workspace, i.id, i.return_on, p.zone from item i join product p on p.workspace = i.workspace and p.id = i.product
     left join item a on a.workspace = i.workspace and a.id = i.parent and a.parked_at = i.parked_at and a.return_on = i.return_on and a.trashed_at is null
     where i.return_on <= ? and i.parked_at is not null and i.trashed_at is null and a.id is null order by i.workspace, i.return_on, i.id`,
    [dayIn(FIRST_TO_BEGIN, now)],
  );
  const days = new Map<string, Day>();
  return (rows as [string, string, Day, string][]).flatMap(([workspace, item, returnOn, zone]) => {
    let today = days.get(zone);
    if (today === undefined) days.set(zone, (today = dayIn(zone, now)));
    return returnOn <= today ? [{ workspace, item }] : [];
  });
}

/** The verb asks again at its place in line, so that a day that was changed meanwhile counts and another node's return is not done twice. */
const returning = (item: string, now: Instant) => ({
  mutation: freshId(Date.parse(now)),
  actor: null,
  calls: [{ verb: returnItems as unknown as Verb<Collections>, input: { items: [item] } }], // it is one of the model's own verbs
  access: null,
});

/** The item or its workspace was removed in between. */
const isGone = (error: unknown): boolean => error instanceof NoWorkspace || (error instanceof Refusal && error.blockers[0].code === 'not-there');
