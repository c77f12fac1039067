import { dayIn } from '../../domain/kernel/day.ts';
import { useNow } from '../app/use-now.ts';
import { useMay, useRecord } from '../store/hooks.ts';
import { InlineText } from '../ui/InlineText.tsx';
import { nameProblem } from '../ui/name-problem.ts';
import { ComingWeeks } from './ComingWeeks.tsx';
import { Holidays } from './Holidays.tsx';
import { People } from './People.tsx';
import { TeamFacts } from './TeamFacts.tsx';
import { TeamShares } from './TeamShares.tsx';
import { useToldCommand } from '../app/use-told-command.ts';

/** One team: how it works, who is in it, the days on which it does not, and what it can take on. */
export function TeamSection({ id }: { id: string }) {
  const now = useNow();
  const team = useRecord('team', id);
  const change = useToldCommand();
  const canEdit = useMay('set-capacity', { in: 'team', id });
  if (!team) return null;
  const today = dayIn(team.zone, now);
  return (
    <section aria-labelledby={`team-${id}`} className="rounded-panel border border-edge">
      <header className="grid grid-cols-[minmax(0,1fr)] gap-2.5 border-b border-edge px-4 py-3">
        <h2 id={`team-${id}`} className="flex min-w-0 text-l font-semibold">
          <InlineText
            value={team.name}
            label="Name of the team"
            isReadOnly={!canEdit}
            onSave={(name) => change({ verb: 'updateTeam', input: { team: id, name: name.trim() } }, 'Team renamed')}
            problemOf={(text) => nameProblem(text, { of: 'A team', most: 100 })}
          />
        </h2>
        <TeamFacts team={team} today={today} canEdit={canEdit} />
      </header>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5 px-4 py-4">
        <People team={team} today={today} canEdit={canEdit} />
        <ComingWeeks team={team} today={today} />
        <div className="grid grid-cols-[minmax(0,1fr)] gap-5 desk:grid-cols-2">
          <Holidays team={team} today={today} canEdit={canEdit} />
          <TeamShares team={team} canEdit={canEdit} />
        </div>
      </div>
    </section>
  );
}
