import { X } from 'lucide-react';
import type { Day } from '../../domain/kernel/day.ts';
import type { Member } from '../../domain/member/member.ts';
import { timeOffOf } from '../../domain/team/days-off.ts';
import { useLook, useMay, useMe } from '../store/hooks.ts';
import { Chip } from '../ui/Chip.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Popover } from '../ui/Popover.tsx';
import { useOpener } from '../ui/use-opener.ts';
import { daysOff as inDays, stretchText } from './stretch-text.ts';
import { StretchForm } from './StretchForm.tsx';
import { useToldCommand } from '../app/use-told-command.ts';

/** When somebody is away in the coming weeks; it opens the list of all that lie ahead. */
export function TimeOffChip({ member, daysOff, today }: { member: Member; daysOff: number; today: Day }) {
  const { opener, layer } = useOpener('dialog');
  const { member: me } = useMe();
  const canPlan = useMay('set-capacity', { in: 'member', id: member.id });
  const change = useToldCommand();
  const ahead = useLook((view) => Array.from(view.list(timeOffOf, member.id)).filter(({ to }) => to >= today), [member.id, today]);
  const canEdit = canPlan || member.id === me;
  const words = daysOff === 0 ? 'no days off' : `${inDays(daysOff)} off`;
  if (!canEdit) return <span className="num text-s whitespace-nowrap text-ink-2">{words}</span>;
  return (
    <>
      <Chip {...opener} value={<span className="num">{words}</span>} isOpenPlace={daysOff === 0} hint={`Time off of ${member.name}`} />
      <Popover {...layer} label={`Time off of ${member.name}`} placement="bottom end">
        <div className="grid w-80 max-w-full gap-3">
          <h4 className="text-s font-medium text-ink-2">Time off of {member.name}</h4>
          {ahead.length > 0 && (
            <ul className="max-h-48 overflow-y-auto">
              {ahead.map((off) => (
                <li key={off.id} className="flex items-center gap-2">
                  <span className="num flex-1">{stretchText(off, today)}</span>
                  <IconButton
                    label={`Take away ${stretchText(off, today)}`}
                    icon={<X aria-hidden="true" />}
                    onClick={() => change({ verb: 'removeTimeOff', input: { timeOff: off.id } }, 'Time off taken away')}
                  />
                </li>
              ))}
            </ul>
          )}
          <StretchForm
            today={today}
            onAdd={({ from, to }) =>
              change({ verb: 'addTimeOff', input: { member: member.id, from, to } }, `${member.name} is off ${stretchText({ from, to }, today)}`)
            }
          />
        </div>
      </Popover>
    </>
  );
}
