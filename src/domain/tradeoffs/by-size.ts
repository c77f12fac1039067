import { roomOf } from '../cutline/line.ts';
import { teamOf } from '../backlog/team-of.ts';
import { isGuessed } from '../cutline/size.ts';
import { pointsOf, USUAL_POINTS } from '../estimation/estimate.ts';
import { sum } from '../estimation/sum.ts';
import type { NamedCall } from '../verbs.ts';
import { sizeOn, takenBefore, usedAbove, type AskedRow } from './asked-row.ts';
import { moved } from './by-rank.ts';
import type { Way } from './way.ts';

/** A title is no longer than this. */
const MOST_TITLE = 480;

/** A part of so many points as there is room for, above the one that stopped its team; the rest stays as a new item where the whole one is, for the same team. */
export function* split(asked: AskedRow): Generator<void, Way | null> {
  const { item, lines, team, size, isOwn } = asked;
  const part = Math.floor(roomOf(team));
  if (lines.unit !== 'points' || (isOwn && pointsOf(item.estimate) === null) || part < 1 || part >= size) return null;
  const rest = sum(size, -part);
  const { type, parent, team: given } = item;
  const remaining = {
    title: `${item.title.slice(0, MOST_TITLE)}: the rest`,
    type,
    parent,
    team: isOwn ? given : team.team,
    estimate: { kind: 'points', value: rest } as const,
  };
  const calls: NamedCall[] = [
    { verb: 'createItems', input: { product: lines.product, items: [remaining], place: { after: item.id } } },
    needing(asked, part),
    ...(team.stoppedBy === null || team.stoppedBy === item.id ? [] : [moved(asked, [item.id], { before: team.stoppedBy })]),
  ];
  return yield* asked.trials.bringsIn({ code: 'split', part, rest, team: besides(asked) }, calls);
}

/** The largest usual estimate with which the row that stopped its team fits. */
export function* shrink(asked: AskedRow): Generator<void, Way | null> {
  const { item, lines, team, size } = asked;
  const room = roomOf(team);
  const to = USUAL_POINTS.findLast((points) => points > 0 && points <= room && points < size);
  if (lines.unit !== 'points' || team.stoppedBy !== item.id || to === undefined) return null;
  return yield* asked.trials.bringsIn({ code: 'shrink', from: size, to, team: besides(asked) }, [needing(asked, to)]);
}

/** The team in question, where it is not the row's own. */
const besides = ({ isOwn, team }: AskedRow): string | null => (isOwn ? null : team.team);

/** The row takes so much of the team. */
const needing = ({ isOwn, item, team }: AskedRow, points: number): NamedCall =>
  isOwn ? estimated(item.id, points) : { verb: 'setTeamEstimate', input: { item: item.id, team: team.team, points } };

/** The row grows by so much that it does not fit any more, or the one above it does: of the rows there the one of which least is known. */
export function* grow(asked: AskedRow): Generator<void, Way[]> {
  const { view, item, lines, team, size, isOwn } = asked;
  if (lines.unit !== 'points' || !isOwn) return [];
  const above = takenBefore(asked).filter((row) => teamOf(view, row, lines.firstTeam) === team.team);
  const by = Math.floor(team.capacity - usedAbove(asked) - size) + 1;
  const bySize = above.toSorted((a, b) => sizeOn(asked, b) - sizeOn(asked, a));
  const unsure = above.find((row) => isGuessed(view, lines, row)) ?? bySize[0];
  const ways: Way[] = [];
  for (const row of unsure ? [item, unsure] : [item]) {
    const from = sizeOn(asked, row);
    const to = sum(from, by);
    const way = yield* asked.trials.pushesOut({ code: 'grow', item: row.id, from, to }, [estimated(row.id, to)]);
    if (way) ways.push(way);
  }
  return ways;
}

const estimated = (item: string, value: number): NamedCall => ({ verb: 'updateItems', input: { items: [item], estimate: { kind: 'points', value } } });
