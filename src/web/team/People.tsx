import { UserPlus } from 'lucide-react';
import { capacityOfTeam } from '../../domain/capacity/team-capacity.ts';
import { comingSprints } from '../../domain/capacity/coming-sprints.ts';
import type { Day } from '../../domain/kernel/day.ts';
import { membersByName } from '../../domain/member/member.ts';
import { membershipsOf } from '../../domain/team/membership.ts';
import type { Team } from '../../domain/team/team.ts';
import { useLook } from '../store/hooks.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { Button } from '../ui/Button.tsx';
import { ChoicePopover } from '../ui/ChoicePopover.tsx';
import { useOpener } from '../ui/use-opener.ts';
import { PersonRow } from './PersonRow.tsx';
import { AHEAD } from './ahead.ts';
import { useToldCommand } from '../app/use-told-command.ts';

/** Who is in the team, with what share of their time, and when they are away in the coming weeks. */
export function People({ team, today, canEdit }: { team: Team; today: Day; canEdit: boolean }) {
  const people = useLook(
    (view) => {
      const rounds = comingSprints(view, team, { today, count: AHEAD });
      const { people: all } = capacityOfTeam(view, team.id, { from: today, to: rounds.at(-1)!.to });
      return all.toSorted((a, b) => view.get('member', a.member).name.localeCompare(view.get('member', b.member).name));
    },
    [team, today],
  );
  return (
    <section aria-labelledby={`people-${team.id}`}>
      <div className="flex items-center gap-2 pb-1">
        <h3 id={`people-${team.id}`} className="text-s font-medium text-ink-2">
          People <span className="num font-normal text-ink-3">{people.length}</span>
        </h3>
        {canEdit && <AddPerson team={team} />}
      </div>
      {people.length === 0 ? (
        <p className="border-t border-edge pt-2 text-s text-ink-3">Nobody is in this team yet, so its hours are not known.</p>
      ) : (
        <ul className="border-t border-edge">
          {people.map((presence) => (
            <PersonRow key={presence.membership} presence={presence} team={team} today={today} canEdit={canEdit} />
          ))}
        </ul>
      )}
    </section>
  );
}

function AddPerson({ team }: { team: Team }) {
  const { opener, layer } = useOpener('listbox');
  const change = useToldCommand();
  const free = useLook(
    (view) => {
      const inTeam = new Set(Array.from(view.list(membershipsOf, team.id), ({ member }) => member));
      return Array.from(view.list(membersByName, 'all')).filter(({ id, role }) => !inTeam.has(id) && role !== 'guest' && role !== 'stakeholder');
    },
    [team.id],
  );
  return (
    <>
      <Button {...opener} variant="quiet" size="s" icon={<UserPlus aria-hidden="true" />} disabledReason={free.length === 0 ? 'Everybody is in it' : undefined}>
        Add a person
      </Button>
      <ChoicePopover
        {...layer}
        label={`Person for ${team.name}`}
        choices={free.map(({ id, name }) => ({ id, label: name, icon: <Avatar name={name} isDecorative /> }))}
        chosen={[]}
        onChoose={(member) =>
          change({ verb: 'addToTeam', input: { team: team.id, member } }, `${free.find(({ id }) => id === member)?.name} is in ${team.name}`)
        }
      />
    </>
  );
}
