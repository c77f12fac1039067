import type { Item } from '../../../domain/backlog/item.ts';
import { teamOf, teamsOf } from '../../../domain/backlog/team-of.ts';
import { teamEstimatesOf } from '../../../domain/estimation/team-estimate.ts';
import { useLook } from '../../store/hooks.ts';
import { NumberChip } from '../../ui/NumberChip.tsx';
import { useItemChange } from '../use-item-change.ts';
import { Fact } from './Fact.tsx';

/** What it takes of the teams besides its own: it is above a line only where each of them has room. */
export function OtherTeamsFact({ item, canEdit }: { item: Item; canEdit: boolean }) {
  const change = useItemChange([item.id]);
  const others = useLook(
    (view) => {
      const teams = teamsOf(view, item.product);
      const own = teamOf(view, item, teams[0]?.id ?? null);
      const points = new Map(Array.from(view.list(teamEstimatesOf, item.id), (estimate) => [estimate.team, estimate.points]));
      return teams.filter(({ id }) => id !== own).map(({ id, name }) => ({ id, name, points: points.get(id) ?? null }));
    },
    [item],
  );
  const shown = canEdit ? others : others.filter(({ points }) => points !== null);
  return (
    <Fact label="Also needs">
      <span className="flex flex-wrap items-center gap-1.5">
        {shown.map(({ id, name, points }) => (
          <NumberChip
            key={id}
            name={`Points for ${name}`}
            label={name}
            value={points}
            shown={points === null ? 'nothing' : String(points)}
            unit="points"
            min={0}
            max={100_000}
            mayBeNone
            hint="Empty: it needs nothing of this team"
            canEdit={canEdit}
            onChange={(next) =>
              change(
                { verb: 'setTeamEstimate', input: { item: item.id, team: id, points: next ?? 0 } },
                next === null || next === 0 ? `needs nothing of ${name}` : `needs ${next} of ${name}`,
              )
            }
          />
        ))}
      </span>
    </Fact>
  );
}
