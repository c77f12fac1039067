import { dayIn } from '../../../domain/kernel/day.ts';
import { uuidv7 } from '../../../domain/kernel/ids.ts';
import { nextRound } from '../../../domain/sprint/cadence.ts';
import { isOpenSprint } from '../../../domain/sprint/sprint-rules.ts';
import { sprintsFor } from '../../../domain/sprint/shown-sprint.ts';
import { teamsOf } from '../../../domain/backlog/team-of.ts';
import { useNow } from '../../app/use-now.ts';
import { useLook, useMe } from '../../store/hooks.ts';
import { ChoicePopover } from '../../ui/ChoicePopover.tsx';
import { shortDay } from '../../ui/format-day.ts';
import { useItemChange } from '../use-item-change.ts';
import { useRefusal } from '../use-refusal.ts';
import { usePicked, type PickerProps } from './picker.ts';
import { sharedValues } from './shared-values.ts';

/** Puts items into a sprint that is planned or under way, into the next one of a team, or into none. Their rank stays as it is. */
export function SprintPicker(props: PickerProps) {
  const { items: ids, triggerRef, isOpen, onOpenChange, onChosen } = props;
  const { may } = useMe();
  const items = usePicked(props);
  const product = items[0]?.product;
  const now = useNow();
  const { sprints, next } = useLook(
    (view) => ({
      sprints: product === undefined ? [] : sprintsFor(view, product).filter(isOpenSprint),
      next: (product === undefined ? [] : teamsOf(view, product))
        .filter(({ works }) => works === 'sprints')
        .map((team) => ({ team, round: nextRound(view, team, dayIn(team.zone, now)) })),
    }),
    [product, now],
  );
  const leaving = useRefusal(isOpen ? { verb: 'planInSprint', input: { items: [...ids], sprint: null } } : null);
  const change = useItemChange(ids);
  const { all, hintOf } = sharedValues(items, ({ sprint }) => [sprint]);
  const isOneTeam = next.length < 2;
  const plan = (sprint: string | null, says: string, act?: string) => {
    change({ verb: 'planInSprint', input: { items: [...ids], sprint } }, says, act === undefined ? {} : { act });
    onChosen?.();
  };
  const makeNext = (team: string, name: string) => {
    const act = uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(10))); // both are undone as one
    const made = change({ verb: 'createSprint', input: { team } }, '', { act, toast: undefined });
    plan(made.id(1), `in ${name}`, act);
  };
  const named = (name: string, team: string | null) => (isOneTeam ? name : `${name}, ${next.find((one) => one.team.id === team)?.team.name ?? ''}`);
  return (
    <ChoicePopover
      triggerRef={triggerRef}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      label="Sprint"
      choices={[
        ...(isOpen && sprints.length + next.length === 0 ? [NO_TEAM] : []),
        ...sprints.map(({ id, name, team, state, startOn }) => ({
          id,
          label: named(name, team),
          hint: hintOf(id) ?? (state === 'active' ? 'under way' : startOn === null ? undefined : `from ${shortDay(startOn, startOn)}`),
          disabledReason: leaving ?? (may('plan-sprints', { in: 'sprint', id }) ? undefined : 'Your role does not let you plan this sprint'),
        })),
        ...next
          .filter(({ team }) => may('plan-sprints', { in: 'team', id: team.id }))
          .map(({ team, round }) => ({
            id: team.id,
            label: named(`New: ${round.name}`, team.id),
            hint: `from ${shortDay(round.startOn, round.startOn)}`,
            disabledReason: leaving,
          })),
      ]}
      chosen={all}
      onChoose={(id) => {
        const team = next.find((one) => one.team.id === id);
        if (team) makeNext(id, team.round.name);
        else plan(id, `in ${sprints.find((sprint) => sprint.id === id)?.name}`);
      }}
      noneLabel={leaving === undefined ? 'No sprint' : undefined}
      onNone={() => plan(null, 'in no sprint')}
    />
  );
}

/** Said where nothing can be chosen. */
const NO_TEAM = { id: 'no-team', label: 'No team works in sprints here', disabledReason: 'Name one on the page Sprint' };
