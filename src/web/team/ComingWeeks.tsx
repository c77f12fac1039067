import { comingSprints } from '../../domain/capacity/coming-sprints.ts';
import { capacityOfTeam, type Amount, type TeamCapacity } from '../../domain/capacity/team-capacity.ts';
import { sharesOf } from '../../domain/capacity/share.ts';
import type { View } from '../../domain/collections.ts';
import type { Day } from '../../domain/kernel/day.ts';
import type { Team } from '../../domain/team/team.ts';
import { categoryInText } from '../app/category-name.ts';
import { useLook } from '../store/hooks.ts';
import { tenth } from '../ui/tenth.ts';
import { AHEAD } from './ahead.ts';
import { pastText } from './past-text.ts';
import { stretchText } from './stretch-text.ts';

/** What the team can take on in its next rounds: as its days, as its people and as its past tell it, side by side. */
export function ComingWeeks({ team, today }: { team: Team; today: Day }) {
  const rounds = useLook((view) => comingSprints(view, team, { today, count: AHEAD }).map((stretch) => capacityOfTeam(view, team.id, stretch)), [team, today]);
  const kept = useLook((view) => keptSentence(view, team.id), [team.id]);
  const [first] = rounds;
  if (!first) return null;
  const head = 'py-1 pe-3 text-start text-s font-medium text-ink-2 whitespace-nowrap';
  return (
    <section aria-labelledby={`weeks-${team.id}`}>
      <h3 id={`weeks-${team.id}`} className="pb-1 text-s font-medium text-ink-2">
        Capacity of the coming {team.works === 'flow' ? 'weeks' : 'sprints'}
      </h3>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- on a phone it is scrolled, also by keyboard */}
      <div className="overflow-x-auto border-t border-edge" tabIndex={0} role="group" aria-label={`Capacity of ${team.name}, as a table`}>
        <table className="w-full">
          <thead>
            <tr className="border-b border-edge">
              <th className={head}>When</th>
              <th className={head}>Working days</th>
              <th className={head}>Days of people</th>
              <th className={head}>Hours</th>
              <th className={head}>By working days</th>
              <th className={head}>By who is there</th>
            </tr>
          </thead>
          <tbody>
            {rounds.map((round) => (
              <RoundRow key={round.from} round={round} today={today} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="pt-1.5 text-s text-ink-3">
        {sourceSentence(first, team)} {kept}
      </p>
    </section>
  );
}

function RoundRow({ round, today }: { round: TeamCapacity; today: Day }) {
  const { amount, people, unit } = round;
  const cell = 'num py-1.5 pe-3 align-top whitespace-nowrap';
  return (
    <tr className="border-b border-edge">
      <th scope="row" className={`${cell} text-start font-normal`}>
        {stretchText(round, today)}
      </th>
      <td className={cell}>{round.workingDays}</td>
      <td className={cell}>{people.length === 0 ? '–' : tenth(round.personDays)}</td>
      <td className={cell}>{people.length === 0 ? '–' : tenth(round.hours)}</td>
      <td className={cell}>
        {amount === null ? '–' : `${amount.byDays} ${unit}`}
        {amount !== null && amount.least < amount.most && <span className="text-ink-3"> {`${amount.least} to ${amount.most}`}</span>}
      </td>
      <td className={cell}>
        {amount === null || amount.byPeople === null ? '–' : `${amount.byPeople} ${unit}`}
        <span className="text-ink-3"> {differenceText(round)}</span>
      </td>
    </tr>
  );
}

/** How the two disagree, and where it comes from. */
function differenceText({ amount, people }: TeamCapacity): string {
  if (amount === null || amount.byPeople === null || amount.byPeople === amount.byDays) return '';
  const off = people.reduce((total, { daysOff }) => total + daysOff, 0);
  const by = Math.abs(amount.byDays - amount.byPeople);
  if (amount.byPeople > amount.byDays) return `${by} more: more of them are there than before`;
  return off === 0 ? `${by} fewer: less of them is there than before` : `${by} fewer: ${off} ${off === 1 ? 'day' : 'days'} off`;
}

/** What lines and sprints take off of these amounts. */
function keptSentence(view: View, team: string): string {
  const shares = Array.from(view.list(sharesOf, team), ({ category, percent }) => `${percent} % for ${categoryInText(category)}`);
  return shares.length === 0 ? '' : `Of this, lines and sprints keep ${new Intl.ListFormat('en-GB').format(shares)}.`;
}

function sourceSentence({ amount, unit }: { amount: Amount | null; unit: string }, { works }: Team): string {
  if (amount === null) return `What the team delivers is not known yet: say its pace, or ${works === 'flow' ? 'finish some work' : 'close a sprint'}.`;
  if (amount.source === 'pace')
    return `From the pace that somebody said. After ${works === 'flow' ? 'six whole weeks' : 'three closed sprints'} it is their median.`;
  return `Median of ${pastText(amount)} in ${unit} a working day, from worst to best; beside it the same in ${unit} for each day that somebody is there.`;
}
