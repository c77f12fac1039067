import { type ReactNode } from 'react';
import { OnTop } from './OnTop.tsx';
import { onDemand } from './on-demand.ts';

export type DialogProps = {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  /** Buttons; the last one is the main action. */
  actions?: ReactNode;
  width?: 's' | 'm' | 'l' | undefined;
};

const Layer = onDemand(async () => (await import('./layers/DialogLayer.tsx')).DialogLayer);

/** Something that must be settled before going on; on a phone a sheet from below. */
export function Dialog(props: DialogProps) {
  if (!props.isOpen) return null;
  return (
    <OnTop>
      <Layer {...props} />
    </OnTop>
  );
}
