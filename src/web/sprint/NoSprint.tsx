import { useState } from 'react';
import { RefreshCw } from 'lucide-react';
import { nextRound } from '../../domain/sprint/cadence.ts';
import { dayIn } from '../../domain/kernel/day.ts';
import { teamsOf } from '../../domain/backlog/team-of.ts';
import { uuidv7 } from '../../domain/kernel/ids.ts';
import { nameIn } from '../app/name-in.ts';
import { whySentence } from '../app/refusal-sentence.ts';
import { useNow } from '../app/use-now.ts';
import { useCommand, useLook, useMe, useShown } from '../store/hooks.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyPlace } from '../ui/EmptyPlace.tsx';
import { focusHead } from '../ui/focus-after.ts';
import { Form } from '../ui/Form.tsx';
import { NumberField } from '../ui/NumberField.tsx';
import { TextField } from '../ui/TextField.tsx';

/** Before the first sprint: who works together, or the first round of a team that is there. */
export function NoSprint({ product }: { product: string }) {
  const now = useNow();
  const { may } = useMe();
  const command = useCommand();
  const teams = useLook((view) => teamsOf(view, product).map((team) => ({ team, next: nextRound(view, team, dayIn(team.zone, now)) })), [product, now]);
  const inSprints = teams.filter(({ team }) => team.works === 'sprints');
  const mine = inSprints.filter(({ team }) => may('plan-sprints', { in: 'team', id: team.id }));
  const plan = (team: string, name: string) => {
    command({ verb: 'createSprint', input: { team } }, { toast: `${name} planned` });
    focusHead();
  };
  if (teams.length === 0) return <NameTeam product={product} />;
  if (inSprints.length === 0) return <EmptyPlace sentence="The teams of this product work in continuous flow, without sprints." icon={<RefreshCw />} />;
  return (
    <EmptyPlace sentence="A round of work, and what it is for." icon={<RefreshCw />}>
      {mine.map(({ team, next }) => (
        <Button key={team.id} variant="primary" onClick={() => plan(team.id, next.name)}>
          {inSprints.length === 1 ? `Plan ${next.name}` : `Plan ${next.name} of ${team.name}`}
        </Button>
      ))}
    </EmptyPlace>
  );
}

const MOST_WEEKS = 12;

function NameTeam({ product }: { product: string }) {
  const view = useShown();
  const { may } = useMe();
  const command = useCommand();
  const [name, setName] = useState('');
  const [weeks, setWeeks] = useState<number | null>(2);
  const [pace, setPace] = useState<number | null>(null);
  const [problem, setProblem] = useState<string>();
  if (!may('set-capacity', { in: 'product', id: product }))
    return <EmptyPlace sentence="Nobody has named the team that works here yet." icon={<RefreshCw />} />;
  const make = () => {
    if (name.trim() === '') return setProblem('A team needs a name.');
    const act = uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(10))); // both are undone as one
    const onRefused = (why: Parameters<typeof whySentence>[0]) => setProblem(whySentence(why, nameIn(view)));
    const made = command({ verb: 'createTeam', input: { name: name.trim(), products: [product], pace, sprintWeeks: weeks ?? 2 } }, { act, onRefused });
    command({ verb: 'createSprint', input: { team: made.id(1) } }, { act, toast: `${name.trim()} works in sprints`, onRefused });
    focusHead();
    return undefined;
  };
  return (
    <EmptyPlace sentence="Who works together, and how long is a round?" icon={<RefreshCw />}>
      <Form className="flex flex-wrap items-start justify-center gap-3 text-start" onSend={make}>
        <TextField label="Team" value={name} onChange={setName} maxLength={100} error={problem} placeholder="Trail crew" className="w-44" />
        <NumberField label="A round" unit="weeks" min={1} max={MOST_WEEKS} value={weeks} onChange={setWeeks} className="w-28" />
        <NumberField label="Done in two weeks" value={pace} onChange={setPace} max={100_000} placeholder="not known" className="w-36" />
        <Button variant="primary" type="submit" className="mt-5.5">
          Name the team
        </Button>
      </Form>
    </EmptyPlace>
  );
}
