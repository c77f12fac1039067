import { TriangleAlert } from 'lucide-react';
import { releaseReport } from '../../domain/release/release-report.ts';
import type { ReleaseWarning } from '../../domain/release/warnings.ts';
import { useReading } from '../store/hooks.ts';

interface WarningsProps {
  readonly release: string;
  /** Only what is said of all open releases at once. */
  readonly isOfAll?: boolean;
}

/** What is unusual about a release: said, and refused by nobody. */
export function Warnings({ release, isOfAll = false }: WarningsProps) {
  const told = useReading(releaseReport, { release });
  const warnings = isOfAll ? told.warnings.filter(({ code }) => code === 'many-open') : told.warnings;
  if (warnings.length === 0) return null;
  return (
    <ul aria-label="Worth a second look" className="flex shrink-0 flex-wrap gap-x-5 gap-y-1 border-b border-edge px-4 py-1.5 text-s text-ink-2">
      {warnings.map((warning) => (
        <li key={warning.code} className="flex items-center gap-1.5">
          <TriangleAlert aria-hidden="true" className="size-3.5 shrink-0 text-progress" />
          {sentence(warning)}
        </li>
      ))}
    </ul>
  );
}

function sentence(warning: ReleaseWarning): string {
  switch (warning.code) {
    case 'many-open':
      return `${warning.open} releases are open: one next and one or two later ones are usual.`;
    case 'too-long':
      return `It runs for ${warning.days} days: releases of up to three months are usual.`;
    case 'no-feature':
      return warning.items === 1 ? 'Its one item brings nothing new to anybody.' : `None of its ${warning.items} items brings anything new to anybody.`;
  }
}
