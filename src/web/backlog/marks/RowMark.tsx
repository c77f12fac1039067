import type { ReactNode } from 'react';

/** Filled: in a release whose line takes it. Coral: in a release whose line does not. Hollow: in none, and a line takes it. A dot: none of these. */
const marks: Record<string, { colour: string; shape: ReactNode }> = {
  filled: { colour: 'text-accent', shape: <circle cx="7" cy="7" r="4.2" fill="currentColor" /> },
  hollow: { colour: 'text-accent', shape: <circle cx="7" cy="7" r="3.6" fill="none" stroke="currentColor" strokeWidth="1.5" /> },
  coral: { colour: 'text-line', shape: <circle cx="7" cy="7" r="4.2" fill="currentColor" /> },
  none: { colour: 'text-control-edge', shape: <circle cx="7" cy="7" r="1.6" fill="currentColor" /> },
};

/** Where a row stands to the line. The words say why; a click on what holds the mark answers in full. */
export function RowMark({ mark, label, className = 'size-3.5' }: { mark: string; label: string; className?: string | undefined }) {
  const drawn = marks[mark];
  if (!drawn) throw new Error(`There is no row mark ${mark}`);
  return (
    <svg viewBox="0 0 14 14" role="img" aria-label={label} className={`${drawn.colour} shrink-0 ${className}`}>
      {drawn.shape}
    </svg>
  );
}
