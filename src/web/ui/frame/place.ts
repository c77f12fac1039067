import type { ReactNode } from 'react';

/** Somewhere to go, or something to open, from the sidebar or the phone's bar. */
export type Place = {
  id: string;
  label: string;
  icon: ReactNode;
  isCurrent?: boolean | undefined;
  /** Muted at the end: `3`, `6 d`. */
  count?: string | number | undefined;
  keys?: string | undefined;
} & ({ href: string } | { open: () => void });

export type PlaceSection = { id: string; heading?: string | undefined; places: readonly Place[] };

/** One of several looks at the same page. */
export type View = { id: string; label: string; href: string; isCurrent: boolean; count?: number | undefined };
