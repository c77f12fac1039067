import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Chance } from '../../../test/builders/chance.ts';
import { APP, WEB } from '../../../test/builders/cast.ts';
import { commandOf } from '../../../test/builders/commands.ts';
import { dump, dumpIndexes, loadedAfresh, namesOfCollections } from '../../../test/builders/dump.ts';
import { furnished } from '../../../test/builders/furnished.ts';
import type { Who, World } from '../../../test/builders/world.ts';
import { collections, type Collections } from '../collections.ts';
import { emptyWorkspace, model } from '../model.ts';
import { HIDDEN_TEAM } from '../team/team.ts';
import type { Change } from './change.ts';
import type { Collection } from './field.ts';
import { itemsByRank } from '../backlog/item.ts';
import type { Entry } from './entry.ts';
import type { Access } from './model.ts';
import { beforeOf, project, viewOf } from './project.ts';
import { LONGEST_KEY } from './rank.ts';
import { refsOf } from './references.ts';
import { Refusal } from './refusal.ts';
import type { Workspace } from './workspace.ts';

/** A walk is a list of seeds: each makes one command out of what is there then. */
const walks = fc.array(fc.nat(), { maxLength: 60, size: 'max' });
const RUNS = { numRuns: 25 };
const TIMEOUT_MS = 60_000;

interface Step {
  readonly world: World;
  readonly entry: Entry | null;
}

/** Takes a walk with random commands of random people; `each` looks after every step. */
function walk(seeds: readonly number[], each: (step: Step) => void = () => {}): World {
  const world = furnished();
  for (const seed of seeds) {
    const chance = new Chance(seed);
    if (chance.often(0.1)) world.later(1);
    each({ world, entry: step(world, chance) });
  }
  return world;
}

const PEOPLE: readonly Who[] = ['ada', 'ada', 'pia', 'tom'];

function step(world: World, chance: Chance): Entry | null {
  const calls = Array.from({ length: chance.often(0.15) ? 2 : 1 }, () => commandOf(world, chance));
  const as = chance.pick(PEOPLE.filter((who) => tried(() => world.access(who))));
  try {
    return world.batch(calls, as).entry;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw new Error(`${calls.map(({ verb, input }) => `${verb.name} ${JSON.stringify(input)}`).join('; ')}: ${String(error)}`, { cause: error });
  }
}

test(
  'the log replayed gives the live state, also read back from JSON',
  () => {
    fc.assert(
      fc.property(walks, (seeds) => {
        const world = walk(seeds);
        const replayed = emptyWorkspace();
        for (const { changes, seq, at } of JSON.parse(JSON.stringify(world.log)) as Entry[]) replayed.apply(changes, { seq, at });
        expect(dump(replayed)).toEqual(dump(world.workspace));
        expect(dumpIndexes(replayed)).toEqual(dumpIndexes(world.workspace));
      }),
      RUNS,
    );
  },
  TIMEOUT_MS,
);

test(
  'a workspace that adopts forks is what it would be if it had applied their changes, and so is a fork that does',
  () => {
    fc.assert(
      fc.property(walks, (seeds) => {
        const world = walk(seeds);
        const adopting = emptyWorkspace();
        const lower = emptyWorkspace();
        const fork = lower.fork();
        for (const { changes, seq, at } of world.log) {
          for (const one of [adopting, fork]) {
            const next = one.fork();
            next.apply(changes, { seq, at });
            one.adopt(next);
            expect(() => next.find('product', APP)).toThrow('stale');
          }
        }
        for (const one of [adopting, fork]) expect([dump(one), dumpIndexes(one)]).toEqual([dump(world.workspace), dumpIndexes(world.workspace)]);
        expect(dump(lower)).toEqual(dump(emptyWorkspace()));
        lower.adopt(fork);
        expect([dump(lower), dumpIndexes(lower)]).toEqual([dump(world.workspace), dumpIndexes(world.workspace)]);
        expect(dumpIndexes(adopting)).toEqual(dumpIndexes(loadedAfresh(adopting)));
      }),
      RUNS,
    );
  },
  TIMEOUT_MS,
);

test(
  'every index is what it would be if it were made afresh, in forks too',
  () => {
    fc.assert(
      fc.property(walks, fc.nat(), (seeds, seed) => {
        const world = walk(seeds);
        expect(dumpIndexes(world.workspace)).toEqual(dumpIndexes(loadedAfresh(world.workspace)));
        const fork = forkOf(world, seed);
        if (fork) expect(dumpIndexes(fork)).toEqual(dumpIndexes(loadedAfresh(fork)));
      }),
      RUNS,
    );
  },
  TIMEOUT_MS,
);

test(
  'a fork leaves what it was made from untouched, shows what the command then does, and is stale afterwards',
  () => {
    fc.assert(
      fc.property(walks, fc.nat(), (seeds, seed) => {
        const world = walk(seeds);
        const before = [dump(world.workspace), dumpIndexes(world.workspace)];
        const call = commandOf(world, new Chance(seed));
        const fork = tried(() => world.fork([call]));
        expect([dump(world.workspace), dumpIndexes(world.workspace)]).toEqual(before);
        if (!fork) return;
        const shown = [dump(fork), dumpIndexes(fork)];
        const { entry } = world.run(call.verb, call.input as never);
        expect([dump(world.workspace), dumpIndexes(world.workspace)]).toEqual(shown);
        if (entry) expect(() => fork.find('product', APP)).toThrow('stale');
      }),
      RUNS,
    );
  },
  TIMEOUT_MS,
);

