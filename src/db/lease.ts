import type { Instant } from '../domain/kernel/day.ts';
import type { Engine } from './engine.ts';
import { instantOf } from './instant-of.ts';
import { ask, type Steps } from './steps.ts';

export interface Lease {
  /** What is to be done by one node: `returns`. */
  readonly work: string;
  readonly holder: string;
  readonly now: Instant;
  readonly ms: number;
}

/** Takes a work for a while, or longer where it is the holder's already. False: another node has it. One that dies loses it when its time is over. */
export function takeLease(engine: Engine, { work, holder, now, ms }: Lease): Promise<boolean> {
  const until = instantOf(new Date(Date.parse(now) + ms));
  return engine.transact(function* (): Steps<boolean> {
    const taken = yield* ask(
      `insert into leases (work, holder, until) values (?, ?, ?) on conflict (work) do update set holder = excluded.holder, until = excluded.until
       where leases.holder = excluded.holder or leases.until <= ? returning holder`,
      [work, holder, until, now],
    );
    return taken.length > 0;
  });
}

/** Gives everything that a node has taken back, so that the next one need not wait. */
export function giveLeasesBack(engine: Engine, holder: string): Promise<void> {
  return engine.transact(function* (): Steps<void> {
    yield* ask('delete from leases where holder = ?', [holder]);
  });
}
