import { expect, test } from 'vitest';
import { placeBeside, placeStepped } from './step-order.ts';

const STEPS = [
  { id: 'docs', phase: 'Prepare' },
  { id: 'legal', phase: 'Prepare' },
  { id: 'tell', phase: 'Launch' },
];

test('a step that is dropped beside another one goes into the phase of that one', () => {
  expect(placeBeside(STEPS, 'docs', { row: 'tell', edge: 'below' })).toEqual({ after: 'tell', phase: 'Launch' });
  expect(placeBeside(STEPS, 'docs', { row: 'tell', edge: 'above' })).toEqual({ after: 'legal', phase: 'Launch' });
  expect(placeBeside(STEPS, 'tell', { row: 'docs', edge: 'above' })).toEqual({ after: null, phase: 'Prepare' });
});

test('over itself, and beside a neighbour of its phase where it stands, a step stays', () => {
  expect(placeBeside(STEPS, 'legal', { row: 'legal', edge: 'above' })).toBeUndefined();
  expect(placeBeside(STEPS, 'legal', { row: 'docs', edge: 'below' })).toBeUndefined();
  // The last of a phase and the first of the next one have one place between them in the order, but two phases.
  expect(placeBeside(STEPS, 'legal', { row: 'tell', edge: 'above' })).toEqual({ after: 'docs', phase: 'Launch' });
});

test('a step moves up and down one place, from one phase into the other, and no further than the ends', () => {
  expect(placeStepped(STEPS, 'docs', 1)).toEqual({ after: 'legal', phase: 'Prepare' });
  expect(placeStepped(STEPS, 'legal', 1)).toEqual({ after: 'docs', phase: 'Launch' });
  expect(placeStepped(STEPS, 'tell', -1)).toEqual({ after: 'legal', phase: 'Prepare' });
  expect(placeStepped(STEPS, 'docs', -1)).toBeUndefined();
  expect(placeStepped(STEPS, 'tell', 1)).toBeUndefined();
});
