import fc from 'fast-check';
import { expect, test } from 'vitest';
import { APP, fixedId, stateId } from '../../../test/builders/cast.ts';
import { editAny, makeAny } from '../../../test/builders/edit.ts';
import { Planned } from '../../../test/builders/planned.ts';
import { createItems } from '../backlog/create-items.ts';
import { DEFAULT_STATES } from '../backlog/default-states.ts';
import type { Item } from '../backlog/item.ts';
import { teamOf } from '../backlog/team-of.ts';
import { setShare } from '../capacity/set-share.ts';
import type { Share } from '../capacity/share.ts';
import type { Link } from '../dependency/link.ts';
import { setTeamEstimate } from '../backlog/set-team-estimate.ts';
import type { TeamEstimate } from '../estimation/team-estimate.ts';
import { SPRINT_WITHOUT_TEAM } from '../sprint/sprint.ts';
import type { Estimate, Size } from '../estimation/estimate.ts';
import type { Day } from '../kernel/day.ts';
import type { Release } from '../release/release.ts';
import { updateTeam } from '../capacity/update-team.ts';
import type { Team } from '../team/team.ts';
import { updateProduct } from '../product/update-product.ts';
import { verbs } from '../verbs.ts';
import { whyOf } from './why.ts';

const TODAY = '2026-03-02';
const TYPES = ['epic', 'feature', 'story', 'bug', 'chore', 'task'] as const;
const SIZE = { epic: 4, feature: 3, story: 2, bug: 2, chore: 2, task: 1 };

const sprintId = (at: number) => fixedId(0x5000 + at);
const KEPT = [null, 'technical-debt', 'defect'] as const;
const CATEGORY = { epic: 'new-feature', feature: 'new-feature', story: 'new-feature', bug: 'defect', chore: 'technical-debt', task: 'new-feature' };

const estimate: fc.Arbitrary<Estimate | null> = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 16 }).map((halves) => ({ kind: 'points' as const, value: halves / 2 })) },
  { weight: 2, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.constantFrom('S', 'XL').map((value) => ({ kind: 'size' as const, value: value as Size })) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 30 }).map((left) => ({ kind: 'hours' as const, original: 40, remaining: left, spent: null })) },
);
const item = fc.record({
  type: fc.constantFrom(...TYPES),
  parent: fc.option(fc.nat(30), { freq: 3 }),
  estimate,
  team: fc.option(fc.nat(2), { freq: 2 }),
  release: fc.option(fc.nat(3), { freq: 2 }),
  group: fc.constantFrom('backlog', 'backlog', 'backlog', 'ready', 'in-progress', 'done', 'declined'),
  category: fc.constantFrom(null, null, null, 'defect', 'technical-debt', 'infrastructure'),
  /** In the running sprint of a team. */
  sprint: fc.option(fc.nat(2), { freq: 3, nil: null }),
  /** What it takes of another team, in halves. */
  needs: fc.option(fc.tuple(fc.nat(2), fc.integer({ min: 1, max: 8 })), { freq: 3, nil: null }),
  /** Of ten open ones, one is parked and one in the trash. */
  away: fc.nat(9),
});
const plan = fc.record({
  unit: fc.constantFrom('points' as const, 'points' as const, 'items' as const),
  items: fc.array(item, { minLength: 1, maxLength: 30 }),
  paces: fc.array(
    fc.option(
      fc.integer({ min: 0, max: 60 }).map((halves) => halves / 2),
      { freq: 8 },
    ),
    { minLength: 3, maxLength: 3 },
  ),
  releases: fc.array(
    fc.record({
      day: fc.option(fc.integer({ min: 2, max: 28 }), { freq: 5 }),
      teams: fc.array(fc.nat(2), { maxLength: 2 }),
      state: fc.constantFrom('planned', 'planned', 'active', 'shipped', 'cancelled'),
    }),
    { minLength: 4, maxLength: 4 },
  ),
  links: fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { maxLength: 12 }),
  /** What each team keeps, in per cent: for unplanned work, for technical debt, for defects. */
  shares: fc.array(fc.tuple(fc.constantFrom(0, 0, 10, 25), fc.constantFrom(0, 0, 20, 33), fc.constantFrom(0, 0, 15, 40)), { minLength: 3, maxLength: 3 }),
});
type Plan = typeof plan extends fc.Arbitrary<infer P> ? P : never;

