import type { ItemType } from '../backlog/item-type.ts';
import type { StateGroup } from '../backlog/state-group.ts';
import type { State } from '../backlog/state.ts';
import { pointsOf, type Estimate } from '../estimation/estimate.ts';
import type { Day } from '../kernel/day.ts';
import { dayOfFact, type Fact } from '../kernel/fact.ts';

/** From a day on an item was in a state of this group; null: parked, in the trash, or not there. */
export interface FlowStep {
  readonly day: Day;
  readonly group: StateGroup | null;
}

/** Why an item is in no state that counts; gone: taken back, or of another product. */
export type Out = 'parked' | 'trashed' | 'gone';

/** From a day on an item was in a state, or out. */
export type Stay = { readonly day: Day } & ({ readonly state: string } | { readonly out: Out });

/** A step of the workflow, also one that was removed since: as it is now, or as it was last. */
export type FlowState = Pick<State, 'name' | 'group'> & { readonly isRemoved: boolean };

/** An item on its way through the workflow. */
export interface ItemFlow {
  readonly item: string;
  readonly points: number | null;
  /** From state to state, oldest first. */
  readonly stays: readonly Stay[];
  /** The same from group to group. */
  readonly steps: readonly FlowStep[];
}

interface Past {
  type: ItemType;
  state: string | null;
  parent: string | null;
  points: number | null;
  isParked: boolean;
  isTrashed: boolean;
  stays: Stay[];
}

interface FlowsOf {
  readonly product: string;
  readonly zone: string;
  /** The states that the product has now, in the order of its workflow. */
  readonly states: ReadonlyMap<string, FlowState>;
}

/** Facts of items and states, taken in one after another: how each item of one product went through its workflow. Altered in place. */
export class ItemFlows {
  readonly #pasts = new Map<string, Past>();
  readonly #removed = new Map<string, FlowState>();
  readonly #of: FlowsOf;

  constructor(of: FlowsOf) {
    this.#of = of;
  }

  take(fact: Fact): void {
    if (fact.in === 'state') return this.#takeState(fact);
    const past = this.#pastOf(fact.id);
    const { field, to } = fact;
    if (field === 'type') past.type = (to as ItemType | null) ?? past.type; // what is taken back stays what it was
    else if (field === 'parent') past.parent = to as string | null;
    else if (field === 'estimate') past.points = pointsOf(to as Estimate | null);
    else if (field === 'state') past.state = this.#isOurs(to as string) ? (to as string) : null;
    else if (field === 'parkedAt') past.isParked = to !== null;
    else if (field === 'trashedAt') past.isTrashed = to !== null;
    note(past, dayOfFact(fact, this.#of.zone));
  }

  /** The states of the workflow in its order, and after them those that were removed. */
  states(): ReadonlyMap<string, FlowState> {
    return new Map([...this.#of.states, ...[...this.#removed].filter(([id]) => !this.#of.states.has(id))]);
  }

  /** What is delivered on its own: no task, and no parent beside the children that it is delivered by, as they stand now. */
  flows(): ItemFlow[] {
    const states = this.states();
    const all = [...this.#pasts].filter(([, { type, stays }]) => type !== 'task' && stays.length > 0);
    const parents = new Set(all.flatMap(([, { parent, isTrashed }]) => (isTrashed ? [] : [parent])));
    return all.filter(([id]) => !parents.has(id)).map(([item, { points, stays }]) => flowOf({ item, points, stays: [...stays] }, states));
  }

  #pastOf(id: string): Past {
    let past = this.#pasts.get(id);
    if (!past) this.#pasts.set(id, (past = { type: 'story', state: null, parent: null, points: null, isParked: false, isTrashed: false, stays: [] }));
    return past;
  }

  #isOurs = (state: string): boolean => this.#of.states.has(state) || this.#removed.has(state);

  /** What it was last is kept of a state that is removed. Of those that the product has, the workspace knows better. */
  #takeState({ id, field, to }: Fact): void {
    if (to === null || this.#of.states.has(id)) return;
    if (field === 'product') {
      if (to === this.#of.product && !this.#removed.has(id)) this.#removed.set(id, { name: '', group: 'backlog', isRemoved: true });
      return;
    }
    const known = this.#removed.get(id);
    if (known) this.#removed.set(id, { ...known, [field]: to });
  }
}

/** An item's way with what its states mean: what a state came to mean later, it means for the past too. */
export function flowOf(way: Omit<ItemFlow, 'steps'>, states: ReadonlyMap<string, FlowState>): ItemFlow {
  const steps: FlowStep[] = [];
  for (const stay of way.stays) {
    const group = 'state' in stay ? (states.get(stay.state)?.group ?? null) : null;
    if (steps.length === 0 ? group !== null : group !== steps.at(-1)!.group) steps.push({ day: stay.day, group });
  }
  return { ...way, steps };
}

/** A stay is noted where it is news, and never before the one that it follows. */
function note({ stays, state, isParked, isTrashed }: Past, day: Day): void {
  const out: Out | null = isTrashed ? 'trashed' : isParked ? 'parked' : state === null ? 'gone' : null;
  const last = stays.at(-1);
  if (!last && out !== null) return;
  const at = last && day < last.day ? last.day : day;
  if (out !== null) {
    if (!last || !('out' in last) || last.out !== out) stays.push({ day: at, out });
  } else if (!last || !('state' in last) || last.state !== state) stays.push({ day: at, state: state! });
}
