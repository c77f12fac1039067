import type { View } from '../collections.ts';
import type { Day } from '../kernel/day.ts';
import { dayOfFact, type Fact } from '../kernel/fact.ts';
import { CardPasts, type PastOf, type Shift } from './card-pasts.ts';
import { less, NO_WORK, plus, type Standing, type Work } from './work.ts';

/** When something happened to the sprint itself, and how many shifts of its cards came before. */
interface Moment {
  readonly day: Day;
  readonly after: number;
}

/** The facts that tell of sprints and of what is in them. */
export const SPRINT_FACTS: readonly { readonly in: string; readonly field: string }[] = [
  { in: 'sprint', field: 'state' },
  ...['sprint', 'state', 'type', 'parent', 'estimate', 'parkedAt', 'trashedAt'].map((field) => ({ in: 'item', field })),
];

/** Facts, taken in one after another: when a sprint began and ended, and what was in it meanwhile. Altered in place. */
export class SprintPast {
  began: Moment | null = null;
  ended: Moment | null = null;
  readonly #cards: CardPasts;
  readonly of: PastOf;

  constructor(of: PastOf) {
    this.of = of;
    this.#cards = new CardPasts(of);
  }

  take(fact: Fact): void {
    if (fact.in === 'item') this.#cards.take(fact);
    else if (fact.id === this.of.sprint && fact.field === 'state') this.#step(fact);
  }

  hasCard(item: string): boolean {
    return this.#cards.has(item);
  }

  /** All that changed in it until it ended, in the order of the log. */
  get shifts(): readonly Shift[] {
    return this.ended === null ? this.#cards.shifts : this.#cards.shifts.slice(0, this.ended.after);
  }

  /** What changed after it began. */
  get later(): readonly Shift[] {
    return this.began === null ? [] : this.shifts.slice(this.began.after);
  }

  /** What was in it when it began. */
  get atStart(): Standing {
    return total(this.began === null ? [] : this.shifts.slice(0, this.began.after));
  }

  /** What was in it when it ended, or is in it now. */
  get now(): Standing {
    return total(this.shifts);
  }

  /** What is in at the start is the scope; taken back, it is no start. What left it at its end is back where the end is taken back. */
  #step(fact: Fact): void {
    const { from, to } = fact;
    const moment = { day: dayOfFact(fact, this.of.zone), after: this.#cards.settle() };
    if (to === 'closed') this.ended = moment;
    else if (from === 'closed' && this.ended !== null) {
      this.#cards.foldBack(this.ended.after, fact);
      this.ended = null;
    } else this.began = to === 'active' ? moment : null;
  }
}

const total = (shifts: readonly Shift[]): Standing => {
  const add = (of: (standing: Standing) => Work) => shifts.reduce((work, { was, is }) => plus(work, less(of(is), of(was))), NO_WORK);
  return { scope: add(({ scope }) => scope), left: add(({ left }) => left) };
};

/** What a sprint's past is made of, with the states as they are meant now. */
export const pastOfSprint = (view: View, sprint: string): PastOf => ({
  sprint,
  zone: zoneOfSprint(view, sprint),
  groups: new Map(Array.from(view.all('state'), ({ id, group }) => [id, group])),
});

/** The same as plain values: when they are others, the past is read again. */
export const pastGoesBy = (view: View, sprint: string): string[] => [
  zoneOfSprint(view, sprint),
  ...Array.from(view.all('state'), ({ id, group }) => `${id} ${group}`).sort(),
];

/** The zone whose day is the sprint's: its team's, else its product's. */
export function zoneOfSprint(view: View, sprint: string): string {
  const { team, product } = view.get('sprint', sprint);
  return (team === null ? undefined : view.find('team', team)?.zone) ?? view.get('product', product).zone;
}

/** Where the past of sprints is found: in what tells of them, and of all that was ever in one of them. */
export const aboutSprints = (sprints: readonly string[]) => ({ records: sprints, heldBy: { in: 'item', field: 'sprint' } }) as const;