test(
  'a command that is refused leaves everything as it was',
  () => {
    fc.assert(
      fc.property(walks, (seeds) => {
        let before: unknown = null;
        walk(seeds, ({ world, entry }) => {
          const now = [dump(world.workspace), dumpIndexes(world.workspace)];
          if (entry === null && before !== null) expect(now).toEqual(before);
          before = now;
        });
      }),
      { numRuns: 12 },
    );
  },
  TIMEOUT_MS,
);

test(
  'no rule is ever broken, every reference is alive, and rank keys are short and unique',
  () => {
    fc.assert(
      fc.property(walks, (seeds) => {
        walk(seeds, ({ world, entry }) => {
          if (!entry) return;
          expect(brokenIn(world.workspace)).toEqual([]);
          expect(deadRefs(world.workspace)).toEqual([]);
        });
      }),
      RUNS,
    );
  },
  TIMEOUT_MS,
);

const SEERS: readonly Who[] = ['tom', 'sam', 'gus'];

test(
  'what is sent of an entry makes of a view what the view is afterwards, for all who see a part of it',
  () => {
    fc.assert(
      fc.property(walks, (seeds) => {
        const views = new Map<Who, { key: string; view: Workspace<Collections> }>();
        walk(seeds, ({ world, entry }) => {
          for (const who of SEERS) {
            const access = tried(() => world.access(who));
            if (!access) continue;
            const seen = viewOf(model, world.workspace, access);
            const known = views.get(who);
            if (known?.key !== access.key) views.set(who, { key: access.key, view: seen });
            else if (entry) {
              const hidden = hiddenItems(world, [known.view, seen]);
              const sent = follow(known.view, { world, entry, access });
              expect(hidden.filter((id) => sent.includes(id))).toEqual([]);
            }
            expect(dump(views.get(who)!.view)).toEqual(dump(seen));
            expect(dumpIndexes(views.get(who)!.view)).toEqual(dumpIndexes(seen));
            const shown = JSON.stringify(dump(seen));
            expect(hiddenItems(world, [seen]).filter((id) => shown.includes(id))).toEqual([]);
            expect(hiddenTeams(world, seen).filter((id) => shown.includes(id))).toEqual([]);
            expect(deadRefs(seen, HIDDEN_TEAM).filter((ref) => !ref.startsWith('link'))).toEqual([]);
          }
        });
      }),
      { numRuns: 12 },
    );
  },
  TIMEOUT_MS,
);

/** Applies to a view what is sent of an entry, as it comes out of JSON; gives the JSON. */
function follow(view: Workspace<Collections>, { world, entry, access }: { world: World; entry: Entry; access: Access }): string {
  const before = beforeOf(world.workspace, world.befores.get(entry.seq)!);
  const sent = JSON.stringify(project(model, access, { before, after: world.workspace, changes: entry.changes }));
  view.apply(JSON.parse(sent) as Change[], { seq: entry.seq, at: entry.at });
  return sent;
}

/** The ids of all items that none of these views shows. */
const hiddenItems = (world: World, views: readonly Workspace<Collections>[]): string[] =>
  Array.from(world.workspace.all('item'), ({ id }) => id).filter((id) => views.every((view) => !view.find('item', id)));

/** The ids of all teams that this view does not show: what is theirs goes by one id that is nobody's. */
const hiddenTeams = (world: World, view: Workspace<Collections>): string[] =>
  Array.from(world.workspace.all('team'), ({ id }) => id).filter((id) => !view.find('team', id));

function forkOf(world: World, seed: number): Workspace<Collections> | null {
  return tried(() => world.fork([commandOf(world, new Chance(seed))]));
}

function tried<T>(act: () => T): T | null {
  try {
    return act();
  } catch (error) {
    if (error instanceof Refusal || (error instanceof Error && error.message.endsWith('cannot sign in'))) return null;
    throw error;
  }
}

function brokenIn(workspace: Workspace<Collections>): unknown[] {
  const broken = namesOfCollections.flatMap((name) => [...workspace.all(name)].flatMap((record) => model.broken(workspace, { in: name, id: record.id }) ?? []));
  const ranks = [APP, WEB].flatMap((product) => {
    const keys = Array.from(workspace.list(itemsByRank, product), ({ rank }) => rank);
    return new Set(keys).size < keys.length || keys.some(({ length }) => length > LONGEST_KEY) ? [{ code: 'rank', keys }] : [];
  });
  return [...broken, ...ranks];
}

function deadRefs(workspace: Workspace<Collections>, nobodys?: string): string[] {
  return namesOfCollections.flatMap((name) =>
    [...workspace.all(name)].flatMap((record) =>
      refsOf(collections[name] as Collection, record)
        .filter(({ to, id }) => id !== nobodys && !workspace.find(to as keyof Collections, id))
        .map(({ field }) => `${name}.${field}`),
    ),
  );
}
