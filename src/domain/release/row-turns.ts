import type { ItemType } from '../backlog/item-type.ts';
import { isBacklogGroup, type StateGroup } from '../backlog/state-group.ts';
import { pointsOf, type Estimate } from '../estimation/estimate.ts';
import type { Day } from '../kernel/day.ts';
import { dayOfFact, type Fact } from '../kernel/fact.ts';

/** What an item is to a release from a moment on. */
export interface Turn {
  readonly item: string;
  readonly day: Day;
  readonly seq: number;
  readonly n: number;
  readonly by: string | null;
  /** Whether it is one of the rows that the release delivers. */
  readonly isCounted: boolean;
  readonly isDone: boolean;
  /** Null: not estimated in points. */
  readonly points: number | null;
}

/** What is known of an item, whether it was ever in the release or not: it may come in, and what is below it may. */
interface Past {
  type: ItemType;
  group: StateGroup | null;
  parent: string | null;
  points: number | null;
  isHere: boolean;
  isParked: boolean;
  isTrashed: boolean;
  /** Below it, tasks and the trash aside; and those of them that are in the backlog. */
  children: number;
  openChildren: number;
}

/** Facts of items, taken in one after another: what each of them was to one release, and when that changed. Altered in place. */
export class RowTurns {
  readonly turns = new Map<string, Turn[]>();
  readonly #pasts = new Map<string, Past>();
  readonly #of: { readonly release: string; readonly zone: string; readonly groups: ReadonlyMap<string, StateGroup> };

  constructor(of: { readonly release: string; readonly zone: string; readonly groups: ReadonlyMap<string, StateGroup> }) {
    this.#of = of;
  }

  take(fact: Fact): void {
    const past = this.#pastOf(fact.id);
    const parents = new Set([past.parent]);
    this.#tellParent(past, -1);
    this.#set(past, fact);
    this.#tellParent(past, 1);
    parents.add(past.parent);
    for (const id of [fact.id, ...parents]) if (id !== null) this.#turn(id, fact);
  }

  #set(past: Past, { field, to }: Fact): void {
    if (field === 'type') past.type = (to as ItemType | null) ?? 'story';
    else if (field === 'state') past.group = to === null ? null : (this.#of.groups.get(to as string) ?? UNKNOWN);
    else if (field === 'parent') past.parent = to as string | null;
    else if (field === 'estimate') past.points = pointsOf(to as Estimate | null);
    else if (field === 'release') past.isHere = to === this.#of.release;
    else if (field === 'parkedAt') past.isParked = to !== null;
    else if (field === 'trashedAt') past.isTrashed = to !== null;
  }

  #tellParent(past: Past, by: 1 | -1): void {
    if (past.parent === null || past.type === 'task' || past.group === null || past.isTrashed) return;
    const parent = this.#pastOf(past.parent);
    parent.children += by;
    if (isInBacklog(past)) parent.openChildren += by;
  }

  /** Notes what an item is now, where that is news. What one entry did on a day is one turn, and none stands before the one that it follows. */
  #turn(id: string, fact: Fact): void {
    const { seq, n, by } = fact;
    const past = this.#pastOf(id);
    const known = this.turns.get(id);
    if (!known && !past.isHere) return;
    const list = known ?? [];
    if (!known) this.turns.set(id, list);
    const last = list.at(-1);
    const told = dayOfFact(fact, this.#of.zone);
    const day = last && last.day > told ? last.day : told;
    const turn: Turn = { item: id, day, seq, n, by, ...standingOf(past) };
    if (last?.seq === seq && last.day === turn.day) list.pop();
    if (!isSame(list.at(-1), turn)) list.push(turn);
  }

  #pastOf(id: string): Past {
    let past = this.#pasts.get(id);
    if (!past) this.#pasts.set(id, (past = { ...NOTHING }));
    return past;
  }
}

/** A state that has been removed from the workflow since: what was in it is taken as not finished. */
const UNKNOWN: StateGroup = 'backlog';

const NOTHING: Past = {
  type: 'story',
  group: null,
  parent: null,
  points: null,
  isHere: false,
  isParked: false,
  isTrashed: false,
  children: 0,
  openChildren: 0,
};

const isInBacklog = ({ group, isParked, isTrashed }: Past): boolean => !isParked && !isTrashed && isBacklogGroup(group);

/** As progress is counted: what is done and was not delivered by its children, and open ranked rows. */
function standingOf(past: Past): Pick<Turn, 'isCounted' | 'isDone' | 'points'> {
  const { type, group, points } = past;
  const isLarge = type === 'epic' || type === 'feature';
  const isOut = !past.isHere || type === 'task' || past.isParked || past.isTrashed;
  const isDone = !isOut && group === 'done' && past.children === 0;
  const isOpen = !isOut && isInBacklog(past) && (!isLarge || past.openChildren === 0);
  return { isCounted: isDone || isOpen, isDone, points };
}

const isSame = (last: Turn | undefined, turn: Turn): boolean =>
  last ? last.isCounted === turn.isCounted && last.isDone === turn.isDone && last.points === turn.points : !turn.isCounted;
