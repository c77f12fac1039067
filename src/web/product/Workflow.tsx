import { itemsInState } from '../../domain/backlog/item.ts';
import { STATE_GROUPS, type StateGroup } from '../../domain/backlog/state-group.ts';
import { statesOf } from '../../domain/backlog/state.ts';
import { useLook } from '../store/hooks.ts';
import { AddState } from './AddState.tsx';
import { GROUP_NAMES } from '../backlog/marks/group-names.ts';
import { GROUP_MEANS } from './group-means.ts';
import { StateRow } from './StateRow.tsx';

/** The steps of a product's workflow under what each of them means. */
export function Workflow({ product, canEdit }: { product: string; canEdit: boolean }) {
  const states = useLook(
    (view) => Array.from(view.list(statesOf, product), (state) => ({ state, items: view.list(itemsInState, state.id).length })),
    [product],
  );
  const inGroup = (group: StateGroup) => states.filter(({ state }) => state.group === group);
  /** No state is in triage until there is a place where triage is done. */
  const groups = STATE_GROUPS.filter((group) => group !== 'triage' || inGroup(group).length > 0);
  return (
    <section aria-labelledby="workflow" className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <h2 id="workflow" className="text-l font-semibold">
        Workflow
      </h2>
      <p className="text-s text-ink-2">Call the steps what you call them. What a step means is told by the group that it stands in.</p>
      {groups.map((group) => (
        <section key={group} aria-label={GROUP_NAMES[group]} className="grid grid-cols-[minmax(0,1fr)] pt-2">
          <h3 className="flex items-baseline gap-2 border-b border-edge pb-1">
            <span className="font-medium">{GROUP_NAMES[group]}</span>
            <span className="min-w-0 truncate text-s text-ink-2">{GROUP_MEANS[group]}</span>
          </h3>
          <ul>
            {inGroup(group).map(({ state, items }, at, all) => (
              <StateRow
                key={state.id}
                state={state}
                items={items}
                at={at}
                group={all.map((one) => one.state.id)}
                others={states.map((one) => one.state)}
                canEdit={canEdit}
              />
            ))}
          </ul>
          {canEdit && <AddState product={product} group={group} />}
        </section>
      ))}
    </section>
  );
}
