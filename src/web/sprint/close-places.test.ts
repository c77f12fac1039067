import { expect, test } from 'vitest';
import { callsOfClose, goesTo, placesFor } from './close-places.ts';

const releases = [
  { id: 'r1', name: '2.4', product: 'app' },
  { id: 'r2', name: '2.5', product: 'app' },
  { id: 'r3', name: 'Web 1', product: 'web' },
];
const places = (release: string | null, mayPlan: (release: string) => boolean) =>
  placesFor({ product: 'app', release }, { next: 'Sprint 2', releases, mayPlan });
const labels = (release: string | null, may: boolean) => places(release, () => may).map(({ label }) => label);

test('who plans releases sends an item to the next sprint, to any open release of its product, or to the backlog', () => {
  expect(labels(null, true)).toEqual(['Sprint 2', '2.4', '2.5', 'Backlog']);
  expect(labels('r1', true)).toEqual(['Sprint 2', '2.4, where it is', '2.5', 'Backlog']);
});

test('who does not leaves it in its release', () => {
  expect(labels(null, false)).toEqual(['Sprint 2', 'Backlog']);
  expect(labels('r1', false)).toEqual(['Sprint 2', '2.4, where it is']);
  const mine = places('r1', () => false);
  expect(goesTo({ release: 'r1' }, { all: 'backlog', own: undefined, places: mine })).toBe('release r1');
  expect(goesTo({ release: 'r1' }, { all: 'backlog', own: 'next-sprint', places: mine })).toBe('next-sprint');
});

test('what is said of all holds for each that it can hold for, and closing is one change with what it moves between releases', () => {
  const all = places(null, () => true);
  expect(goesTo({ release: null }, { all: 'release r2', own: undefined, places: all })).toBe('release r2');
  expect(goesTo({ release: null }, { all: 'release r3', own: undefined, places: all })).toBe('backlog');
  const item = (id: string, release: string | null) => ({ id, release });
  expect(
    callsOfClose('s', [
      { item: item('a', 'r1'), to: 'next-sprint' },
      { item: item('b', 'r1'), to: 'release r1' },
      { item: item('c', 'r1'), to: 'backlog' },
      { item: item('d', null), to: 'release r2' },
      { item: item('e', null), to: 'backlog' },
    ]),
  ).toEqual([
    { verb: 'putInRelease', input: { items: ['c'], release: null } },
    { verb: 'putInRelease', input: { items: ['d'], release: 'r2' } },
    { verb: 'closeSprint', input: { sprint: 's', unfinished: 'next-sprint', except: ['b', 'c', 'd', 'e'] } },
  ]);
});
