import type { MilestoneKind } from '../../domain/release/milestone.ts';
import { KIND_NAMES } from './milestone-kinds.ts';

/** Kinds differ by shape: a triangle from outside, a bar for a freeze, a star-like diamond for a launch. */
const SHAPES: Record<MilestoneKind, string> = {
  external: 'M6 1.5 11 10.5H1Z',
  freeze: 'M2 2h3v8H2ZM7 2h3v8H7Z',
  launch: 'M6 .5 11.5 6 6 11.5 .5 6Z',
};

export function MilestoneMark({ kind }: { kind: MilestoneKind }) {
  return (
    <svg viewBox="0 0 12 12" role="img" aria-label={KIND_NAMES[kind]} className="size-3 shrink-0 text-triage">
      <path d={SHAPES[kind]} fill="currentColor" />
    </svg>
  );
}
