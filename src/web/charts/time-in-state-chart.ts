import type { Stood, TimeInState, TimesInStates } from '../../domain/flow/time-in-state.ts';
import { spentIn, type Spent } from '../../domain/flow/time-in-state.ts';
import { grouped } from '../ui/grouped.ts';
import type { Span, SpansChart } from '../ui/chart/Spans.tsx';
import type { OnPoint } from './flow-charts.ts';

const SPENT: Readonly<Record<Spent, { readonly name: string; readonly look: string; readonly says: string }>> = {
  waited: { name: 'All waiting', look: 'fill-chart-2', says: 'waiting' },
  worked: { name: 'All work', look: 'fill-chart-1', says: 'work' },
};

/** How long what was finished stood in each state, and how long all of it waited and was worked on. */
export function timeInStateChart({ states, waited, worked }: TimesInStates, onPoint: OnPoint): SpansChart {
  const sums = [sum('waited', waited), sum('worked', worked)];
  const items = waited.items;
  return {
    title: 'Time in state',
    unit: 'days',
    summary: `Time in state: ${sums.map(({ name, half, most }) => `${name} half within ${half} days, 85 % within ${most}`).join('; ')}.`,
    note: `${items === 1 ? 'One item' : `${grouped(items)} items`} finished in the last 13 weeks whose start is known: filled as far as half of those that were in a state, lighter as far as 85 %. Waiting is being ready or in review. A day counts for the state in which it ended, and days parked for none. Medians do not add up.`,
    head: ['State', 'Counts as', 'Items', 'Half within', '85 % within'],
    groups: [states.map(spanOf), sums],
    onOpen: (state) => onPoint({ of: 'state', state }),
  };
}

function spanOf({ state, name, group, isRemoved, items, p50, p85 }: TimeInState): Span {
  const spent = spentIn(group);
  return {
    id: state,
    name: isRemoved ? `${name} (removed)` : name,
    look: spent === null ? 'fill-ink-3' : SPENT[spent].look,
    half: p50,
    most: p85,
    mayBeCut: spent === null,
    cells: [spent === null ? '' : SPENT[spent].says, items, p50, p85].map(String),
  };
}

function sum(spent: Spent, { items, p50, p85 }: Stood): Span {
  const { name, look, says } = SPENT[spent];
  return { id: spent, name, look, half: p50, most: p85, mayBeCut: false, cells: [says, items, p50, p85].map(String) };
}
