import type { ReactNode } from 'react';
import { cx } from '../../ui/cx.ts';
import { useOpener } from '../../ui/use-opener.ts';
import { ItemPicker, type PickKind } from '../pickers/ItemPicker.tsx';

/** One line of facts: its name and what it is. */
export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid min-h-6 grid-cols-[92px_minmax(0,1fr)] items-start gap-x-2 max-tablet:min-h-touch max-tablet:py-2">
      <dt className="leading-6 text-ink-2">{label}</dt>
      <dd className="min-w-0 leading-6">{children}</dd>
    </div>
  );
}

interface PickFactProps {
  readonly item: string;
  readonly label: string;
  readonly kind: PickKind;
  readonly canEdit: boolean;
  /** What it is, in words; null: nothing is chosen. */
  readonly says: string | null;
  /** What stands there when nothing is chosen. */
  readonly empty: string;
  /** Beside the value, muted. */
  readonly note?: ReactNode;
  readonly children?: ReactNode;
}

/** A fact that is chosen from a list; those who only read see the value, and nothing where there is none. */
export function PickFact({ item, label, kind, canEdit, says, empty, note, children }: PickFactProps) {
  const { opener, layer } = useOpener('dialog');
  if (!canEdit && says === null) return null;
  const value = says === null ? <span className="text-ink-3">{empty}</span> : children;
  return (
    <Fact label={label}>
      <span className="flex min-w-0 flex-wrap items-center gap-x-2">
        {canEdit ? (
          <button {...opener} type="button" className={valueLook}>
            <span className="sr-only">{label}: </span>
            {value}
          </button>
        ) : (
          <span className="flex min-w-0 items-center gap-1.5">{value}</span>
        )}
        {note !== undefined && <span className="text-ink-2">{note}</span>}
      </span>
      {layer.isOpen && <ItemPicker kind={kind} items={[item]} {...layer} />}
    </Fact>
  );
}

/** A value that can be pressed. */
export const valueLook = cx(
  'hit relative -mx-1.5 flex max-w-[calc(100%+12px)] min-w-0 items-center gap-1.5 rounded-small px-1.5 text-start hover:bg-hover aria-expanded:bg-hover',
);
