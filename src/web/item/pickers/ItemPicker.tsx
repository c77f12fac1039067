import { useState } from 'react';
import type { LinkKind } from '../link-kind.ts';
import { AssigneePicker } from './AssigneePicker.tsx';
import { CategoryPicker } from './CategoryPicker.tsx';
import { DeclinePopover } from './DeclinePopover.tsx';
import { EstimatePicker } from './EstimatePicker.tsx';
import { LinkPicker } from './LinkPicker.tsx';
import { ParentPicker } from './ParentPicker.tsx';
import { ParkPopover } from './ParkPopover.tsx';
import type { PickerProps } from './picker.ts';
import { PositionPopover } from './PositionPopover.tsx';
import { ReleasePicker } from './ReleasePicker.tsx';
import { SprintPicker } from './SprintPicker.tsx';
import { StatePicker } from './StatePicker.tsx';
import { TagsPicker } from './TagsPicker.tsx';
import { useNextWindow } from './use-next-window.ts';

/** What of an item can be chosen in a small window of its own. */
export type PickKind = 'state' | 'assignee' | 'estimate' | 'tags' | 'category' | 'release' | 'sprint' | 'parent' | 'park' | 'decline' | 'position' | LinkKind;

/** The window in which one thing of items is chosen. */
export function ItemPicker({ kind, ...props }: PickerProps & { readonly kind: PickKind }) {
  switch (kind) {
    case 'state':
      return <StateOrDecline {...props} />;
    case 'assignee':
      return <AssigneePicker {...props} />;
    case 'estimate':
      return <EstimatePicker {...props} />;
    case 'tags':
      return <TagsPicker {...props} />;
    case 'category':
      return <CategoryPicker {...props} />;
    case 'release':
      return <ReleasePicker {...props} />;
    case 'sprint':
      return <SprintPicker {...props} />;
    case 'parent':
      return <ParentPicker {...props} />;
    case 'park':
      return <ParkPopover {...props} />;
    case 'decline':
      return <DeclinePopover {...props} />;
    case 'position':
      return <PositionPopover {...props} />;
    default:
      return <LinkPicker kind={kind} {...props} />;
  }
}

/** Choosing a state that declines goes on in the next window, which asks why. */
function StateOrDecline(props: PickerProps) {
  const next = useNextWindow(props.onOpenChange);
  const [state, setState] = useState<string | null>(null);
  if (next.phase === 'between') return null;
  if (next.phase === 'next') return <DeclinePopover {...props} state={state} onOpenChange={next.onOpenChange} />;
  return (
    <StatePicker
      {...props}
      onOpenChange={next.onOpenChange}
      onDecline={(chosen) => {
        setState(chosen);
        next.goOn();
      }}
    />
  );
}
