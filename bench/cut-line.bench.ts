import { NEW_RELEASE } from '../src/domain/release/release.ts';
import type { Item } from '../src/domain/backlog/item.ts';
import type { ItemType } from '../src/domain/backlog/item-type.ts';
import type { Collections } from '../src/domain/collections.ts';
import { cutLines } from '../src/domain/cutline/cut-line.ts';
import { likelyAlone } from '../src/domain/cutline/likely.ts';
import { isAnyWaiting } from '../src/domain/cutline/waiting.ts';
import { groundOf, reaches } from '../src/domain/cutline/reach.ts';
import { quarterEnds } from '../src/domain/cutline/shown-days.ts';
import { markOf } from '../src/domain/cutline/mark.ts';
import { ripple, type Planned } from '../src/domain/cutline/ripple.ts';
import type { Change } from '../src/domain/kernel/change.ts';
import { addDays, type Day, type Instant } from '../src/domain/kernel/day.ts';
import { Tracked } from '../src/domain/kernel/track.ts';
import { rankedRows } from '../src/domain/backlog/open.ts';
import { USUAL_TEAM } from '../src/domain/team/team.ts';
import type { Workspace } from '../src/domain/kernel/workspace.ts';
import { emptyWorkspace } from '../src/domain/model.ts';
import type { Bench, Row } from './row.ts';

export const NOW: Instant = '2026-03-02T09:00:00.000Z';
export const PRODUCT = 'product';
const SHOWN = 60;

/** The line recomputed after one change, as a screen does it: the lines under tracking, then the marks of the rows that are shown. */
export const bench: Bench = {
  name: 'cut line',
  run(quick) {
    const [few, many] = quick ? [500, 5_000] : [2_000, 100_000];
    recompute(backlog(few, { releases: 3 })); // warms up
    const small = recompute(backlog(few, { releases: 3 }));
    const rows: Row[] = [
      row(`cut line at ${count(many)} items, recomputed after one change, p95`, recompute(backlog(many, { releases: 3 })), {
        bar: 8,
        against: { what: `at ${count(few)} items`, measured: small },
      }),
      row(`the same with 12 releases and 2,000 rows in them`, recompute(backlog(many, { releases: 12, perRelease: 167 })), {
        bar: 8,
        against: { what: '3 releases', measured: small },
      }),
      row(`the same on a fork, from drag to line, p95`, onFork(backlog(many, { releases: 3 })), {
        bar: 8,
        against: { what: `at ${count(few)} items`, measured: onFork(backlog(few, { releases: 3 })) },
      }),
      ...ripples(backlog(many, { releases: 3 }), backlog(few, { releases: 3 }), few),
      ...withDependencies(many, few),
      withDateLines(many),
      row(`the same with a second team that has ten rows at the end, p95`, recompute(backlog(many, { releases: 3, sparse: true })), {
        bar: null,
        against: { what: 'one team', measured: small },
      }),
    ];
    return Promise.resolve(rows);
  },
};

/** The ends of four quarters and twelve days between them. */
const DAYS = [...quarterEnds('2026-03-02').map(({ on }) => on), ...Array.from({ length: 12 }, (_, n) => addDays('2026-03-13', n * 21))];

/** The releases' lines with sixteen date lines beside them. */
function withDateLines(many: number): Row {
  return row(`the same with 16 date lines, over ${count(reachedRows(many))} rows each at most`, recompute(backlog(many, { releases: 3 }), lookAtDays), {
    bar: 8,
    against: { what: 'the lines alone', measured: recompute(backlog(many, { releases: 3 })) },
  });
}

/** How many rows the line of the last day takes. */
function reachedRows(many: number): number {
  const workspace = backlog(many, { releases: 3 });
  return reaches(workspace, cutLines(workspace, PRODUCT, { now: NOW }), DAYS).at(-1)!.taken.length;
}

/** So many of the rows wait for one that ranks a little below them. */
const DEPENDENCIES = 5_000;

/** A large backlog with many dependencies, recomputed after one change and worked out for the first time after everything was loaded. */
function withDependencies(many: number, few: number): Row[] {
  const dependencies = Math.min(DEPENDENCIES, many / 20);
  const large = backlog(many, { releases: 3, dependencies });
  const first = firstTime(large);
  const small = backlog(few, { releases: 3, dependencies: few / 20 });
  const against = { what: `at ${count(few)} items with ${count(few / 20)}`, measured: firstTime(small) };
  const what = `cut line at ${count(many)} items with ${count(dependencies)} dependencies`;
  return [
    row(`${what}, the first time`, first, { bar: 150, against }),
    row(`${what}, recomputed after one change, p95`, recompute(large), { bar: 8, against: { ...against, measured: recompute(small) } }),
  ];
}

