import { type ReactNode } from 'react';
import { OnTop } from './OnTop.tsx';
import { onDemand } from './on-demand.ts';

/** Something that can be done from here. */
export type Command = {
  id: string;
  name: string;
  /** What it does, in a sentence; also searched. */
  sentence?: string | undefined;
  keys?: string | undefined;
  icon?: ReactNode;
  run: () => void;
  disabledReason?: string | undefined;
};

export type CommandPaletteProps = {
  isOpen: boolean;
  onClose: () => void;
  commands: readonly Command[];
  /** Told what is typed, so that the caller can add items that it finds. */
  onTyped?: ((text: string) => void) | undefined;
  placeholder?: string | undefined;
};

const Layer = onDemand(async () => (await import('./layers/PaletteLayer.tsx')).PaletteLayer);

/** Everything that can be done or gone to, found by typing. */
export function CommandPalette(props: CommandPaletteProps) {
  if (!props.isOpen) return null;
  return (
    <OnTop>
      <Layer {...props} />
    </OnTop>
  );
}
