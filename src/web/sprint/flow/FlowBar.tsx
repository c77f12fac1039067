import { teamFlow, throughputOf, type Throughput } from '../../../domain/planning/team-flow.ts';
import { dayIn } from '../../../domain/kernel/day.ts';
import type { Team } from '../../../domain/team/team.ts';
import { useMayHere } from '../../app/use-may-here.ts';
import { useNow } from '../../app/use-now.ts';
import { useLook, useMay } from '../../store/hooks.ts';
import { NumberChip } from '../../ui/NumberChip.tsx';
import { pastText } from '../../team/past-text.ts';
import { useToldCommand } from '../../app/use-told-command.ts';
import { cx } from '../../ui/cx.ts';
import { SprintSwitch } from '../SprintBar.tsx';

/** How a team in flow stands, in one line: what is under way against its limit, and what it does in a week. */
export function FlowBar({ team, product }: { team: Team; product: string }) {
  const now = useNow();
  const change = useToldCommand();
  const canEdit = useMay('set-capacity', { in: 'team', id: team.id });
  const worksHere = useMayHere()('edit-items');
  const begun = useLook((view) => teamFlow(view, team.id).begun.length, [team]);
  const throughput = useLook((view) => throughputOf(view, team.id, dayIn(team.zone, now)), [team, now]);
  const { wipLimit } = team;
  const isOver = wipLimit !== null && begun > wipLimit;
  return (
    <>
      <SprintSwitch shown={{ id: team.id, says: 'in flow' }} product={product} />
      <span role="status" className={cx('num shrink-0 whitespace-nowrap', isOver ? 'font-semibold text-line-ink' : 'font-medium text-ink')}>
        {wipLimit === null ? `${begun} under way` : `${begun} of ${wipLimit} under way`}
      </span>
      <NumberChip
        name={`WIP limit of ${team.name}`}
        label="limit"
        value={wipLimit}
        shown={wipLimit === null ? 'none' : `${wipLimit}`}
        unit="items"
        min={1}
        max={1000}
        mayBeNone
        hint="At most so many under way; empty: no limit"
        canEdit={canEdit}
        onChange={(limit) => change({ verb: 'updateTeam', input: { team: team.id, wipLimit: limit } }, limit === null ? 'No WIP limit' : `WIP limit ${limit}`)}
      />
      {worksHere && <span className="num shrink-0 whitespace-nowrap text-ink-2">{throughputText(throughput)}</span>}
    </>
  );
}

/** `5 points a week, 2 to 7: the median of the last 7 weeks`. */
function throughputText({ amount, unit }: Throughput): string {
  if (amount === null) return 'What it does in a week is known after six weeks';
  const week = `${amount.byDays} ${unit} in this week`;
  return amount.source === 'pace' ? `${week}, by the pace that somebody said` : `${week}, ${amount.least} to ${amount.most}: the median of ${pastText(amount)}`;
}
