import type { Item } from '../../../domain/backlog/item.ts';
import { cutLines } from '../../../domain/cutline/cut-line.ts';
import { SURE } from '../../../domain/forecast/told.ts';
import { factsOf, forecastFrom, type ItemForecast } from '../../../domain/schedule/item-forecast.ts';
import { dayWith } from '../../../domain/schedule/schedule.ts';
import { nameIn } from '../../app/name-in.ts';
import { useNow } from '../../app/use-now.ts';
import { assumedWords, dateWords, downToWords, finishText, rangeWords, whyNotWords } from '../../schedule/finish-words.ts';
import { useChances } from '../../schedule/use-chances.ts';
import { useSchedule } from '../../schedule/use-schedule.ts';
import { useLook, useMay, useShown } from '../../store/hooks.ts';
import { cx } from '../../ui/cx.ts';
import { exactDay } from '../../ui/format-day.ts';
import { percentOf } from '../../ui/percent.ts';
import { useToday } from '../use-today.ts';
import { Fact } from './Fact.tsx';

/** When an item is likely finished, and what that rests on; for those who see forecasts. Nothing for what is not in the backlog. */
export function FinishFact({ item }: { item: Item }) {
  const maySee = useMay('see-forecasts', { in: 'item', id: item.id });
  return maySee ? <Likely item={item} /> : null;
}

function Likely({ item }: { item: Item }) {
  const now = useNow();
  const facts = useLook((view) => factsOf(view, cutLines(view, item.product, { now }), view.find('item', item.id) ?? item), [item, now]);
  const { schedule, isOld } = useSchedule(item.product);
  const { likely, isOld: isLikelyOld } = useChances(item.product, facts.isWaiting);
  if (facts.why !== null || !schedule || (facts.isWaiting && !likely)) return null;
  return <Told forecast={forecastFrom(facts, { schedule, likely })} item={item} isOld={isOld || (facts.isWaiting && isLikelyOld)} />;
}

function Told({ forecast, item, isOld }: { forecast: ItemForecast; item: Item; isOld: boolean }) {
  const today = useToday(item.product);
  const name = nameIn(useShown());
  const { days, assumed, chance, release, date, why, downTo } = forecast;
  const paced = assumed.map(({ team }) => team);
  const sure = dayWith(SURE, days);
  const lines = [
    days.length > 0 && paced.length === 0 ? rangeWords({ days, paced }, today) : null,
    chance !== null && release !== null && date !== null ? `${dateWords({ days, paced, chance, date }, today)}, the date of ${name('release', release)}` : null,
    downTo.length > 0 ? downToWords({ days: downTo, paced }, today) : null,
    ...assumed.map((one) => assumedWords(one, name('team', one.team))),
  ].filter((line) => line !== null);
  return (
    <Fact label="Finish">
      <div data-finish-fact={isOld ? 'old' : 'new'} className={cx('num', isOld && 'text-ink-3')}>
        {why === null ? (
          <span className={cx(paced.length > 0 && 'italic')} {...(sure && { 'data-tip': exactDay(sure) })}>
            {finishText(sure, today)}
            {paced.length === 0 && ` with ${percentOf(SURE)}`}
          </span>
        ) : (
          <span className="text-ink-2">{whyNotWords(why)}</span>
        )}
        {lines.map((line) => (
          <p key={line} className={cx('text-s leading-5', isOld ? 'text-ink-3' : 'text-ink-2')}>
            {line}
          </p>
        ))}
      </div>
    </Fact>
  );
}
