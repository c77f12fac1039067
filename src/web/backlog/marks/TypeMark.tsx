import type { ReactNode } from 'react';

type MarkShape = { label: string; colour: string; shape: ReactNode };

/** Types differ by shape first, by colour second. */
const types: Record<string, MarkShape> = {
  epic: { label: 'Epic', colour: 'text-triage', shape: <path d="M7 1 13 7 7 13 1 7Z" fill="currentColor" /> },
  feature: {
    label: 'Feature',
    colour: 'text-ready',
    shape: <path d="M7 1 12.2 4v6L7 13 1.8 10V4Z" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinejoin="round" />,
  },
  story: {
    label: 'Story',
    colour: 'text-ready',
    shape: <rect x="2" y="2" width="10" height="10" rx="2" fill="none" stroke="currentColor" strokeWidth="1.8" />,
  },
  bug: {
    label: 'Bug',
    colour: 'text-bug',
    shape: (
      <>
        <circle cx="7" cy="7" r="5" fill="none" stroke="currentColor" strokeWidth="1.8" />
        <circle cx="7" cy="7" r="1.8" fill="currentColor" />
      </>
    ),
  },
  chore: { label: 'Chore', colour: 'text-ink-3', shape: <path d="M2 7h10" stroke="currentColor" strokeWidth="3" strokeLinecap="round" /> },
  task: {
    label: 'Task',
    colour: 'text-ink-3',
    shape: (
      <>
        <rect x="2" y="2" width="10" height="10" rx="2" fill="none" stroke="currentColor" strokeWidth="1.2" />
        <path d="m4.6 7.2 1.7 1.7 3.1-3.6" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round" />
      </>
    ),
  },
};

/** With an empty label it is only drawn, beside words that say the same. What kind of item it is: epic diamond, feature hexagon, story square, bug round, chore bar, task tick box. */
export function TypeMark({ type, label, className = 'size-3.5' }: { type: string; label?: string | undefined; className?: string | undefined }) {
  const mark = types[type];
  if (!mark) throw new Error(`There is no mark for the type ${type}`);
  return (
    <svg
      viewBox="0 0 14 14"
      {...(label === '' ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label ?? mark.label })}
      className={`${mark.colour} shrink-0 ${className}`}
    >
      {mark.shape}
    </svg>
  );
}
