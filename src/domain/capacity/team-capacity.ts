import type { View } from '../collections.ts';
import { median } from '../estimation/median.ts';
import { sumOf } from '../estimation/sum.ts';
import type { Unit } from '../product/product.ts';
import type { Team } from '../team/team.ts';
import { workingDaysOf, type Stretch } from '../team/working-days.ts';
import { personDaysOf, presenceOf, type Presence } from './presence.ts';
import { closedSprints, measuredRounds, usualFortnight, type Round } from './rounds.ts';
import { unitOf } from './unit.ts';

/** What a team can do between two days, as its people and as its past tell it. */
export interface TeamCapacity {
  readonly from: Stretch['from'];
  readonly to: Stretch['to'];
  readonly workingDays: number;
  readonly people: readonly Presence[];
  readonly personDays: number;
  readonly hours: number;
  readonly unit: Unit;
  /** Null where neither the past nor a person says what the team delivers. */
  readonly amount: Amount | null;
}

/** An amount in the team's unit, rounded down. */
export interface Amount {
  /** Closed sprints; the pace that somebody said; or fortnights, of a team in flow weeks, as they were measured. */
  readonly source: 'velocity' | 'pace' | 'fortnights' | 'weeks';
  /** How many sprints, fortnights or weeks it is the median of. */
  readonly rounds: number;
  /** What the past gives for so many working days. */
  readonly byDays: number;
  /** The same from the worst and from the best of the rounds. */
  readonly least: number;
  readonly most: number;
  /** What the past gives for so many days of people, days off and shares included; null while nobody is in the team. */
  readonly byPeople: number | null;
}

/** With fewer sprints than these, what somebody said of the pace goes before. */
const ENOUGH_SPRINTS = 3;

/** What a team can do between two days, both counted: days and hours of its people, and points or items from what it delivered before. */
export function capacityOfTeam(view: View, team: string, { from, to }: Stretch): TeamCapacity {
  const record = view.get('team', team);
  const workingDays = workingDaysOf(view, record, { from, to }).length;
  const people = presenceOf(view, record, { from, to });
  const personDays = personDaysOf(people);
  const unit = unitOfTeam(view, record);
  return {
    from,
    to,
    workingDays,
    people,
    personDays,
    hours: sumOf(people, ({ hours }) => hours),
    unit,
    amount: amountFrom(pastOf(view, record, { unit, people }), { workingDays, personDays, hasPeople: people.length > 0 }),
  };
}

/** What a team's work is counted in: as in the first of its products. */
export const unitOfTeam = (view: View, { products }: Team): Unit => (products[0] === undefined ? 'points' : unitOf(view, products[0]));

interface Past {
  readonly source: Amount['source'];
  readonly rounds: readonly Round[];
}

/** The best that is known: enough closed sprints, else what was said, else what there is. A team in flow is asked for what it delivered first. */
function pastOf(view: View, team: Team, { unit, people }: Pick<TeamCapacity, 'unit' | 'people'>): Past {
  const velocity: Past = { source: 'velocity', rounds: team.works === 'sprints' ? closedSprints(view, team, unit) : [] };
  if (velocity.rounds.length >= ENOUGH_SPRINTS) return velocity;
  const said: Past = { source: 'pace', rounds: usualFortnight(team, people) };
  const measured: Past = { source: team.works === 'flow' ? 'weeks' : 'fortnights', rounds: measuredRounds(view, team, unit) };
  const inOrder = team.works === 'flow' ? [measured, said] : [said, velocity, measured];
  return inOrder.find(({ rounds }) => rounds.length > 0) ?? velocity;
}

interface Ahead {
  readonly workingDays: number;
  readonly personDays: number;
  readonly hasPeople: boolean;
}

function amountFrom({ source, rounds }: Past, { workingDays, personDays, hasPeople }: Ahead): Amount | null {
  if (rounds.length === 0) return null;
  const byDay = rounds.map(({ amount, workingDays: days }) => (days === 0 ? 0 : amount / days));
  const byPersonDay = rounds.filter((round) => round.personDays > 0).map((round) => round.amount / round.personDays);
  return {
    source,
    rounds: rounds.length,
    byDays: whole(median(byDay) * workingDays),
    least: whole(Math.min(...byDay) * workingDays),
    most: whole(Math.max(...byDay) * workingDays),
    byPeople: !hasPeople || byPersonDay.length === 0 ? null : whole(median(byPersonDay) * personDays),
  };
}

/** Rounded down, but for what binary fractions lose: 2.3 × 10 is 23. */
const whole = (amount: number): number => Math.floor(Number(amount.toFixed(6)));
