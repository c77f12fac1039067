import type { Day } from '../../domain/kernel/day.ts';
import type { Release } from '../../domain/release/release.ts';
import { noForecast } from '../cutline/no-forecast.ts';
import { useReleaseForecast } from '../schedule/use-release-forecast.ts';
import { useMay } from '../store/hooks.ts';
import { ChoiceChip } from '../ui/ChoiceChip.tsx';
import { cx } from '../ui/cx.ts';
import { exactDay, shortDay } from '../ui/format-day.ts';
import { percentOf } from '../ui/percent.ts';

const CHOICES = [0.5, 0.7, 0.8, 0.85, 0.9, 0.95];

export interface ReleaseLikelyProps {
  readonly release: Release;
  readonly today: Day;
  readonly canEdit: boolean;
  readonly onChange: (confidence: number) => void;
}

/** How sure the release's date is to be, how sure it is, and by which days it would be surer. For those who see forecasts. */
export function ReleaseLikely(props: ReleaseLikelyProps) {
  const maySee = useMay('see-forecasts', { in: 'release', id: props.release.id });
  return maySee ? <Likely {...props} /> : null;
}

function Likely({ release, today, canEdit, onChange }: ReleaseLikelyProps) {
  const { forecast, isOld } = useReleaseForecast(release);
  if (forecast === null) return null;
  const { chance, days, teams } = forecast;
  const unknown = teams.find(({ isEnough }) => !isEnough);
  return (
    <>
      {canEdit && release.dueOn !== null && (
        <ChoiceChip
          label="sure to"
          value={percentOf(release.confidence)}
          isOpenPlace={false}
          hint="With what chance its line may be relied on"
          listLabel="Sure to"
          choices={CHOICES.map((share) => ({ id: String(share), label: percentOf(share) }))}
          chosen={[String(release.confidence)]}
          onChoose={(share) => onChange(Number(share))}
        />
      )}
      {chance !== null ? (
        <span className={cx('num shrink-0 whitespace-nowrap max-tablet:hidden', isOld && 'opacity-40')} data-likely={isOld ? 'old' : 'new'}>
          <span className="font-medium text-ink">{percentOf(chance)} likely</span>
          {days.map(({ with: share, day }) => (
            <span key={share} className="ps-2 text-ink-2" title={day === null ? undefined : exactDay(day)}>
              {percentOf(share)} {day === null ? 'not in three years' : shortDay(day, today)}
            </span>
          ))}
        </span>
      ) : (
        unknown && (
          <span className="num shrink-0 whitespace-nowrap text-ink-3 max-tablet:hidden" data-likely>
            {noForecast(unknown, today)}
          </span>
        )
      )}
    </>
  );
}
