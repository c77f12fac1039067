import { useCallback } from 'react';
import type { Sprint } from '../../../domain/sprint/sprint.ts';
import type { NamedCall } from '../../../domain/verbs.ts';
import { aboutRow, noRows, useList } from '../../backlog/list-state.ts';
import { subjectOf } from '../../item/use-item-change.ts';
import { useCommand, useShown } from '../../store/hooks.ts';

/** What is done in planning: items go into the sprint and out of it, alone or with the selection, and move on either side. */
export interface PlanDeeds {
  readonly plan: (items: readonly string[], into: string | null) => void;
  readonly putIn: (row: string) => void;
  readonly takeOut: (row: string) => void;
  readonly drop: (call: NamedCall, items: readonly string[]) => void;
}

export function usePlanDeeds({ id: sprint, name }: Sprint): PlanDeeds {
  const view = useShown();
  const command = useCommand();
  const drop = useCallback(
    (call: NamedCall, items: readonly string[]) => {
      const says = call.verb === 'planInSprint' ? `${subjectOf(view, items)}: ${call.input.sprint === null ? 'out of' : 'in'} ${name}` : null;
      command(call, { toast: says ?? `Moved ${subjectOf(view, items)}` });
      if (says !== null) useList.getState().set({ selected: noRows });
    },
    [command, view, name],
  );
  const plan = useCallback(
    (items: readonly string[], into: string | null) => {
      if (items.length > 0) drop({ verb: 'planInSprint', input: { items: [...items], sprint: into } }, items);
    },
    [drop],
  );
  const isIn = useCallback((item: string) => view.get('item', item).sprint === sprint, [view, sprint]);
  const putIn = useCallback(
    (row: string) =>
      plan(
        aboutRow(row).filter((item) => !isIn(item)),
        sprint,
      ),
    [plan, isIn, sprint],
  );
  const takeOut = useCallback((row: string) => plan(aboutRow(row).filter(isIn), null), [plan, isIn]);
  return { plan, putIn, takeOut, drop };
}
