import type { View } from '../collections.ts';
import { dayOfWorkingDay } from '../capacity/capacity.ts';
import { sum } from '../estimation/sum.ts';
import { timeOffOf, type TimeOff } from '../team/days-off.ts';
import { membershipsOf } from '../team/membership.ts';
import type { NamedCall } from '../verbs.ts';
import { amountTo, usedAbove, wholeOf, type AskedRow } from './asked-row.ts';
import { least } from './least.ts';
import type { Way } from './way.ts';

/** The least whole pace with which the row is taken, where a pace is what is counted with. More than twice as much is no small change. */
export function* morePace(asked: AskedRow): Generator<void, Way | null> {
  const { team, trials } = asked;
  const { days } = team;
  const amount = team.forecast || days === 0 ? null : amountTo(asked);
  if (amount === null) return null;
  const guess = Math.ceil((Math.ceil(wholeOf(asked, amount)) * 10) / days);
  const ways = new Map<number, Way | null>();
  if (guess === Infinity) return null; // its part of the capacity is none
  const found = yield* least({ low: Math.floor(team.pace ?? 0) + 1, guess, high: team.pace ? Math.floor(team.pace * 2) : guess }, function* (to) {
    ways.set(to, yield* trials.bringsIn({ code: 'more-pace', team: team.team, from: team.pace, to }, [paced(team.team, to)]));
    return ways.get(to) !== null;
  });
  return found === null ? null : ways.get(found)!;
}

/** The largest whole pace with which the row is not taken any more. */
export function* lessPace(asked: AskedRow): Generator<void, Way | null> {
  const { team, trials, size } = asked;
  const { pace, days } = team;
  if (team.forecast || pace === null || days === 0) return null;
  const guess = Math.ceil((wholeOf(asked, sum(usedAbove(asked), size)) * 10) / days);
  const ways = new Map<number, Way | null>();
  const taken = yield* least({ low: 0, guess, high: Math.ceil(pace) }, function* (to) {
    ways.set(to, to >= pace ? null : yield* trials.pushesOut({ code: 'less-pace', team: team.team, from: pace, to }, [paced(team.team, to)]));
    return ways.get(to) === null;
  });
  return taken === null ? null : (ways.get(taken - 1) ?? null);
}

/** So many people are asked about. */
const MOST_PEOPLE = 4;

/** Somebody of the team who would be away works: the shortest absence that does it. */
export function* freePerson(asked: AskedRow): Generator<void, Way | null> {
  for (const { id, member, from, to } of absences(asked)) {
    const call: NamedCall = { verb: 'removeTimeOff', input: { timeOff: id } };
    const way = yield* asked.trials.bringsIn({ code: 'free-person', member, from, to }, [call]);
    if (way) return way;
  }
  return null;
}

function absences({ view, lines, line, team }: AskedRow): TimeOff[] {
  const all = membersOf(view, team.team).flatMap((member) => [...view.list(timeOffOf, member)]);
  const near = all.filter(({ from, to }) => to >= lines.today && from <= line.date);
  return near.sort((a, b) => lengthOf(a) - lengthOf(b)).slice(0, MOST_PEOPLE);
}

const lengthOf = ({ from, to }: TimeOff): number => Date.parse(to) - Date.parse(from);

/** The fewest working days without which the team does not come to the row. */
export function* lostDays({ team, lines, trials }: AskedRow): Generator<void, Way | null> {
  if (!team.forecast) return null;
  const ways = new Map<number, Way | null>();
  const found = yield* least({ low: 1, guess: 1, high: team.forecast.days }, function* (days) {
    const [from, to] = [lines.today, dayOfWorkingDay(lines.today, days)];
    const call: NamedCall = { verb: 'addHolidays', input: { team: team.team, holidays: [{ name: 'Not working', from, to }] } };
    ways.set(days, yield* trials.pushesOut({ code: 'lost-days', team: team.team, days, from, to }, [call]));
    return ways.get(days) !== null;
  });
  return found === null ? null : ways.get(found)!;
}

/** Somebody of the team is away until the date. */
export function* personAway({ view, lines, line, team, trials }: AskedRow): Generator<void, Way | null> {
  if (!team.forecast) return null;
  const [from, to] = [lines.today, line.date];
  for (const member of membersOf(view, team.team).slice(0, MOST_PEOPLE)) {
    const way = yield* trials.pushesOut({ code: 'person-away', member, from, to }, [{ verb: 'addTimeOff', input: { member, from, to } }]);
    if (way) return way;
  }
  return null;
}

/** Who works in a team, the largest share first. */
const membersOf = (view: View, team: string): string[] => [...view.list(membershipsOf, team)].sort((a, b) => b.share - a.share).map(({ member }) => member);

const paced = (team: string, pace: number): NamedCall => ({ verb: 'updateTeam', input: { team, pace } });
