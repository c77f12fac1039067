import type { Item } from '../../../domain/backlog/item.ts';
import type { Estimate } from '../../../domain/estimation/estimate.ts';
import { useGuess } from '../../cutline/use-lines.ts';
import { cx } from '../../ui/cx.ts';
import { useList } from '../list-state.ts';

/** How large it is; in grey italics what a row without an estimate counts as. */
export function EstimateCell({ item, canEdit }: { item: Item; canEdit: boolean }) {
  const guess = useGuess(item);
  return (
    <span role="gridcell" data-cell="estimate" className="max-tablet:order-last">
      <EstimateButton item={item} guess={guess} canEdit={canEdit} />
    </span>
  );
}

/** An estimate, and what counts while there is none; a press opens the choices. */
export function EstimateButton({ item, guess, canEdit }: { item: Item; guess: string; canEdit: boolean }) {
  const set = useList((list) => list.set);
  const shown = item.estimate === null ? guess : estimateText(item.estimate);
  const look = cx('num h-5 w-full rounded-small text-center leading-5', item.estimate === null ? 'text-ink-3 italic' : 'bg-sunken font-medium');
  if (!canEdit) return <span className={cx('block', look)}>{shown}</span>;
  return (
    <button
      type="button"
      tabIndex={-1}
      data-no-drag
      aria-label={`Estimate: ${shown || 'none'}`}
      onClick={() => set({ cursor: item.id, open: { kind: 'estimate', row: item.id, items: [item.id] } })}
      className={cx('hit relative', look)}
    >
      {shown}
    </button>
  );
}

/** An estimate as it stands in a row: `5`, `M`, `6 h`. */
export function estimateText(estimate: Estimate): string {
  if (estimate.kind === 'hours') return `${estimate.remaining ?? estimate.original ?? 0} h`;
  return String(estimate.value);
}
