import type { Fields } from '../../domain/kernel/change.ts';
import type { Instant } from '../../domain/kernel/day.ts';
import { upgrade } from '../../domain/kernel/upgrade.ts';
import { model } from '../../domain/model.ts';
import { upgrades } from '../../domain/upgrades.ts';
import type { NamedCall } from '../../domain/verbs.ts';
import type { CommandOptions } from './command.ts';
import type { Outside } from './store.ts';

/** A command that the server has not answered, or whose entry has not come yet: as it is kept in this browser and sent. */
export interface Waiting {
  readonly mutation: string;
  readonly calls: readonly NamedCall[];
  /** When it was done here: what it shows does not change with the time it is run again. */
  readonly at: Instant;
  readonly reason: string | null;
  readonly act: string | null;
  /** The model version that its input was written for. */
  readonly model: number;
  /** The entry that it became, once the server has said so; null until then. */
  readonly seq: number | null;
}

/** Calls that somebody makes now, as a command. */
export function waitingOf(
  calls: readonly NamedCall[],
  { newMutation, now }: Pick<Outside, 'newMutation' | 'now'>,
  { reason, act }: CommandOptions = {},
): Waiting {
  return { mutation: newMutation(), calls, at: now(), reason: reason ?? null, act: act ?? null, model: model.version, seq: null };
}

/** A command that was kept by an older version of this page, in today's shape. */
export function todaysCalls(waiting: Waiting): Waiting {
  const { model: version, calls } = waiting;
  if (version === model.version) return waiting;
  const upgraded = calls.map(({ verb, input }) => ({
    verb,
    input: upgrade(upgrades, { collection: `verb:${verb}`, version, of: 'whole' }, input as unknown as Fields),
  }));
  return { ...waiting, calls: upgraded as unknown as readonly NamedCall[], model: model.version }; // the steps made today's inputs of them
}
