import type { ReactNode } from 'react';
import type { StateGroup } from '../../../domain/backlog/state-group.ts';
import { GROUP_NAMES } from './group-names.ts';

const ring = <circle cx="7" cy="7" r="5.4" fill="none" stroke="currentColor" strokeWidth="1.6" />;
const disc = <circle cx="7" cy="7" r="6.2" fill="currentColor" />;

/** A slice of the inner disc, from the top: half for in progress, three quarters for in review. */
const slice = (share: number) => (
  <circle
    cx="7"
    cy="7"
    r="1.7"
    fill="none"
    stroke="currentColor"
    strokeWidth="3.4"
    strokeDasharray={`${2 * Math.PI * 1.7 * share} 20`}
    transform="rotate(-90 7 7)"
  />
);
const inside = (path: string) => <path d={path} fill="none" stroke="var(--surface)" strokeWidth="1.7" strokeLinecap="round" strokeLinejoin="round" />;

/** State groups differ by filling first, by colour second. */
const groups: Readonly<Record<StateGroup, { colour: string; shape: ReactNode }>> = {
  triage: {
    colour: 'text-triage',
    shape: (
      <>
        {ring}
        <path d="M7 4.4v3.2M7 9.6v.1" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
      </>
    ),
  },
  backlog: {
    colour: 'text-backlog',
    shape: <circle cx="7" cy="7" r="5.4" fill="none" stroke="currentColor" strokeWidth="1.6" strokeDasharray="2 1.393" />,
  },
  ready: {
    colour: 'text-ready',
    shape: (
      <>
        {ring}
        <circle cx="7" cy="7" r="1.9" fill="currentColor" />
      </>
    ),
  },
  'in-progress': {
    colour: 'text-progress',
    shape: (
      <>
        {ring}
        {slice(0.5)}
      </>
    ),
  },
  'in-review': {
    colour: 'text-review',
    shape: (
      <>
        {ring}
        {slice(0.75)}
      </>
    ),
  },
  done: {
    colour: 'text-done',
    shape: (
      <>
        {disc}
        {inside('m4.2 7.2 2 2 3.7-4.2')}
      </>
    ),
  },
  declined: {
    colour: 'text-declined',
    shape: (
      <>
        {disc}
        {inside('m4.9 4.9 4.2 4.2m0-4.2L4.9 9.1')}
      </>
    ),
  },
};

/** How far an item is: its state group as a mark, named by its state; with an empty label only drawn, beside words that say the same. */
export function StateMark({ group, label, className = 'size-3.5' }: { group: StateGroup; label?: string | undefined; className?: string | undefined }) {
  const mark = groups[group];
  return (
    <svg
      viewBox="0 0 14 14"
      {...(label === '' ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label ?? GROUP_NAMES[group] })}
      className={`${mark.colour} shrink-0 ${className}`}
    >
      {mark.shape}
    </svg>
  );
}
