import { describe, expect, test } from 'vitest';
import { APP, CAST, stateId, WEB } from '../../../test/builders/cast.ts';
import { editAny } from '../../../test/builders/edit.ts';
import { IN_2_WEEKS, IN_4_WEEKS, planned, type Planned } from '../../../test/builders/planned.ts';
import type { Category } from '../backlog/category.ts';
import { DEFAULT_STATES } from '../backlog/default-states.ts';
import { setParent } from '../backlog/set-parent.ts';
import { setState } from '../backlog/set-state.ts';
import { updateItems } from '../backlog/update-items.ts';
import { cancelRelease, reopenRelease } from './cancel-release.ts';
import { draftNotes } from './draft-notes.ts';
import { putInRelease } from './put-in-release.ts';
import { releaseReport } from './release-report.ts';
import { shipRelease } from './ship-release.ts';
import { updateRelease } from './update-release.ts';
import { writeReleaseNotes } from './write-notes.ts';

const DONE = stateId(
  APP,
  DEFAULT_STATES.findIndex(({ group }) => group === 'done'),
);
const finish = (world: Planned, ...titles: string[]) => world.run(setState, { items: world.ids(...titles), state: DONE });
const where = (world: Planned, ...titles: string[]) => titles.map((title) => world.item(title).release);

/** Two releases, of which the first holds what is done and what is not. */
function twoReleases() {
  const world = planned({ done: 3, late: 5, later: 2, free: 1 });
  const [first, next] = [world.release('2.4', IN_2_WEEKS), world.release('2.5', IN_4_WEEKS)];
  world.put(first, 'done', 'late', 'later');
  finish(world, 'done');
  return { world, first, next };
}

describe('shipping a release', () => {
  test('keeps what is done, sends on what is not, says the day and keeps the notes; and is taken back as one', () => {
    const { world, first, next } = twoReleases();
    world.later(12);
    const { entry } = world.run(shipRelease, { release: first, to: next, except: [{ item: world.id('later'), to: null }], notes: '# 2.4' });
    expect(where(world, 'done', 'late', 'later', 'free')).toEqual([first, next, null, null]);
    const { state, shippedOn, notes } = world.workspace.get('release', first);
    expect([state, shippedOn, world.texts.get(notes!)?.body]).toEqual(['shipped', '2026-03-14', '# 2.4']);
    world.undo(entry);
    expect(where(world, 'done', 'late', 'later')).toEqual([first, first, first]);
    expect(world.workspace.get('release', first)).toMatchObject({ state: 'planned', shippedOn: null, notes: null });
  });

  test('says the day in the product’s zone', () => {
    const { world, first } = twoReleases();
    world.run(editAny, { in: 'product', id: APP, values: { zone: 'Pacific/Kiritimati' } });
    world.now = '2026-03-10T12:00:00.000Z';
    world.run(shipRelease, { release: first });
    expect(world.workspace.get('release', first).shippedOn).toBe('2026-03-11');
  });

  test('lists what is unfinished best first; tasks go with their story, what came in meanwhile where all go, what is parked or trashed to none', () => {
    const { world, first, next } = twoReleases();
    world.add({ task: null, loose: null }, { type: 'task', parent: world.id('late') });
    world.add({ parked: 1, trashed: 1, new: 1 });
    world.put(first, 'task', 'loose', 'parked', 'trashed');
    world.run(editAny, { in: 'item', id: world.id('parked'), values: { parkedAt: world.now } });
    world.run(editAny, { in: 'item', id: world.id('trashed'), values: { trashedAt: world.now } });
    const unfinished = () => releaseReport.of(world.workspace, { release: first }, { now: world.now }).unfinished;
    expect(world.titles(unfinished())).toBe('late later');
    const except = [
      { item: world.id('late'), to: null },
      { item: world.id('loose'), to: next },
      { item: world.id('done'), to: next },
    ];
    world.put(first, 'new').run(shipRelease, { release: first, to: next, except });
    expect(where(world, 'late', 'task', 'loose', 'later', 'new', 'parked', 'trashed', 'done')).toEqual([null, null, next, next, next, null, null, first]);
    expect(unfinished()).toEqual([]);
  });

  test('takes open releases of the product only, as what ends and as what is joined', () => {
    const { world, first, next } = twoReleases();
    const theirs = world.release('1.0', IN_2_WEEKS, { product: WEB });
    const refused = (input: object) => world.refusal(() => world.run(shipRelease, { release: first, ...input }));
    expect(refused({ to: first })).toEqual([{ code: 'release-closed', release: first }]);
    expect(refused({ to: theirs })).toEqual([{ code: 'not-there', collection: 'release', id: theirs }]);
    world.run(cancelRelease, { release: next });
    expect(refused({ except: [{ item: world.id('late'), to: next }] })).toEqual([{ code: 'release-closed', release: next }]);
    expect(world.refusal(() => world.run(shipRelease, { release: next }))).toEqual([{ code: 'release-closed', release: next }]);
    expect(where(world, 'late')).toEqual([first]);
  });

  test('is for who plans it and what its items join', () => {
    const { world, first, next } = twoReleases();
    world.run(updateRelease, { release: first, lead: CAST.tom.id });
    const denied = (to: string | null) => world.refusal(() => world.run(shipRelease, { release: first, to }, 'tom'));
    expect(denied(next)).toEqual([{ code: 'not-allowed', may: 'plan-releases' }]);
    expect(denied(null)).toEqual([]);
  });
});

