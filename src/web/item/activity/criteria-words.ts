import type { Criterion } from '../../../domain/backlog/criterion.ts';
import type { View } from '../../../domain/collections.ts';
import type { Change } from '../../../domain/kernel/change.ts';

/** What happened to the criteria, several of a kind together. */
export function criteriaWords(view: View, changes: readonly Change[]): string[] {
  const own = changes.filter((change) => change.in === 'criterion');
  const textOf = (change: Change) => (change.op === 'update' ? (view.find('criterion', change.id)?.text ?? '') : (change.record as Criterion).text); // it is in the collection of criteria
  const told = (verb: string, which: readonly Change[]) =>
    which.length === 0 ? [] : which.length === 1 ? [`${verb} the criterion “${textOf(which[0]!)}”`] : [`${verb} ${which.length} criteria`];
  const updates = own.filter((change) => change.op === 'update');
  return [
    ...told(
      'added',
      own.filter(({ op }) => op === 'create'),
    ),
    ...told(
      'removed',
      own.filter(({ op }) => op === 'remove'),
    ),
    ...told(
      'ticked off',
      updates.filter(({ to }) => to['done'] === true),
    ),
    ...told(
      'unticked',
      updates.filter(({ to }) => to['done'] === false),
    ),
    ...told(
      'changed',
      updates.filter(({ to }) => 'text' in to),
    ),
    ...(updates.some(({ to }) => 'place' in to) && own.length === updates.length ? ['put the criteria in another order'] : []),
  ];
}
