import { NO_WIP_LIMIT } from './backlog/state.ts';
import type { Fields } from './kernel/change.ts';
import type { Entry } from './kernel/entry.ts';
import { upgradeEntry, type Upgrade } from './kernel/upgrade.ts';
import { model } from './model.ts';
import { USUAL_PRODUCT } from './product/product.ts';
import { NEW_RELEASE } from './release/release.ts';
import { SPRINT_WITHOUT_TEAM } from './sprint/sprint.ts';
import { USUAL_TEAM } from './team/team.ts';

/** Fields that whole records have from a version on, with what they were until then. */
const added = (to: number, collection: string, values: object): Upgrade => ({
  to,
  in: collection,
  fields: (fields, of) => (of === 'whole' ? { ...(values as Fields), ...fields } : fields),
});

/** What changed in the shape of records from one model version to the next, in that order. */
export const upgrades: readonly Upgrade[] = [
  added(2, 'team', USUAL_TEAM),
  added(2, 'state', NO_WIP_LIMIT),
  added(2, 'product', USUAL_PRODUCT),
  added(2, 'release', NEW_RELEASE),
  added(2, 'sprint', SPRINT_WITHOUT_TEAM),
  added(2, 'item', { sprintRank: null, category: null }),
];

/** An entry of the log in today's shape. */
export const todaysEntry = (entry: Entry): Entry => upgradeEntry(upgrades, entry, model.version);
