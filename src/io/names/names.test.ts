import { describe, expect, it } from 'vitest';
import { isTaskLike, typeOfName } from './item-type-of.ts';
import { priorityLevel } from './priority.ts';
import { declines, isUnresolved } from './resolution.ts';
import { groupOfName } from './state-group-of.ts';

describe('the name of a state', () => {
  it.each([
    ["Won't Do", 'declined'],
    ['Won’t fix', 'declined'],
    ['Rejected by PO', 'declined'],
    ['Done ✅', 'done'],
    ['3. Closed', 'done'],
    ['Finalizada', 'done'],
    ['Fertig', 'done'],
    ['Terminé', 'done'],
    ['Gereed', 'done'],
    ['Code Review', 'in-review'],
    ['MR review', 'in-review'],
    ['Ready for test', 'in-review'],
    ['QA failed', 'in-review'],
    ['UAT', 'in-review'],
    ['En curso', 'in-progress'],
    ['In Arbeit', 'in-progress'],
    ['Blocked', 'in-progress'],
    ['Ready for dev', 'ready'],
    ['Selected for Development', 'ready'],
    ['Triage', 'backlog'],
    ['Needs info', 'backlog'],
    ['Neu', 'backlog'],
    ['Backlog', 'backlog'],
    ['Deploy', null],
    ['Research/Analysis', null],
    ['Wibble', null],
  ])('%s means %s', (name, group) => {
    expect(groupOfName(name, false)).toBe(group);
  });

  it('To do is what is chosen where another state is the heap, else the heap', () => {
    expect(['To Do', 'Tareas por hacer', 'Zu erledigen', 'À faire'].map((name) => groupOfName(name, true))).toEqual(['ready', 'ready', 'ready', 'ready']);
    expect(groupOfName('To Do', false)).toBe('backlog');
  });

  it('never comes into triage', () => {
    expect(['Triage', 'Inbox', 'Submitted', 'In triage'].map((name) => groupOfName(name, false))).not.toContain('triage');
  });
});

describe('other names', () => {
  it('tell types in five languages', () => {
    const names = [
      'Historia',
      'Subtarea',
      'Tarea',
      'Error',
      'Epic',
      'New Feature',
      'Improvement',
      'Sub-task',
      'Unteraufgabe',
      'Récit',
      'Fout',
      'Spike',
      'Gadget',
    ];
    expect(names.map(typeOfName)).toEqual(['story', 'task', 'chore', 'bug', 'epic', 'feature', 'story', 'task', 'task', 'story', 'bug', 'chore', null]);
    expect(['Task', 'Tarea', 'Spike'].map(isTaskLike)).toEqual([true, true, false]);
  });

  it('tell declined from done, and both from unresolved', () => {
    expect(['Fixed', 'Done', 'Listo', "Won't Fix", 'Duplicate', 'Not A Problem', 'Cannot Reproduce', 'Duplikat'].map(declines)).toEqual([
      false,
      false,
      false,
      true,
      true,
      true,
      true,
      true,
    ]);
    expect(['', 'Unresolved', 'Sin resolver', 'Fixed'].map(isUnresolved)).toEqual([true, true, true, false]);
  });

  it('tell what comes first', () => {
    const levels = ['Highest', 'Urgent', 'High', 'Medium', 'Low', 'Trivial'].map((name) => priorityLevel(name)!);
    expect(levels).toEqual([...levels].sort((a, b) => a - b));
    expect(priorityLevel('p1 - High')).toBe(1);
    expect(priorityLevel('no priority')).toBeNull();
  });
});
