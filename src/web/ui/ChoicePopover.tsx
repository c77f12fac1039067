import { type ReactNode, type RefObject } from 'react';
import type { Placement } from './Popover.tsx';
import { OnTop } from './OnTop.tsx';
import { onDemand } from './on-demand.ts';

export type Choice = {
  id: string;
  label: string;
  icon?: ReactNode;
  /** Before the label, muted: a key. */
  lead?: string | undefined;
  hint?: string | undefined;
  /** Further words by which it is found. */
  words?: string | undefined;
  keys?: string | undefined;
  disabledReason?: string | undefined;
};

export type ChoicePopoverProps = {
  triggerRef: RefObject<Element | null>;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** What is chosen here: `State`, `Tags`. */
  label: string;
  placeholder?: string | undefined;
  choices: readonly Choice[];
  chosen: readonly string[];
  /** Several may be chosen; it then stays open. */
  isMany?: boolean | undefined;
  /** Chosen, or with several, chosen or no longer chosen. */
  onChoose: (id: string) => void;
  /** Makes what was typed, where nothing has that name. */
  onCreate?: ((name: string) => void) | undefined;
  /** Finds the choices instead of the search among `choices`: for thousands of them, of which it gives the best few. */
  search?: ((typed: string) => readonly Choice[]) | undefined;
  /** Takes what was typed as it is, without Enter: a digit for an estimate, say. True: taken, and it closes. */
  onTyped?: ((typed: string) => boolean) | undefined;
  /** A first line that takes the value away: `No release`. */
  noneLabel?: string | undefined;
  onNone?: (() => void) | undefined;
  /** For long names. */
  isWide?: boolean | undefined;
  placement?: Placement | undefined;
};

const Layer = onDemand(async () => (await import('./layers/ChoiceLayer.tsx')).ChoiceLayer);

/** A list to choose from, found by typing: states, people, releases, tags. */
export function ChoicePopover(props: ChoicePopoverProps) {
  if (!props.isOpen) return null;
  return (
    <OnTop>
      <Layer {...props} />
    </OnTop>
  );
}
