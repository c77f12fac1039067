import { useParams } from '@tanstack/react-router';
import type { Day } from '../../domain/kernel/day.ts';
import type { Milestone } from '../../domain/release/milestone.ts';
import { places, type At } from '../app/places.ts';
import { MilestoneMark } from '../release/MilestoneMark.tsx';
import { exactDay, shortDay } from '../ui/format-day.ts';
import { Link } from '../ui/frame/link.tsx';
import { milestoneRows } from './milestone-rows.ts';
import type { TimeScale } from './time-scale.ts';

const ROW_PX = 24;

/** Days that stand fast, as small marks with their names; those near each other stand below each other. */
export function MilestoneMarks({ milestones, scale, today }: { milestones: readonly Milestone[]; scale: TimeScale; today: Day }) {
  const at = useParams({ strict: false }) as At;
  const rows = milestoneRows(milestones.map(({ name, on }) => ({ fromPx: scale.toPx(on), letters: name.length })));
  return (
    <li className="relative list-none" style={{ height: ROW_PX * Math.max(1, ...rows.map((row) => row + 1)) }}>
      <ul>
        {milestones.map(({ id, name, on, kind, release }, index) => (
          <li
            key={id}
            className="absolute flex h-6 items-center gap-1.5 text-s whitespace-nowrap"
            style={{ insetInlineStart: scale.toPx(on) - 6, top: rows[index]! * ROW_PX }}
            title={`${name}: ${exactDay(on)}`}
          >
            <MilestoneMark kind={kind} />
            {release === null ? (
              <span>{name}</span>
            ) : (
              <Link href={`${places.release(at, release)}?view=around`} className="rounded-small hover:underline">
                {name}
              </Link>
            )}
            <span className="num text-ink-3">{shortDay(on, today)}</span>
          </li>
        ))}
      </ul>
    </li>
  );
}
