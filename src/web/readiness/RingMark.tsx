import { cx } from '../ui/cx.ts';

const TURN = 2 * Math.PI * 5.4;

/** How many of the checks are passed, as a part of a circle. */
export function RingMark({ met, of, tone = 'plain' }: { met: number; of: number; tone?: 'plain' | 'missed' }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 14 14" className="size-3.5">
      <circle
        cx="7"
        cy="7"
        r="5.4"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        className={tone === 'missed' ? 'text-progress' : 'text-edge-strong'}
        strokeDasharray={tone === 'missed' ? '1.6 1.79' : undefined}
      />
      {met > 0 && (
        <circle
          cx="7"
          cy="7"
          r="5.4"
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
          strokeDasharray={`${(TURN * met) / of} ${TURN}`}
          transform="rotate(-90 7 7)"
          className={cx(tone === 'missed' ? 'text-progress' : 'text-ready')}
        />
      )}
    </svg>
  );
}
