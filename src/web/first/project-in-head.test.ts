import { expect, test } from 'vitest';
import { projectInHead } from './project-in-head.ts';

test('a file says what its project is called, in the language of its export too', () => {
  expect(projectInHead('Summary,Project key,Project name\nA,TRL,"Trail, head"\nB,TRL,"Trail, head"\n')).toEqual({ key: 'TRL', name: 'Trail, head' });
  expect(projectInHead('Resumen;Clave del proyecto;Nombre del proyecto\nA;TIC;TicketProject\n')).toEqual({ key: 'TIC', name: 'TicketProject' });
});

test('a head that ends inside a cell is good enough', () => {
  expect(projectInHead('Summary,Project name,Description\nA,Trailhead,x\nB,Trailhead,"cut off he').name).toBe('Trailhead');
});

test('rows of several projects, and files without such a column, say nothing', () => {
  expect(projectInHead('Summary,Project name\nA,One\nB,Two\n').name).toBeNull();
  expect(projectInHead('Title,Points\nA,3\n')).toEqual({ key: null, name: null });
  expect(projectInHead('')).toEqual({ key: null, name: null });
});
