import { useEffect, useRef, type ReactNode } from 'react';
import { useMay, useRecord } from '../store/hooks.ts';
import { ReadinessSection } from '../readiness/ReadinessSection.tsx';
import { EmptyPlace } from '../ui/EmptyPlace.tsx';
import { Activity } from './activity/Activity.tsx';
import { Children } from './Children.tsx';
import { Criteria } from './criteria/Criteria.tsx';
import { Facts } from './facts/Facts.tsx';
import { ItemTitle } from './ItemTitle.tsx';
import { PanelHead } from './PanelHead.tsx';
import { Standing } from './Standing.tsx';
import { Description } from './text/Description.tsx';

/** What somebody else knows of an item and says beside a fact: the line its guess, how many children stand above, where the release's line falls. */
export interface FactNotes {
  readonly estimate?: ReactNode;
  readonly children?: ReactNode;
  readonly release?: ReactNode;
}

export interface ItemPanelProps {
  readonly itemId: string;
  readonly onClose: () => void;
  readonly onPrevious: () => void;
  readonly onNext: () => void;
  readonly notes?: FactNotes | undefined;
}

/** One item with everything that is known of it, edited where it stands. */
export function ItemPanel({ itemId, onClose, onPrevious, onNext, notes = {} }: ItemPanelProps) {
  const item = useRecord('item', itemId);
  const canEdit = useMay('edit-items', { in: 'item', id: itemId }) && item?.trashedAt === null;
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) panel.current?.focus({ preventScroll: true });
  }, [itemId]);
  if (!item) return <EmptyPlace sentence="This item is not there any more, or it is not for you to see." action={{ label: 'Close', run: onClose }} />;
  return (
    <article
      ref={panel}
      tabIndex={-1}
      aria-label={item.title}
      className="grid content-start gap-4 px-5 pt-3 pb-8 outline-none max-tablet:px-4"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
    >
      <PanelHead item={item} canEdit={canEdit} onClose={onClose} onPrevious={onPrevious} onNext={onNext} />
      <ItemTitle item={item} canEdit={canEdit} />
      <Standing item={item} />
      <Facts item={item} canEdit={canEdit} notes={notes} />
      <Description key={item.id} item={item} canEdit={canEdit} />
      <Criteria item={item} canEdit={canEdit} />
      <ReadinessSection item={item} canEdit={canEdit} />
      <Children item={item} canEdit={canEdit} note={notes.children} />
      <Activity item={item} />
    </article>
  );
}
