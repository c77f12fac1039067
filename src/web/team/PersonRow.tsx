import { X } from 'lucide-react';
import type { Presence } from '../../domain/capacity/presence.ts';
import type { Day } from '../../domain/kernel/day.ts';
import type { Team } from '../../domain/team/team.ts';
import { useRecord } from '../store/hooks.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { NumberChip } from '../ui/NumberChip.tsx';
import { TimeOffChip } from './TimeOffChip.tsx';
import { useToldCommand } from '../app/use-told-command.ts';

/** Somebody in a team: share, hours a day, days off ahead, and whether their shares in all teams come to more than all. */
export function PersonRow({ presence, team, today, canEdit }: { presence: Presence; team: Team; today: Day; canEdit: boolean }) {
  const member = useRecord('member', presence.member);
  const membership = useRecord('membership', presence.membership);
  const change = useToldCommand();
  if (!member || !membership) return null;
  const { id, share, hoursPerDay } = membership;
  return (
    <li className="flex min-h-10 flex-wrap items-center gap-x-3 gap-y-1.5 border-b border-edge py-1.5">
      <span className="flex min-w-40 flex-1 items-center gap-2.5 max-tablet:basis-full">
        <Avatar name={member.name} isDecorative />
        <span className="truncate" title={member.name} dir="auto">
          {member.name}
        </span>
        {presence.sharesOverAll > 100 && (
          <span
            className="rounded-small bg-line-soft px-1.5 text-s whitespace-nowrap text-line-ink"
            title="Nobody is counted twice: the shares are cut in proportion"
          >
            {presence.sharesOverAll} % in all teams, counts as {Math.round(presence.share)} %
          </span>
        )}
      </span>
      <NumberChip
        name={`Share of ${member.name}`}
        value={share}
        shown={`${share} %`}
        unit="%"
        min={1}
        max={100}
        hint="Of a full week"
        canEdit={canEdit}
        onChange={(next) => change({ verb: 'updateMembership', input: { membership: id, share: next! } }, `${member.name}: ${next} %`)}
      />
      <NumberChip
        name={`Hours a day of ${member.name}`}
        value={hoursPerDay}
        shown={`${hoursPerDay} h a day`}
        unit="hours"
        min={0.5}
        max={24}
        hint="What is left for the team’s work"
        canEdit={canEdit}
        onChange={(next) => change({ verb: 'updateMembership', input: { membership: id, hoursPerDay: next! } }, `${member.name}: ${next} h a day`)}
      />
      <TimeOffChip member={member} daysOff={presence.daysOff} today={today} />
      {canEdit && (
        <IconButton
          label={`Take ${member.name} out of ${team.name}`}
          icon={<X aria-hidden="true" />}
          className="max-tablet:ms-auto"
          onClick={() => change({ verb: 'removeFromTeam', input: { membership: id } }, `${member.name} is no longer in ${team.name}`)}
        />
      )}
    </li>
  );
}