describe('cancelling and reopening a release', () => {
  test('cancelling sends the unfinished away and is taken back as one', () => {
    const { world, first, next } = twoReleases();
    world.run(cancelRelease, { release: first, to: next });
    expect([world.workspace.get('release', first).state, ...where(world, 'done', 'late')]).toEqual(['cancelled', first, next]);
    expect(world.lines().lines.map(({ release }) => release)).toEqual([next]);
    world.undo();
    expect([world.workspace.get('release', first).state, ...where(world, 'late')]).toEqual(['planned', first]);
  });

  test('what was moved away before it shipped does not come back into it by an undo, open as it is', () => {
    const { world, first, next } = twoReleases();
    const { entry } = world.run(putInRelease, { items: world.ids('late'), release: next });
    const taken = world.run(putInRelease, { items: world.ids('later'), release: null }).entry;
    world.run(shipRelease, { release: first });
    for (const one of [entry, taken]) expect(world.refusal(() => world.undo(one))).toMatchObject([{ code: 'nothing-to-undo' }]);
    expect(where(world, 'late', 'later')).toEqual([next, null]);
    finish(world, 'late');
    world.undo(entry); // what is done may have been done in it
    expect(where(world, 'late')).toEqual([first]);
  });

  test('opening it again is not taken back while something open is in it', () => {
    const { world, first } = twoReleases();
    world.run(cancelRelease, { release: first });
    const { entry } = world.run(reopenRelease, { release: first });
    world.run(putInRelease, { items: world.ids('late'), release: first });
    expect(world.refusal(() => world.undo(entry))).toMatchObject([{ code: 'nothing-to-undo' }]);
    expect([world.workspace.get('release', first).state, ...where(world, 'late')]).toEqual(['planned', first]);
    world.run(putInRelease, { items: world.ids('late'), release: null });
    world.undo(entry);
    expect(world.workspace.get('release', first).state).toBe('cancelled');
  });

  test('a shipped release opens under way, a cancelled one as planned, each without what left it; an open one not', () => {
    const { world, first, next } = twoReleases();
    world.run(shipRelease, { release: first });
    world.run(cancelRelease, { release: next });
    for (const release of [first, next]) world.run(reopenRelease, { release });
    expect([first, next].map((id) => world.workspace.get('release', id).state)).toEqual(['active', 'planned']);
    expect([world.workspace.get('release', first).shippedOn, ...where(world, 'late')]).toEqual([null, null]);
    expect(world.refusal(() => world.run(reopenRelease, { release: first }))).toEqual([{ code: 'release-open', release: first }]);
  });
});