function worldOf({ unit, items, paces, releases, links, shares }: Plan): Planned {
  const world = new Planned();
  const teams = paces.map((pace, at) => world.team(`Team ${at}`, pace));
  const made = releases.map(({ day, teams: some }, at) =>
    world.release(`R${at}`, day === null ? null : (`2026-03-${String(day).padStart(2, '0')}` as Day), { teams: some.map((one) => teams[one]!) }),
  );
  items.forEach((one, at) => {
    const parent = one.parent === null ? undefined : items[one.parent];
    const fits = parent && one.parent! < at && SIZE[parent.type] > SIZE[one.type];
    const team = one.team === null ? null : teams[one.team]!;
    world.run(createItems, {
      product: APP,
      items: [{ title: `r${at}`, type: one.type, estimate: one.estimate, team, parent: fits ? world.id(`r${one.parent!}`) : null }],
    });
  });
  shares.forEach((kept, at) => KEPT.forEach((category, of) => kept[of]! > 0 && world.run(setShare, { team: teams[at]!, category, percent: kept[of]! })));
  teams.forEach((team, at) =>
    world.run(makeAny, { in: 'sprint', record: { id: sprintId(at), ...SPRINT_WITHOUT_TEAM, product: APP, team, name: `S${at}`, state: 'active' } }),
  );
  items.forEach(({ sprint, needs }, at) => {
    if (sprint !== null) world.run(editAny, { in: 'item', id: world.id(`r${at}`), values: { sprint: sprintId(sprint) } });
    const own = teamOf(world.workspace, world.item(`r${at}`), teams[0]!);
    if (needs && teams[needs[0]] !== own) world.run(setTeamEstimate, { item: world.id(`r${at}`), team: teams[needs[0]]!, points: needs[1] / 2 });
  });
  items.forEach(({ category }, at) => category !== null && world.run(editAny, { in: 'item', id: world.id(`r${at}`), values: { category } }));
  items.forEach(({ release }, at) => release !== null && world.put(made[release]!, `r${at}`));
  items.forEach(({ group, away }, at) => {
    const state = stateId(
      APP,
      DEFAULT_STATES.findIndex((one) => one.group === group),
    );
    if (group !== 'backlog') world.run(editAny, { in: 'item', id: world.id(`r${at}`), values: { state } });
    else if (away === 0) world.run(editAny, { in: 'item', id: world.id(`r${at}`), values: { parkedAt: world.now } });
    else if (away === 1) world.run(editAny, { in: 'item', id: world.id(`r${at}`), values: { trashedAt: world.now } });
  });
  releases.forEach(({ state }, at) => world.run(editAny, { in: 'release', id: made[at]!, values: { state } }));
  for (const link of new Set(links.filter(([a, b]) => a < items.length && b < items.length && a !== b).map(([a, b]) => `r${a} r${b}`))) {
    const [a = '', b = ''] = link.split(' ');
    world.blocks(a, b);
  }
  world.run(updateTeam, { team: teams[1]!, hoursPerPoint: 6 });
  world.run(updateProduct, { product: APP, unit, sizePoints: { XS: 1, S: 2, M: 3, L: 5, XL: 7, XXL: 9 } });
  return world;
}

/** The rule of the product as somebody would work it out on paper, row by row, over the whole list for every line. */
class OnPaper {
  readonly takenBy: Record<string, string> = {};
  readonly used: Record<string, number> = {};
  readonly #items: Item[];
  readonly #links: Link[];
  readonly #groups: Map<string, string>;
  readonly #teams: Team[];
  readonly #unit: string;
  readonly #shares: Share[];
  readonly #estimates: TeamEstimate[];
  readonly #first = new Set<string>();
  readonly #counted = new Set<string>();

