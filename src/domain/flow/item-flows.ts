import type { ItemType } from '../backlog/item-type.ts';
import type { StateGroup } from '../backlog/state-group.ts';
import { pointsOf, type Estimate } from '../estimation/estimate.ts';
import { dayIn, type Day } from '../kernel/day.ts';
import type { Fact } from '../kernel/fact.ts';

/** From a day on an item was in a state of this group; null: parked, in the trash, or not there. */
export interface FlowStep {
  readonly day: Day;
  readonly group: StateGroup | null;
}

/** An item on its way through the workflow. */
export interface ItemFlow {
  readonly item: string;
  readonly points: number | null;
  /** Oldest first. */
  readonly steps: readonly FlowStep[];
}

interface Past {
  type: ItemType;
  group: StateGroup | null;
  parent: string | null;
  points: number | null;
  isParked: boolean;
  isTrashed: boolean;
  steps: FlowStep[];
}

/** Facts of items, taken in one after another: how each of one product went through its workflow. Altered in place. */
export class ItemFlows {
  readonly #pasts = new Map<string, Past>();
  readonly #of: { readonly zone: string; readonly groups: ReadonlyMap<string, StateGroup> };

  constructor(of: { readonly zone: string; readonly groups: ReadonlyMap<string, StateGroup> }) {
    this.#of = of;
  }

  take(fact: Fact): void {
    const past = this.#pastOf(fact.id);
    const { field, to } = fact;
    if (field === 'type') past.type = (to as ItemType | null) ?? past.type; // what is taken back stays what it was
    else if (field === 'parent') past.parent = to as string | null;
    else if (field === 'estimate') past.points = pointsOf(to as Estimate | null);
    else if (field === 'state') past.group = this.#of.groups.get(to as string) ?? null;
    else if (field === 'parkedAt') past.isParked = to !== null;
    else if (field === 'trashedAt') past.isTrashed = to !== null;
    note(past, fact.happenedOn ?? dayIn(this.#of.zone, fact.at));
  }

  /** What is delivered on its own: no task, and no parent beside the children that it is delivered by, as they stand now. */
  flows(): ItemFlow[] {
    const all = [...this.#pasts].filter(([, { type, steps }]) => type !== 'task' && steps.length > 0);
    const parents = new Set(all.flatMap(([, { parent, isTrashed }]) => (isTrashed ? [] : [parent])));
    return all.filter(([id]) => !parents.has(id)).map(([item, { points, steps }]) => ({ item, points, steps }));
  }

  #pastOf(id: string): Past {
    let past = this.#pasts.get(id);
    if (!past) this.#pasts.set(id, (past = { type: 'story', group: null, parent: null, points: null, isParked: false, isTrashed: false, steps: [] }));
    return past;
  }
}

/** A step is noted where it is news, and never before the one that it follows. */
function note({ steps, group, isParked, isTrashed }: Past, day: Day): void {
  const shown = isParked || isTrashed ? null : group;
  const last = steps.at(-1);
  if (!last) {
    if (shown !== null) steps.push({ day, group: shown });
    return;
  }
  if (last.group === shown) return;
  steps.push({ day: day > last.day ? day : last.day, group: shown });
}
