import type { ItemType } from '../backlog/item-type.ts';
import type { StateGroup } from '../backlog/state-group.ts';
import { pointsOf, type Estimate } from '../estimation/estimate.ts';
import type { Day } from '../kernel/day.ts';
import { dayOfFact, type Fact } from '../kernel/fact.ts';
import { isSameWork, NO_WORK, type Standing } from './work.ts';

/** Of what a sprint's past is made: whose days they are, and what each state means. */
export interface PastOf {
  readonly sprint: string;
  readonly zone: string;
  readonly groups: ReadonlyMap<string, StateGroup>;
}

/** What one entry made of a card or a task in a sprint. */
export interface Shift {
  readonly item: string;
  readonly day: Day;
  readonly seq: number;
  /** The member who did it; null: the system. */
  readonly by: string | null;
  readonly was: Standing;
  readonly is: Standing;
}

/** What is known of an item, whether it is in the sprint or not: it may come in. */
interface Past {
  type: ItemType;
  group: StateGroup | null;
  parent: string | null;
  estimate: Estimate | null;
  isHere: boolean;
  isParked: boolean;
  isTrashed: boolean;
  /** Tasks of it that are in the sprint. */
  tasks: number;
  told: Standing;
}

/** Facts of items, taken in one after another: what each of them was to one sprint, and when that changed. Altered in place. */
export class CardPasts {
  shifts: Shift[] = [];
  /** Shifts before this place are not altered any more. */
  #settled = 0;
  readonly #pasts = new Map<string, Past>();
  readonly #of: PastOf;

  constructor(of: PastOf) {
    this.#of = of;
  }

  take(fact: Fact): void {
    const past = this.#pastOf(fact.id);
    const around = new Set([fact.id, past.parent]);
    this.#tellStory(past, -1);
    this.#set(past, fact);
    this.#tellStory(past, 1);
    around.add(past.parent);
    for (const id of around) if (id !== null) this.#note(id, fact);
  }

  /** Whether an item is a card of the sprint. */
  has(item: string): boolean {
    return (this.#pasts.get(item)?.told.scope.items ?? 0) > 0;
  }

  /** How many shifts there are; what comes is noted behind them, by whichever entry. */
  settle(): number {
    return (this.#settled = this.shifts.length);
  }

  /** What happened since a place is what this entry has done: one shift for each item that is another than it was there. */
  foldBack(after: number, fact: Fact): void {
    this.#settled = after;
    const then = new Map<string, Standing>();
    for (const { item, was } of this.shifts.splice(after)) if (!then.has(item)) then.set(item, was);
    for (const [item, was] of then) this.#push(item, { was, is: this.#pastOf(item).told }, fact);
  }

  #set(past: Past, { field, to }: Fact): void {
    if (field === 'type') past.type = (to as ItemType | null) ?? 'story';
    else if (field === 'state') past.group = to === null ? null : (this.#of.groups.get(to as string) ?? UNKNOWN);
    else if (field === 'parent') past.parent = to as string | null;
    else if (field === 'estimate') past.estimate = to as Estimate | null;
    else if (field === 'sprint') past.isHere = to === this.#of.sprint;
    else if (field === 'parkedAt') past.isParked = to !== null;
    else if (field === 'trashedAt') past.isTrashed = to !== null;
  }

  #tellStory(past: Past, by: 1 | -1): void {
    if (past.parent !== null && past.type === 'task' && counts(past)) this.#pastOf(past.parent).tasks += by;
  }

  /** What one entry did to an item is one shift. */
  #note(id: string, fact: Fact): void {
    const past = this.#pastOf(id);
    const [was, is] = [past.told, standingOf(past)];
    if (isSame(is, was)) return;
    past.told = is;
    let same = this.shifts.length - 1;
    while (same >= this.#settled && this.shifts[same]!.seq === fact.seq && this.shifts[same]!.item !== id) same--;
    const known = this.shifts[same];
    if (same < this.#settled || known?.seq !== fact.seq) this.#push(id, { was, is }, fact);
    else if (isSame(known.was, is)) this.shifts.splice(same, 1);
    else this.shifts[same] = { ...known, is };
  }

  #push(item: string, { was, is }: Pick<Shift, 'was' | 'is'>, fact: Fact): void {
    if (!isSame(was, is)) this.shifts.push({ item, day: dayOfFact(fact, this.#of.zone), seq: fact.seq, by: fact.by, was, is });
  }

  #pastOf(id: string): Past {
    let past = this.#pasts.get(id);
    if (!past) this.#pasts.set(id, (past = { ...UNSEEN }));
    return past;
  }
}

/** A state that has been removed from the workflow since: what was in it is taken as not finished. */
const UNKNOWN: StateGroup = 'backlog';
const NOTHING: Standing = { scope: NO_WORK, left: NO_WORK };
const UNSEEN: Past = { type: 'story', group: null, parent: null, estimate: null, isHere: false, isParked: false, isTrashed: false, tasks: 0, told: NOTHING };

const counts = ({ isHere, isParked, isTrashed, group }: Past): boolean => isHere && !isParked && !isTrashed && group !== null && group !== 'declined';

/** A card has points and is counted; hours are those of its tasks where it has any, else its own, as they are rolled up. */
function standingOf(past: Past): Standing {
  if (!counts(past)) return NOTHING;
  const { type, parent, estimate, group, tasks } = past;
  const isCard = type !== 'task' || parent === null;
  const hours = estimate?.kind === 'hours' && tasks === 0 ? estimate : null;
  const card = { items: isCard ? 1 : 0, points: isCard ? (pointsOf(estimate) ?? 0) : 0 };
  return {
    scope: { ...card, hours: hours?.original ?? hours?.remaining ?? 0 },
    left: group === 'done' ? NO_WORK : { ...card, hours: hours?.remaining ?? hours?.original ?? 0 },
  };
}

const isSame = (a: Standing, b: Standing): boolean => isSameWork(a.scope, b.scope) && isSameWork(a.left, b.left);
