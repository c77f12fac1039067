import { ChevronDown, TriangleAlert } from 'lucide-react';
import { useNavigate, useParams } from '@tanstack/react-router';
import { dayIn } from '../../domain/kernel/day.ts';
import { nextRound } from '../../domain/sprint/cadence.ts';
import { isOpenSprint } from '../../domain/sprint/sprint-rules.ts';
import { importedSprints, sprintsFor } from '../../domain/sprint/shown-sprint.ts';
import { itemsInSprint, type Sprint, type SprintState } from '../../domain/sprint/sprint.ts';
import { warningsOf, type SprintWarning } from '../../domain/planning/sprint-warnings.ts';
import { teamsOf } from '../../domain/backlog/team-of.ts';
import { nameIn } from '../app/name-in.ts';
import type { NameOf } from '../app/refusal-sentence.ts';
import { places, type At } from '../app/places.ts';
import { useToday } from '../item/use-today.ts';
import { useNow } from '../app/use-now.ts';
import { useCommand, useLook, useMay, useMe, useShown } from '../store/hooks.ts';
import { ChoiceChip } from '../ui/ChoiceChip.tsx';
import { focusHead } from '../ui/focus-after.ts';
import { shortDay } from '../ui/format-day.ts';
import { GoalLine } from '../ui/GoalLine.tsx';
import { SprintDays } from './SprintDays.tsx';

const STATES: Record<SprintState, string> = { imported: 'imported', planned: 'planned', active: 'under way', closed: 'closed' };

/** The sprint's commitment in one line: its goal, its days, and what should be looked at. */
export function SprintBar({ sprint, product }: { sprint: Sprint; product: string }) {
  const canPlan = useMay('plan-sprints', { in: 'sprint', id: sprint.id }) && isOpenSprint(sprint);
  const warnings = useLook((view) => (isOpenSprint(sprint) ? warningsOf(view, sprint) : []), [sprint]);
  const hasCards = useLook((view) => view.list(itemsInSprint, sprint.id).length > 0, [sprint.id]);
  // While nothing is in it the goal's own place asks for it, and that is enough.
  const shown = warnings.filter(({ code }) => code !== 'no-goal' || hasCards);
  const view = useShown();
  return (
    <>
      <SprintSwitch shown={{ id: sprint.id, says: STATES[sprint.state] }} product={product} />
      {sprint.state === 'imported' ? (
        <span className="whitespace-nowrap">It came with an import: its name and its items are known.</span>
      ) : (
        <Goal sprint={sprint} canPlan={canPlan} />
      )}
      <SprintDays sprint={sprint} canPlan={canPlan} />
      {shown.length > 0 && (
        <ul aria-label="Worth a second look" className="flex shrink-0 items-center gap-x-4">
          {shown.map((warning) => (
            <li key={`${warning.code} ${'team' in warning ? warning.team : ''}`} className="flex items-center gap-1.5 whitespace-nowrap text-ink-2">
              <TriangleAlert aria-hidden="true" className="size-3.5 shrink-0 text-progress" />
              {warningText(warning, nameIn(view))}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function warningText(warning: SprintWarning, name: NameOf): string {
  switch (warning.code) {
    case 'unusual-length':
      return `${warning.days} days is an unusual length`;
    case 'no-goal':
      return 'no sprint goal';
    case 'no-working-day':
      return 'no working day in it';
    case 'team-full':
      return `${name('team', warning.team)} full: ${warning.over} ${warning.unit} too much with what is needed here`;
    case 'over-capacity':
      return `${warning.over} ${warning.unit} more than fit`;
  }
}

function Goal({ sprint, canPlan }: { sprint: Sprint; canPlan: boolean }) {
  const command = useCommand();
  return (
    <GoalLine
      label="Sprint goal"
      goal={sprint.goal}
      asks="What is this sprint for? Write the sprint goal"
      missing="No sprint goal"
      canEdit={canPlan}
      onSave={(goal) =>
        command({ verb: 'updateSprint', input: { sprint: sprint.id, goal } }, { toast: goal === '' ? 'Sprint goal taken away' : 'Sprint goal saved' })
      }
      className="max-tablet:shrink-0"
    />
  );
}

/** Which sprint, or which team in flow, is looked at; the next sprint of a team is planned from here too. */
export function SprintSwitch({ shown, product }: { shown: { readonly id: string; readonly says: string }; product: string }) {
  const at = useParams({ strict: false }) as At;
  const go = useNavigate();
  const now = useNow();
  const { may } = useMe();
  const command = useCommand();
  const today = useToday(product);
  const { sprints, imported, next, inFlow } = useLook(
    (view) => ({
      sprints: sprintsFor(view, product),
      imported: importedSprints(view, product),
      inFlow: teamsOf(view, product).filter(({ works }) => works === 'flow'),
      next: teamsOf(view, product).flatMap((team) => (team.works === 'sprints' ? [{ team, round: nextRound(view, team, dayIn(team.zone, now)) }] : [])),
    }),
    [product, now],
  );
  const open = (id: string) => {
    const search = inFlow.some((team) => team.id === id) ? { team: id } : { sprint: id };
    void go({ to: places.sprint(at), search: search as never });
    focusHead();
  };
  const teamName = (team: string | null) => (next.length < 2 ? '' : `, ${next.find((one) => one.team.id === team)?.team.name ?? ''}`);
  return (
    <ChoiceChip
      listLabel="Sprint"
      value={shown.says}
      icon={<ChevronDown aria-hidden="true" />}
      hint="Another sprint"
      chosen={[shown.id]}
      choices={[
        ...inFlow.map(({ id, name }) => ({ id, label: name, hint: 'in flow' })),
        ...sprints.map(({ id, name, team, state, endOn }) => ({
          id,
          label: `${name}${teamName(team)}`,
          hint: [STATES[state], endOn !== null && `to ${shortDay(endOn, today)}`].filter(Boolean).join(' '),
        })),
        ...next
          .filter(({ team }) => may('plan-sprints', { in: 'team', id: team.id }))
          .map(({ team, round }) => ({ id: team.id, label: `Plan ${round.name}${teamName(team.id)}`, hint: 'new' })),
        ...imported.map(({ id, name }) => ({ id, label: name, hint: STATES.imported })),
      ]}
      onChoose={(id) => {
        const made = next.find(({ team }) => team.id === id);
        if (!made) return open(id);
        const done = command({ verb: 'createSprint', input: { team: id } }, { toast: `${made.round.name} planned` });
        void done.shown.then(({ outcome }) => outcome === 'shown' && open(done.id(1)));
        return undefined;
      }}
    />
  );
}