  constructor(world: Planned) {
    const all = world.workspace;
    this.#items = [...all.all('item')].sort((a, b) => (a.rank < b.rank ? -1 : 1));
    this.#links = [...all.all('link')].filter(({ type }) => type === 'blocks');
    this.#groups = new Map([...all.all('state')].map(({ id, group }) => [id, group]));
    this.#teams = [...all.all('team')].sort((a, b) => (a.name < b.name ? -1 : 1));
    this.#unit = all.get('product', APP).unit!;
    this.#shares = [...all.all('share')];
    this.#estimates = [...all.all('teamEstimate')];
    const drawing = [...all.all('release')].filter(({ state, dueOn }) => (state === 'planned' || state === 'active') && dueOn !== null);
    drawing.sort((a, b) => (`${a.dueOn}${a.name}` < `${b.dueOn}${b.name}` ? -1 : 1));
    drawing.forEach((release, at) => this.#draw(release, drawing[at - 1]?.dueOn ?? null));
  }

  #draw(release: Release, previous: string | null): void {
    const stopped = new Set<string>();
    const isCandidate = (row: Item) => this.#isRow(row) && !this.takenBy[row.id] && (row.release === null || row.release === release.id);
    const teams = this.#teams.filter(({ id }) => release.teams.length === 0 || release.teams.includes(id));
    const room = new Map(teams.flatMap((team) => this.#kindsOf(team).map((kind) => [`${team.id} ${kind}`, this.#roomOf(team, kind, { release, previous })])));
    const take = (row: Item, isFirst: boolean): void => {
      const keys = this.#needs(row).map(({ team, size }) => ({ key: `${team.id} ${this.#kindOf(team, row)}`, team, size }));
      if (keys.length === 0 || keys.some(({ key, team }) => !room.has(key) || team.pace === null || stopped.has(key))) return;
      if (this.#links.some(({ to, from }) => to === row.id && !this.#isDoneBefore(from, row, release.id))) return;
      const scarce = keys.filter(({ key, size }) => (this.used[`${release.id} ${key}`] ?? 0) + size > room.get(key)!);
      for (const { key } of scarce) stopped.add(key);
      if (scarce.length > 0) return;
      for (const { key, size } of keys) this.used[`${release.id} ${key}`] = (this.used[`${release.id} ${key}`] ?? 0) + size;
      this.takenBy[row.id] = release.id;
      if (isFirst) this.#first.add(row.id);
    };
    for (const row of this.#items) if (this.#isInSprint(row) && isCandidate(row)) take(row, true);
    for (const row of this.#items) if (isCandidate(row)) take(row, false);
  }

  /** What a part of a team's capacity has for a release: less what running sprints hold for others, which is taken off once. */
  #roomOf(team: Team, kind: string, { release, previous }: { release: Release; previous: string | null }): number {
    let room = this.#partOf(team, kind, this.#capacity(team.pace ?? 0, previous, release.dueOn!));
    for (const row of this.#items) {
      const need = this.#needs(row).find((one) => one.team.id === team.id);
      if (!need || this.#kindOf(team, row) !== kind || !this.#isInSprint(row) || this.takenBy[row.id]) continue;
      const key = `${team.id} ${row.id}`;
      const isOwn = row.release === null || row.release === release.id;
      if (isOwn && this.#counted.delete(key)) room += need.size;
      else if (!isOwn && !this.#counted.has(key)) {
        this.#counted.add(key);
        room -= need.size;
      }
    }
    return Math.max(0, room);
  }

  /** A row's own team takes its estimate, others what is said for them. */
  #needs(row: Item): { team: Team; size: number }[] {
    const own = this.#teamOf(row);
    if (!own) return [];
    const others = this.#estimates.filter(({ item, team }) => item === row.id && team !== own.id);
    return [
      { team: own, size: this.#sizeOf(row) },
      ...others.map(({ team, points }) => ({ team: this.#teams.find(({ id }) => id === team)!, size: this.#unit === 'items' ? 1 : points })),
    ];
  }

  #isInSprint = (row: Item): boolean => row.sprint !== null && this.#isRow(row);
  #kindsOf = (team: Team): string[] => ['', ...this.#shares.flatMap((share) => (share.team === team.id && share.category !== null ? [share.category] : []))];

  #capacity(pace: number, previous: string | null, date: string): number {
    let days = 0;
    for (let day = 1; day <= 31; day++) {
      const text = `2026-03-${String(day).padStart(2, '0')}`;
      const weekday = new Date(`${text}T12:00:00Z`).getUTCDay();
      if (text >= TODAY && (previous === null || text > previous) && text <= date && weekday !== 0 && weekday !== 6) days++;
    }
    return Math.floor((pace * days) / 10);
  }

  /** What a row draws on: what its team keeps for its category, or all that the team keeps for nothing. */
  #kindOf(team: Team, row: Item): string {
    const category = row.category ?? CATEGORY[row.type];
    return this.#shares.some((share) => share.team === team.id && share.category === category) ? category : '';
  }

  #partOf(team: Team, kind: string, whole: number): number {
    const own = this.#shares.filter((share) => share.team === team.id);
    const percent = kind === '' ? own.reduce((left, share) => left - share.percent, 100) : own.find(({ category }) => category === kind)!.percent;
    return Math.floor((whole * percent) / 100);
  }

  #isOpen = ({ parkedAt, trashedAt, state }: Item) => parkedAt === null && trashedAt === null && !['done', 'declined'].includes(this.#groups.get(state)!);
  #openChildren = (id: string) => this.#items.filter((child) => child.parent === id && child.type !== 'task' && this.#isOpen(child));
  #isRow = (one: Item): boolean =>
    one.type !== 'task' && this.#isOpen(one) && (!['epic', 'feature'].includes(one.type) || this.#openChildren(one.id).length === 0);
  #item = (id: string | null): Item | undefined => this.#items.find((one) => one.id === id);

  #teamOf(one: Item): Team | undefined {
    for (let at: Item | undefined = one; at; at = this.#item(at.parent)) {
      const own = at.team;
      if (own !== null) return this.#teams.find(({ id }) => id === own);
    }
    return this.#teams[0];
  }

  #above(one: Item): string[] {
    const above: string[] = [];
    for (let at = this.#item(one.parent); at; at = this.#item(at.parent)) above.push(at.id);
    return above;
  }

  #isDoneBefore(id: string, row: Item, line: string): boolean {
    const blocker = this.#item(id)!;
    if (!this.#isOpen(blocker) || this.#above(blocker).includes(row.id) || this.#above(row).includes(id)) return true;
    return this.#isPlannedBefore(blocker, row, line);
  }

  #isPlannedBefore(blocker: Item, row: Item, line: string): boolean {
    if (blocker.type === 'task') {
      const story = this.#item(blocker.parent);
      return story !== undefined && (!this.#isOpen(story) || this.#isTakenBefore(story, row, line));
    }
    const children = this.#openChildren(blocker.id);
    return children.length > 0 ? children.every((child) => this.#isPlannedBefore(child, row, line)) : this.#isTakenBefore(blocker, row, line);
  }

  #isTakenBefore = (blocker: Item, row: Item, line: string): boolean => {
    const by = this.takenBy[blocker.id];
    return by !== undefined && (by !== line || this.#first.has(blocker.id) || blocker.rank < row.rank);
  };

  #sizeOf(row: Item): number {
    const { estimate: given, type } = row;
    if (this.#unit === 'items') return 1;
    if (given?.kind === 'points') return given.value;
    if (given?.kind === 'size') return { S: 2, XL: 7 }[given.value as string]!;
    const rate = this.#teamOf(row)?.hoursPerPoint;
    if (given?.kind === 'hours' && rate) return Math.round((given.remaining! / rate) * 1000) / 1000;
    const points = (some: readonly Item[]) => some.flatMap((one) => (one.estimate?.kind === 'points' ? [one.estimate.value] : [])).sort((a, b) => a - b);
    const ofType = points(this.#items.filter((one) => one.type === type));
    const all = points(this.#items);
    const known = ofType.length >= 5 ? ofType : all;
    if (known.length === 0) return 3;
    const middle = known.length / 2;
    return known.length % 2 === 1 ? known[Math.floor(middle)]! : (known[middle - 1]! + known[middle]!) / 2;
  }
}

test('the lines fall where somebody would draw them on paper, row by row', () => {
  fc.assert(
    fc.property(plan, (given) => {
      const world = worldOf(given);
      const paper = new OnPaper(world);
      const { lines, takenBy } = world.lines();
      const byTitle = (taken: readonly (readonly [string, string])[]) =>
        Object.fromEntries(taken.map(([id, line]) => [world.workspace.get('item', id).title, line]));
      expect(byTitle(Object.entries(takenBy).map(([id, at]) => [id, lines[at]!.release]))).toEqual(byTitle(Object.entries(paper.takenBy)));
      for (const line of lines)
        for (const { team, keptFor, used } of line.teams) expect(used).toBeCloseTo(paper.used[`${line.release} ${team} ${keptFor ?? ''}`] ?? 0, 3);
    }),
    { numRuns: 400 },
  );
});

test('what a why offers as one step does bring the row in', () => {
  fc.assert(
    fc.property(plan, fc.nat(30), (given, at) => {
      const world = worldOf(given);
      const title = `r${at % given.items.length}`;
      const why = whyOf(world.workspace, world.lines(), world.item(title));
      for (const { code, call, asks } of why.fixes) {
        if (asks !== null || !['put-in', 'move-above', 'set-date'].includes(code)) continue;
        world.run(
          verbs.find(({ name }) => name === call.verb)!,
          call.input as never,
        );
        expect(world.lines().takenBy[world.id(title)], `${code} for ${title}`).toBeDefined();
        world.undo();
      }
    }),
    { numRuns: 500 },
  );
});