/** The first time that lines and shown marks are asked of a workspace: nothing of it has been looked at yet. */
function firstTime(workspace: Workspace<Collections>): number {
  const start = performance.now();
  look(workspace);
  return performance.now() - start;
}

export const count = (n: number) => n.toLocaleString('en-GB');
export const row = (what: string, measured: number, rest: Pick<Row, 'bar'> & { against: NonNullable<Row['against']> }): Row => ({
  what,
  measured,
  unit: 'ms',
  ...rest,
});

interface Made {
  readonly releases: number;
  readonly perRelease?: number;
  readonly sparse?: boolean;
  readonly dependencies?: number;
  /** Four teams, each of which waits for others every few rows. */
  readonly isWaiting?: boolean;
}

/** A backlog as a large product has it: four in five rows estimated, one in ten blocked, a third closed, epics over all of them. */
export function backlog(
  size: number,
  { releases, perRelease = 20, sparse = false, dependencies = size / 10, isWaiting = false }: Made,
): Workspace<Collections> {
  const workspace = emptyWorkspace();
  const id = (kind: string, n: number) => `${kind}-${n.toString().padStart(7, '0')}`;
  const types: ItemType[] = ['story', 'story', 'bug', 'chore'];
  const base = {
    product: PRODUCT,
    assignee: null,
    tags: [],
    sprint: null,
    sprintRank: null,
    category: null,
    description: null,
    dueOn: null,
    placedAs: null,
    promisedOn: null,
    createdOn: '2026-01-05' as const,
    declineReason: null,
    parkedAt: null,
    returnOn: null,
    trashedAt: null,
  };
  const items = Array.from({ length: size }, (_, n): Item => {
    const isEpic = n % 50 === 0;
    const isClosed = n % 3 === 2;
    const points = [1, 2, 3, 5, 8][n % 7];
    return {
      ...base,
      id: id('item', n),
      number: n + 1,
      type: isEpic ? 'epic' : types[n % 4]!,
      title: `Item ${n}`,
      state: isClosed ? 'done' : 'open',
      closedOn: isClosed ? closedOn(n, size) : null,
      rank: `a${n.toString(36).padStart(6, '0')}V`, // a key never ends in 0
      parent: isEpic ? null : id('item', n - (n % 50)),
      estimate: points === undefined || isEpic ? null : { kind: 'points', value: points },
      team: isWaiting ? `team-${(n % 4) + 1}` : sparse && n > size - 10 ? 'team-2' : null,
      release: n % 5 === 1 && n < releases * perRelease * 5 ? id('release', (n % releases) + 1) : null,
    };
  });
  const links = Array.from({ length: dependencies }, (_, n) => ({
    id: id('link', n),
    type: 'blocks' as const,
    from: id('item', n * 10 + (isWaiting ? 1 : 4)),
    to: id('item', n * 10 + (isWaiting ? 4 : 1)),
  }));
  const teams = ['team-1', ...(sparse || isWaiting ? ['team-2'] : []), ...(isWaiting ? ['team-3', 'team-4'] : [])].map((team) => ({
    id: team,
    name: team,
    products: [PRODUCT],
    pace: 60,
    zone: 'UTC',
    ...USUAL_TEAM,
  }));
  workspace.load({
    product: [
      { id: PRODUCT, key: 'APP', name: 'App', goal: '', unit: 'points', sizeLimit: null, zone: 'Europe/Berlin', lastNumber: size } as Collections['product'],
    ],
    state: [
      { id: 'open', product: PRODUCT, name: 'Open', group: 'backlog', place: 0 } as Collections['state'],
      { id: 'done', product: PRODUCT, name: 'Done', group: 'done', place: 0 } as Collections['state'],
    ],
    team: teams,
    release: Array.from(
      { length: releases },
      (_, n) =>
        ({
          id: id('release', n + 1),
          product: PRODUCT,
          name: `R${n}`,
          goal: '',
          startOn: null,
          dueOn: dueOn(n),
          ...NEW_RELEASE,
          lead: null,
          teams: [],
        }) as Collections['release'],
    ),
    item: items,
    link: links,
  });
  return workspace;
}

