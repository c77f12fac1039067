import type { View } from '../collections.ts';
import { personDaysOf, presenceOf, type Presence } from '../capacity/presence.ts';
import { sum, sumOf } from '../estimation/sum.ts';
import { cardsOf } from '../sprint/cards.ts';
import type { Sprint } from '../sprint/sprint.ts';
import { sizesIn, sprintCapacity } from './sprint-load.ts';

/** What somebody has of a sprint, against their part of what the team can do in it. */
export interface PersonLoad {
  /** Null: what nobody has taken yet. */
  readonly member: string | null;
  readonly load: number;
  readonly cards: number;
  /** The team's capacity by the days that they are there for it; null for who is not in the team, and while it is not known what the team can do. */
  readonly capacity: number | null;
  /** Working days of the sprint on which they are away. */
  readonly daysOff: number;
}

/**
 * A sprint by person: those of its team first, then others who have something in it, then what nobody has. Their loads add up to the load of
 * the sprint, and the parts of those in the team to its capacity.
 */
export function personLoads(view: View, sprint: Sprint): PersonLoad[] {
  const sizeOfCard = sizesIn(view, sprint);
  const cards = cardsOf(view, sprint.id);
  const people = peopleIn(view, sprint);
  const parts = partsOf(sprintCapacity(view, sprint), people);
  const of = (member: string | null, presence?: Presence): PersonLoad => {
    const own = cards.filter(({ assignee }) => assignee === member);
    const load = sumOf(own, sizeOfCard);
    return { member, load, cards: own.length, capacity: presence ? (parts?.get(presence) ?? null) : null, daysOff: presence?.daysOff ?? 0 };
  };
  const inTeam = new Set(people.map(({ member }) => member));
  const others = new Set(cards.flatMap(({ assignee }) => (assignee === null || inTeam.has(assignee) ? [] : [assignee])));
  return [...people.map((presence) => of(presence.member, presence)), ...Array.from(others, (member) => of(member)), of(null)];
}

/** Who of its team is there in the days of a sprint. */
function peopleIn(view: View, { team, startOn, endOn }: Sprint): Presence[] {
  return team === null || startOn === null || endOn === null ? [] : presenceOf(view, view.get('team', team), { from: startOn, to: endOn });
}

/** A capacity dealt out by the days that people are there; null while it is not known. Where nobody is there, everybody has none of it. */
function partsOf(capacity: number | null, people: readonly Presence[]): Map<Presence, number> | null {
  if (capacity === null) return null;
  const all = personDaysOf(people);
  return new Map(people.map((person) => [person, all === 0 ? 0 : sum((capacity * person.personDays) / all, 0)]));
}
