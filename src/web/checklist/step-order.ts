import type { RowPlace } from '../ui/use-row-drag.ts';

/** A step in the order of its checklist, with its phase. */
export interface Placed {
  readonly id: string;
  readonly phase: string;
}

/** Where a step goes: under which other one (null: to the top), and in which phase. */
export interface StepPlace {
  readonly after: string | null;
  readonly phase: string;
}

/** Where a step goes that is dropped beside another one; undefined where it stands already. */
export function placeBeside(steps: readonly Placed[], moved: string, { row, edge }: RowPlace): StepPlace | undefined {
  const rest = steps.filter(({ id }) => id !== moved);
  const at = rest.findIndex(({ id }) => id === row);
  const own = steps.findIndex(({ id }) => id === moved);
  if (at < 0 || own < 0) return undefined;
  const place = { after: rest[edge === 'below' ? at : at - 1]?.id ?? null, phase: rest[at]!.phase };
  const stays = place.after === (steps[own - 1]?.id ?? null) && place.phase === steps[own]!.phase;
  return stays ? undefined : place;
}

/** Where a step goes that moves one place up or down: at the end of its phase into the next one; undefined at the end of all. */
export function placeStepped(steps: readonly Placed[], moved: string, by: 1 | -1): StepPlace | undefined {
  const at = steps.findIndex(({ id }) => id === moved);
  const [own, neighbour] = [steps[at], steps[at + by]];
  if (!own || !neighbour) return undefined;
  if (neighbour.phase !== own.phase) return { after: steps[at - 1]?.id ?? null, phase: neighbour.phase };
  return placeBeside(steps, moved, { row: neighbour.id, edge: by === 1 ? 'below' : 'above' });
}
