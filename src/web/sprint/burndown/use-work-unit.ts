import { useSearch } from '@tanstack/react-router';
import { unitOf } from '../../../domain/capacity/unit.ts';
import { WORK_UNITS, type WorkUnit } from '../../../domain/sprint/work.ts';
import { useLook } from '../../store/hooks.ts';

export const WORK_UNIT_NAMES = [
  { id: 'points', label: 'Points' },
  { id: 'hours', label: 'Hours' },
  { id: 'items', label: 'Items' },
] as const satisfies readonly { id: WorkUnit; label: string }[];

/** What a sprint is counted in: as the address says, else as its product's lines are. */
export function useWorkUnit(product: string): WorkUnit {
  const { unit } = useSearch({ strict: false }) as { unit?: string };
  const usual = useLook((view) => unitOf(view, product), [product]);
  return WORK_UNITS.find((one) => one === unit) ?? usual;
}
