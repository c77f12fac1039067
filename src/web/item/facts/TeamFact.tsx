import type { Item } from '../../../domain/backlog/item.ts';
import { teamOf, teamsOf } from '../../../domain/backlog/team-of.ts';
import { HIDDEN_TEAM } from '../../../domain/team/team.ts';
import { useLook, useRecord } from '../../store/hooks.ts';
import { ChoicePopover } from '../../ui/ChoicePopover.tsx';
import { useOpener } from '../../ui/use-opener.ts';
import { useItemChange } from '../use-item-change.ts';
import { Fact, valueLook } from './Fact.tsx';

/** The team that it belongs to, where a product has several: its own, or the one it has from its parent or its product. */
export function TeamFact({ item, canEdit }: { item: Item; canEdit: boolean }) {
  const { opener, layer } = useOpener('dialog');
  const teams = useLook((view) => teamsOf(view, item.product), [item.product]);
  const team = useRecord(
    'team',
    useLook((view) => teamOf(view, item, teams[0]?.id ?? null), [item, teams]),
  );
  const change = useItemChange([item.id]);
  const set = (id: string | null, says: string) => change({ verb: 'updateItems', input: { items: [item.id], team: id } }, says);
  const from = item.team !== null ? undefined : item.parent === null ? 'the product’s first' : 'from its parent';
  return (
    <Fact label="Team">
      <span className="flex min-w-0 items-center gap-2">
        {canEdit ? (
          <button {...opener} type="button" className={valueLook}>
            <span className="sr-only">Team: </span>
            <span className="truncate">{team?.name}</span>
          </button>
        ) : (
          <span className="truncate">{team?.name ?? (item.team === HIDDEN_TEAM ? 'One that you cannot see' : undefined)}</span>
        )}
        {from !== undefined && <span className="shrink-0 text-ink-2">{from}</span>}
      </span>
      <ChoicePopover
        {...layer}
        label="Team"
        choices={teams.map(({ id, name }) => ({ id, label: name }))}
        chosen={item.team === null ? [] : [item.team]}
        onChoose={(id) => set(id, `team ${teams.find((other) => other.id === id)?.name}`)}
        noneLabel={item.parent === null ? 'The product’s first' : 'As its parent'}
        onNone={() => set(null, 'no team of its own')}
      />
    </Fact>
  );
}