/** Of a large backlog most was done long ago: about 60 points in each of the last fortnights, as its pace is. */
const closedOn = (n: number, size: number) => new Date(Date.UTC(2026, 2, 1 - ((n * 7919) % Math.max(182, size / 4.6)))).toISOString().slice(0, 10) as Day;

const dueOn = (n: number) => new Date(Date.UTC(2026, 2, 13 + n * 14)).toISOString().slice(0, 10);

/** p95 of a recomputation after each of a few hundred changes: rank, estimate, release and state by turns. */
function recompute(workspace: Workspace<Collections>, looking = look): number {
  return p95(300, (n) => {
    workspace.apply([changeOf(workspace, n)], { seq: n + 1, at: NOW });
    return () => looking(workspace);
  });
}

function onFork(workspace: Workspace<Collections>): number {
  return p95(300, (n) => () => {
    const fork = workspace.fork();
    fork.apply([changeOf(workspace, n)], { seq: n + 1, at: NOW });
    look(fork);
  });
}

/** While a row is dragged: who changes sides is on the next frame; how likely all is rests for 100 ms at most before it is reckoned, and is there after 150. */
function ripples(large: Workspace<Collections>, small: Workspace<Collections>, few: number): Row[] {
  const [big, little] = [dragged(large), dragged(small)];
  const against = (measured: number) => ({ what: `at ${count(few)} items`, measured });
  return [
    row('ripple of a drag, from the fork to who changes sides, p95', big.sides, { bar: 16, against: against(little.sides) }),
    row('the likelihoods that follow it, p95', big.likely, { bar: 50, against: against(little.likely) }),
  ];
}

function dragged(workspace: Workspace<Collections>): { sides: number; likely: number } {
  const before: Planned = { view: workspace, lines: cutLines(workspace, PRODUCT, { now: NOW }) };
  let after = before;
  const sides = p95(200, (n) => () => {
    const fork = workspace.fork();
    fork.apply([changeOf(workspace, n)], { seq: n + 1, at: NOW });
    after = { view: fork, lines: cutLines(fork, PRODUCT, { now: NOW }) };
    ripple(before, after);
  });
  const likely = p95(200, (n) => {
    const fork = workspace.fork();
    fork.apply([changeOf(workspace, n)], { seq: n + 1, at: NOW });
    const lines = cutLines(fork, PRODUCT, { now: NOW });
    return () => {
      if (!isAnyWaiting(fork, lines)) likelyAlone(fork, lines);
    };
  });
  return { sides, likely };
}

function look(workspace: Workspace<Collections>): void {
  const view = new Tracked<Collections>(workspace);
  const lines = cutLines(view, PRODUCT, { now: NOW });
  const rows = workspace.list(rankedRows, PRODUCT);
  for (let at = 0; at < SHOWN; at++) markOf(view, lines, rows.at(at)!);
}

function lookAtDays(workspace: Workspace<Collections>): void {
  look(workspace);
  const view = new Tracked<Collections>(workspace);
  reaches(view, groundOf(view, PRODUCT, { now: NOW }), DAYS);
}

export function changeOf(workspace: Workspace<Collections>, n: number): Change {
  const item = workspace.list(rankedRows, PRODUCT).at((n * 37) % 120)!;
  const kinds = [
    { from: { rank: item.rank }, to: { rank: `a${(n % 100).toString(36).padStart(6, '0')}${n.toString(36)}V` } },
    { from: { estimate: item.estimate }, to: { estimate: { kind: 'points', value: (n % 8) + 1 } } },
    { from: { release: item.release }, to: { release: n % 2 ? null : 'release-0000001' } },
  ] as const;
  return { op: 'update', in: 'item', id: item.id, ...kinds[n % 3]! } as Change; // an estimate is JSON
}

/** `prepare` is not measured, what it gives back is. */
export function p95(times: number, prepare: (n: number) => () => void): number {
  const took: number[] = [];
  for (let n = 0; n < times + 50; n++) {
    const act = prepare(n);
    const start = performance.now();
    act();
    if (n >= 50) took.push(performance.now() - start);
  }
  return took.toSorted((a, b) => a - b)[Math.floor(took.length * 0.95)]!;
}
