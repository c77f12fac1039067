import { isBacklogGroup } from '../backlog/state-group.ts';
import { byCodeUnit } from '../kernel/change.ts';
import { addDays, type Day } from '../kernel/day.ts';
import { FUNNEL_STAGES, LATELY_DAYS, stageFrom, type Counted, type FunnelStage, type Stage } from './funnel.ts';
import { wasOpen, type FunnelHistory, type ItemWas, type Past, type ReleaseWas, type Step } from './past.ts';

/** The funnel as it was at the end of a day. */
export interface PastFunnel {
  readonly day: Day;
  readonly stages: readonly Stage[];
  /** The release that was the next one. */
  readonly next: string | null;
}

/** An item that stands elsewhere than it did; null: it was not in the funnel. */
export interface FunnelChange {
  readonly item: string;
  readonly from: FunnelStage | null;
  readonly to: FunnelStage | null;
}

/** The funnel of a product at the end of a day, by the same rules as today's. Order within a stage is not kept in facts, but for what was done: the newest first. */
export function funnelOn(history: FunnelHistory, day: Day): PastFunnel {
  const { next, placed } = placesOn(history, day);
  const found = new Map<FunnelStage, Counted[]>(FUNNEL_STAGES.map((stage) => [stage, []]));
  for (const { stage, ...counted } of placed) found.get(stage)!.push(counted);
  found.get('done')!.sort((a, b) => byCodeUnit(b.closedOn!, a.closedOn!) || byCodeUnit(a.id, b.id));
  return { day, next, stages: FUNNEL_STAGES.map((stage) => stageFrom(stage, found.get(stage)!, day)) };
}

/** What stands elsewhere on one day than on another, in the order of the items' making. What was done long enough ago to be told no longer is no change. */
export function funnelChanges(history: FunnelHistory, from: Day, to: Day): FunnelChange[] {
  const [before, after] = [from, to].map((day) => new Map(placesOn(history, day).placed.map(({ id, stage }) => [id, stage])));
  return history.items.flatMap(({ id }): FunnelChange[] => {
    const change = { item: id, from: before!.get(id) ?? null, to: after!.get(id) ?? null };
    return change.from === change.to || (change.from === 'done' && change.to === null) ? [] : [change];
  });
}

type Placed = Counted & { readonly stage: FunnelStage };

const FRESH: ItemWas = { type: 'story', group: null, parent: null, release: null, sprint: null, points: null, isParked: false, isTrashed: false };

function placesOn({ items, releases, sprints }: FunnelHistory, day: Day): { next: string | null; placed: Placed[] } {
  const open = releases
    .map((past) => ({ ...past, was: was<ReleaseWas>(past, day, { state: null, dueOn: null }) }))
    .filter(({ was: { state } }) => wasOpen(state));
  const next = open.toSorted((a, b) => byCodeUnit(`${a.was.dueOn ?? '9999-99-99'} ${a.name}`, `${b.was.dueOn ?? '9999-99-99'} ${b.name}`))[0]?.id ?? null;
  const openReleases = new Set(open.map(({ id }) => id));
  const openSprints = new Set(sprints.filter((past) => wasOpen(was(past, day, { state: null }).state)).map(({ id }) => id));
  const there = items.flatMap((past) => (past.steps[0]!.day > day ? [] : [{ past, item: was(past, day, FRESH) }]));
  const { parents, openParents } = parentsOf(there.map(({ item }) => item));
  const placed = there.flatMap(({ past, item }): Placed[] => {
    const isLarge = item.type === 'epic' || item.type === 'feature';
    if (item.type === 'task' || item.isTrashed) return [];
    const counted = { id: past.id, points: item.points, createdOn: past.steps[0]!.day, closedOn: null };
    if (item.group === 'done') {
      const closedOn = closedOnOf(past.steps, day);
      return (isLarge && parents.has(past.id)) || closedOn <= addDays(day, -LATELY_DAYS) ? [] : [{ ...counted, closedOn, stage: 'done' }];
    }
    if (!isInBacklog(item) || (isLarge && openParents.has(past.id))) return [];
    if (item.sprint !== null && openSprints.has(item.sprint)) return [{ ...counted, stage: 'sprint' }];
    if (item.release === null || !openReleases.has(item.release)) return [{ ...counted, stage: 'unplanned' }];
    return [{ ...counted, stage: item.release === next ? 'next' : 'later' }];
  });
  return { next, placed };
}

const isInBacklog = ({ group, isParked, isTrashed }: ItemWas): boolean => !isParked && !isTrashed && isBacklogGroup(group);

/** What others are delivered for: what has children besides tasks, and what has such that are in the backlog. */
function parentsOf(items: readonly ItemWas[]): { parents: ReadonlySet<string>; openParents: ReadonlySet<string> } {
  const children = items.filter(({ type, parent, group, isTrashed }) => type !== 'task' && parent !== null && group !== null && !isTrashed);
  return { parents: new Set(children.map(({ parent }) => parent!)), openParents: new Set(children.filter(isInBacklog).map(({ parent }) => parent!)) };
}

/** What something was at the end of a day. */
function was<T extends object>({ steps }: Past<T>, day: Day, fresh: T): T {
  let now = fresh;
  for (const { day: on, ...values } of steps) {
    if (on > day) break;
    now = { ...now, ...values } as T;
  }
  return now;
}

/** Since when it was done, of something that was. */
function closedOnOf(steps: readonly Step<ItemWas>[], day: Day): Day {
  let since = steps[0]!.day;
  let group: ItemWas['group'] = null;
  for (const step of steps) {
    if (step.day > day || step.group === undefined || step.group === group) continue;
    group = step.group;
    since = step.day;
  }
  return since;
}
