import { useState } from 'react';
import { Users } from 'lucide-react';
import { teamsByName } from '../../domain/team/team.ts';
import { Shell } from '../app/Shell.tsx';
import { useMayHere } from '../app/use-may-here.ts';
import { useLook } from '../store/hooks.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyPlace } from '../ui/EmptyPlace.tsx';
import { useKeys } from '../ui/use-keys.ts';
import { NewTeam } from './NewTeam.tsx';
import { TeamSection } from './TeamSection.tsx';

/** Who works together, when they are there, and what they can take on in the coming weeks. */
export function TeamsPage() {
  const mayHere = useMayHere();
  const teams = useLook((view) => Array.from(view.list(teamsByName, 'all'), ({ id }) => id), []);
  const [isAdding, setIsAdding] = useState(false);
  const mayAdd = mayHere('set-capacity');
  const add = () => setIsAdding(true);
  useKeys([{ keys: 'C', description: 'New team', group: 'Teams', run: add, when: () => mayAdd }]);
  if (!mayHere('edit-items')) return <Shell title="Teams">{<EmptyPlace icon={<Users />} sentence="Teams are for those who work in them." />}</Shell>;
  return (
    <Shell
      title="Teams"
      right={
        mayAdd && (
          <Button variant="primary" keys="C" className="max-tablet:hidden" onClick={add}>
            New team
          </Button>
        )
      }
      roundAction={mayAdd ? { label: 'New team', run: add } : undefined}
    >
      <div className="h-full overflow-y-auto">
        {isAdding && <NewTeam onDone={() => setIsAdding(false)} />}
        {teams.length === 0 && !isAdding ? (
          <EmptyPlace
            sentence="Who works together, and how long is a round?"
            icon={<Users />}
            action={mayAdd ? { label: 'Name the team', keys: 'C', run: add } : undefined}
          />
        ) : (
          <div className="mx-auto grid max-w-270 grid-cols-[minmax(0,1fr)] gap-6 px-4 py-4 max-tablet:px-3">
            {teams.map((team) => (
              <TeamSection key={team} id={team} />
            ))}
          </div>
        )}
      </div>
    </Shell>
  );
}
