import type { Entry } from './kernel/entry.ts';
import { upgradeEntry, type Upgrade } from './kernel/upgrade.ts';
import { model } from './model.ts';

/** What changed in the shape of records from one model version to the next, in that order. Empty: the first version is today's. */
export const upgrades: readonly Upgrade[] = [];

/** An entry of the log in today's shape. */
export const todaysEntry = (entry: Entry): Entry => upgradeEntry(upgrades, entry, model.version);
