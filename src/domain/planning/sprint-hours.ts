import type { Item } from '../backlog/item.ts';
import { isOpen } from '../backlog/open.ts';
import { partsOf } from '../capacity/parts.ts';
import { presenceOf } from '../capacity/presence.ts';
import type { View } from '../collections.ts';
import { hoursLeft } from '../estimation/hours.ts';
import { sum, sumOf } from '../estimation/sum.ts';
import type { Day } from '../kernel/day.ts';
import { cardsOf } from '../sprint/cards.ts';
import type { Sprint } from '../sprint/sprint.ts';
import { tasksOf } from '../sprint/tasks.ts';
import type { Stretch } from '../team/working-days.ts';

/** What is still to do in a sprint in hours, against the hours that its people have for it. */
export interface SprintHours {
  readonly load: number;
  /** Null while nobody is in its team, or it has no days. */
  readonly capacity: number | null;
  /** Open cards of which neither they nor their tasks say any hours. */
  readonly unsaid: number;
  /** Working days on which somebody in the team is away. */
  readonly daysOff: number;
  readonly people: readonly PersonHours[];
}

export interface PersonHours {
  /** Null: what nobody has taken yet. */
  readonly member: string | null;
  readonly load: number;
  /** Null for who is not in the team. */
  readonly capacity: number | null;
}

/**
 * The hours of a sprint from a day on: of each open card what its open tasks say is left, or what it says itself when it has none, against
 * the hours of its people on the days that are still to come. A task that nobody has is its card's. Who is in several teams has here what
 * their share leaves, and what the team keeps for unplanned work is taken off.
 */
export function sprintHours(view: View, sprint: Sprint, today: Day): SprintHours {
  const pieces = piecesOf(view, sprint);
  const planned = plannedPercent(view, sprint);
  const people = presenceIn(view, sprint, today).map((person) => ({ ...person, hours: sum((person.hours * planned) / 100, 0) }));
  const loadOf = (member: string | null) => sumOf(pieces, (piece) => (piece.member === member ? (piece.hours ?? 0) : 0));
  const inTeam = new Set(people.map(({ member }) => member));
  const others = new Set(pieces.flatMap(({ member }) => (member === null || inTeam.has(member) ? [] : [member])));
  return {
    load: sumOf(pieces, ({ hours }) => hours ?? 0),
    capacity: people.length === 0 ? null : sumOf(people, ({ hours }) => hours),
    unsaid: new Set(pieces.map(({ card }) => card)).size - new Set(pieces.flatMap(({ card, hours }) => (hours === null ? [] : [card]))).size,
    daysOff: people.reduce((total, { daysOff }) => total + daysOff, 0),
    people: [
      ...people.map(({ member, hours }) => ({ member, load: loadOf(member), capacity: hours })),
      ...Array.from(others, (member) => ({ member, load: loadOf(member), capacity: null })),
      { member: null, load: loadOf(null), capacity: null },
    ],
  };
}

interface Piece {
  readonly card: string;
  readonly member: string | null;
  readonly hours: number | null;
}

function piecesOf(view: View, sprint: Sprint): Piece[] {
  return cardsOf(view, sprint.id)
    .filter((card) => isOpen(view, card))
    .flatMap((card) => {
      const tasks = tasksOf(view, card);
      const open = tasks.filter((task) => isOpen(view, task));
      if (tasks.length > 0 && open.length === 0) return [{ card: card.id, member: card.assignee, hours: 0 }];
      return (open.length > 0 ? open : [card]).map((piece): Piece => pieceOf(card, piece));
    });
}

const pieceOf = (card: Item, { assignee, estimate }: Item): Piece => ({ card: card.id, member: assignee ?? card.assignee, hours: hoursLeft(estimate) });

/** Per cent of a team's capacity that is not kept for unplanned work. */
export const plannedPercent = (view: View, { team }: Sprint): number => (team === null ? 100 : sumOf(partsOf(view, team), ({ percent }) => percent));

/** Who of the team is there on the days of a sprint that are still to come; of a closed one, on all of them. */
function presenceIn(view: View, { team, startOn, endOn, state }: Sprint, today: Day) {
  if (team === null || startOn === null || endOn === null) return [];
  const stretch: Stretch = { from: state !== 'closed' && today > startOn ? today : startOn, to: endOn };
  return presenceOf(view, view.get('team', team), stretch);
}
