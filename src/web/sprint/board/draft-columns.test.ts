import { expect, test } from 'vitest';
import type { StateGroup } from '../../../domain/backlog/state-group.ts';
import type { State } from '../../../domain/backlog/state.ts';
import { movedBy, namedFrom, NOWHERE, withTaking, type DraftColumn } from './draft-columns.ts';

const state = (id: string, group: StateGroup, name = id): State => ({ id, name, group, product: 'app', place: 0, wipLimit: null, isWipStrict: false });
const STATES = [state('todo', 'backlog'), state('doing', 'in-progress'), state('qa', 'in-review'), state('done', 'done')];
const column = (key: string, given: Partial<DraftColumn> = {}): DraftColumn => ({ key, name: key, groups: [], states: [], ...given });
const told = (columns: readonly DraftColumn[]) =>
  columns.map(({ key, groups, states }) => `${key}: ${[...groups.map((group) => `(${group})`), ...states].join(' ')}`);

test('to begin with each state has a column, and states of several products that are called the same share one', () => {
  const other = { ...state('doing 2', 'in-progress', 'doing'), product: 'web' };
  expect(namedFrom([...STATES, other]).map(({ name, states }) => `${name}: ${states.join()}`)).toEqual([
    'todo: todo',
    'doing: doing,doing 2',
    'qa: qa',
    'done: done',
  ]);
});

test('a state that is put in a column leaves the one where it stood, alone or with its group, whose other states stay', () => {
  const columns = [column('a', { groups: ['in-progress', 'done'] }), column('b', { states: ['todo'] })];
  const two = [...STATES, state('pairing', 'in-progress')];
  expect(told(withTaking(columns, { state: 'doing', key: 'b', states: two }))).toEqual(['a: (done) pairing', 'b: todo doing']);
  expect(told(withTaking(columns, { state: 'todo', key: NOWHERE, states: two }))).toEqual(['a: (in-progress) (done)', 'b: ']);
});

test('a column goes left and right, and stays where it can go no further', () => {
  const columns = ['a', 'b', 'c'].map((key) => column(key));
  expect(movedBy(columns, 0, 1).map(({ key }) => key)).toEqual(['b', 'a', 'c']);
  expect(movedBy(columns, 0, -1).map(({ key }) => key)).toEqual(['a', 'b', 'c']);
});
