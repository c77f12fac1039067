import { expect, test } from 'vitest';
import { APP, CAST, stateId } from '../../../test/builders/cast.ts';
import { backlog } from '../../../test/builders/world.ts';
import { filterOf } from './filter-names.ts';
import { parseFilter } from './filter-query.ts';

const meaning = (search: Record<string, string>) => filterOf(backlog().workspace, parseFilter(search), { product: APP, me: CAST.tom.id });

test('names are found whatever their case', () => {
  expect(meaning({ state: 'ready,BACKLOG', assignee: 'pia product', type: 'Bug' })).toMatchObject({
    states: [stateId(APP, 1), stateId(APP, 0)],
    assignees: [CAST.pia.id],
    types: ['bug'],
  });
});

test('me and none are words of their own', () => {
  expect(meaning({ assignee: 'me,none', release: 'none', sprint: 'none', tag: 'none,winter' })).toMatchObject({
    assignees: [CAST.tom.id, null],
    releases: [null],
    sprints: [null],
    tags: [null, 'winter'],
  });
});

test('a name that nothing has finds nothing, rather than everything', () => {
  expect(meaning({ state: 'Frozen' }).states).toEqual(['unknown Frozen']);
});