describe('the notes of a release', () => {
  test('draft themselves from what is done, grouped by category, without internal work and told once', () => {
    const world = planned({}).add({ 'Offline maps': null }, { type: 'feature' });
    world.add({ tiles: 3 }, { parent: world.id('Offline maps') });
    world.add({ 'Share a *tour*': 2, open: 1 }).add({ 'No crash at dusk': 1 }, { type: 'bug' }).add({ 'Tidy the build': 1 }, { type: 'chore' });
    world.add({ 'Faster start': 2, 'New cluster': 5, 'Larger buttons': 1 });
    const categories: Record<string, Category> = { 'Faster start': 'enhancement', 'New cluster': 'infrastructure', 'Larger buttons': 'ui-enhancement' };
    for (const [title, category] of Object.entries(categories)) world.run(updateItems, { items: world.ids(title), category });
    const done = ['tiles', 'Offline maps', 'Share a *tour*', 'No crash at dusk', 'Tidy the build', ...Object.keys(categories)];
    const release = world.release('2.4', IN_2_WEEKS);
    world.put(release, ...done, 'open');
    finish(world, ...done);
    world.run(updateRelease, { release, goal: 'Nobody gets lost' });
    expect(draftNotes(world.workspace, release)).toBe(
      [
        '# 2.4',
        'Nobody gets lost',
        '## New',
        '- Offline maps\n- Share a \\*tour\\*',
        '## Better',
        '- Faster start',
        '## Easier to use',
        '- Larger buttons',
        '## Fixed',
        '- No crash at dusk\n',
      ].join('\n\n'),
    );
  });

  test('name what is done for others below what is internal itself', () => {
    const world = planned({}).add({ 'New cluster': null }, { type: 'epic' });
    world.run(updateItems, { items: world.ids('New cluster'), category: 'infrastructure' });
    world.add({ 'Faster maps': 2 }, { parent: world.id('New cluster') }).add({ 'Tidy up': 1 }, { type: 'chore', parent: world.id('New cluster') });
    const release = world.release('2.4', IN_2_WEEKS);
    world.put(release, 'New cluster', 'Faster maps', 'Tidy up');
    finish(world, 'New cluster', 'Faster maps', 'Tidy up');
    expect(draftNotes(world.workspace, release)).toBe('# 2.4\n\n## New\n\n- Faster maps\n');
  });

  test('name what is done below a feature that goes on', () => {
    const world = planned({}).add({ 'Offline maps': null }, { type: 'feature' });
    world.add({ tiles: 3, routes: 5 });
    world.run(setParent, { items: world.ids('tiles', 'routes'), parent: world.id('Offline maps') });
    const release = world.release('2.4', IN_2_WEEKS);
    world.put(release, 'Offline maps');
    finish(world, 'tiles');
    expect(draftNotes(world.workspace, release)).toBe('# 2.4\n\n## New\n\n- tiles\n');
  });

  test('are written before and after it ships, and never over what somebody else has saved', () => {
    const { world, first } = twoReleases();
    world.run(writeReleaseNotes, { release: first, base: null, text: 'one' });
    const base = world.workspace.get('release', first).notes;
    expect(world.refusal(() => world.run(writeReleaseNotes, { release: first, base: null, text: 'two' }))).toEqual([
      { code: 'stale-text', field: 'notes', current: base },
    ]);
    world.run(shipRelease, { release: first });
    world.run(writeReleaseNotes, { release: first, base, text: '' });
    expect(world.workspace.get('release', first)).toMatchObject({ state: 'shipped', notes: null });
  });
});

describe('what is unusual about a release', () => {
  const warnings = (world: Planned, release: string) =>
    releaseReport.of(world.workspace, { release }, { now: world.now }).warnings.map((warning) => Object.values(warning));

  test('is said of more than three open ones, of one longer than three months and of one with nothing new', () => {
    const world = planned({}).add({ debt: 1 }, { type: 'chore' });
    const first = world.release('2.4', IN_2_WEEKS);
    expect(warnings(world, first)).toEqual([]);
    world.put(first, 'debt');
    expect(warnings(world, first)).toEqual([['no-feature', 1]]);
    world.add({ story: 1 }).put(first, 'story');
    expect(warnings(world, first)).toEqual([]);
    // From 13 March on: 92 days are three months, 93 are more.
    const usual = world.release('2.5', '2026-06-13');
    const long = world.release('2.6', '2026-09-14');
    expect([usual, long].map((id) => warnings(world, id))).toEqual([[], [['too-long', 93]]]);
    world.release('2.7', null);
    expect(warnings(world, first)).toEqual([['many-open', 4]]);
    world.run(cancelRelease, { release: long });
    expect(warnings(world, long)).toEqual([]);
  });
});
