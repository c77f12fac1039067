import type { Daily } from './use-daily.ts';

/** What is not finished of what was taken on, what an even pace would have left by tonight, and the days that remain. */
export function Remaining({ daily: { burndown, unit, days } }: { daily: Daily }) {
  const last = burndown?.days.at(-1);
  const even = burndown?.ideal.find(({ day }) => day === days.today);
  return (
    <p className="num text-l">
      {last && (
        <>
          <strong className="font-semibold">
            {last.left[unit]} of {last.scope[unit]} {unit}
          </strong>{' '}
        </>
      )}
      <span className="text-ink-2">
        {last ? 'remaining, ' : ''}
        {days.left} working {days.left === 1 ? 'day' : 'days'} left
        {even ? `; an even pace would have ${toTenth(even.left[unit])} left tonight` : ''}
      </span>
    </p>
  );
}

const toTenth = (amount: number): number => Math.round(amount * 10) / 10;
