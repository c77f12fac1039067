import type { ReactNode } from 'react';

/** A line of a menu: something to do, more to choose from, or a parting line with or without a heading. */
export type MenuEntry =
  | {
      id: string;
      label: string;
      icon?: ReactNode;
      keys?: string | undefined;
      /** What it means, below its name. */
      hint?: string | undefined;
      /** Why it can't be done now; stands below its name. */
      disabledReason?: string | undefined;
      isChosen?: boolean | undefined;
      isGrave?: boolean | undefined;
      run: () => void;
    }
  | { id: string; label: string; icon?: ReactNode; entries: readonly MenuEntry[] }
  | { id: string; heading: string | null };
