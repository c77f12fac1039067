import { type ReactNode, type RefObject } from 'react';
import { OnTop } from './OnTop.tsx';
import { onDemand } from './on-demand.ts';

export type Placement = 'bottom start' | 'bottom end' | 'bottom' | 'top start' | 'top end' | 'top' | 'start' | 'end';

export type PopoverProps = {
  /** Where it stands, and where the focus goes back to. */
  triggerRef: RefObject<Element | null>;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  label: string;
  placement?: Placement | undefined;
  /** No padding of its own, for lists. */
  isBare?: boolean | undefined;
  children: ReactNode;
};

const Layer = onDemand(async () => (await import('./layers/PopoverLayer.tsx')).PopoverLayer);

/** Something small beside what opened it. Closes by Esc, or by a click elsewhere. */
export function Popover(props: PopoverProps) {
  if (!props.isOpen) return null;
  return (
    <OnTop>
      <Layer {...props} />
    </OnTop>
  );
}
