import { brokenItem, standsInWhatIsOver } from './backlog/item-rules.ts';
import { itemsInRelease } from './backlog/item.ts';
import { brokenState } from './backlog/state-rules.ts';
import { brokenLink } from './dependency/link-rules.ts';
import { brokenTeamEstimate } from './backlog/set-team-estimate.ts';
import { refusesLeftInSprint } from './sprint/left-in-sprint.ts';
import { itemsInSprint } from './sprint/sprint.ts';
import { brokenSprint } from './sprint/sprint-rules.ts';
import { brokenShare } from './capacity/set-share.ts';
import { brokenMembership } from './team/memberships.ts';
import { brokenProduct } from './product/product-rules.ts';
import type { Collections, View } from './collections.ts';
import type { RecordName } from './kernel/model.ts';
import type { Blocker } from './kernel/refusal.ts';

/** What must be so of a record at all times, whatever verbs are run and taken back: the rule that it breaks, or null. */
type Rules = { readonly [C in keyof Collections]?: (view: View, record: Collections[C]) => Blocker | null };

const rules: Rules = {
  item: brokenItem,
  state: brokenState,
  link: brokenLink,
  product: brokenProduct,
  membership: brokenMembership,
  share: brokenShare,
  teamEstimate: brokenTeamEstimate,
  sprint: brokenSprint,
  team: (view, team) => refusesLeftInSprint(view, team)[0] ?? null,
};

/** Whether a field says something that nobody could say of the record by now: that it stands in what is over, or that it is over with open work in it. */
export function isBarred(view: View, { in: collection, id }: RecordName, field: string): boolean {
  if (collection === 'item') return standsInWhatIsOver(view, view.find('item', id), field);
  if (field !== 'state' || (collection !== 'sprint' && collection !== 'release')) return false;
  const items = collection === 'sprint' ? view.list(itemsInSprint, id) : view.list(itemsInRelease, id);
  return Array.from(items).some((item) => standsInWhatIsOver(view, item, collection));
}

/** The rule that a record breaks as it stands; null when none, or when it is not there. */
export function broken(view: View, { in: collection, id }: RecordName): Blocker | null {
  const rule = rules[collection as keyof Collections] as ((view: View, record: unknown) => Blocker | null) | undefined;
  const record = rule && view.find(collection as keyof Collections, id);
  return record ? rule(view, record) : null;
}
