import { z } from 'zod';
import { reading, type View } from '../collections.ts';
import { ref } from '../kernel/ref.ts';
import { cutLines } from './cut-line.ts';
import type { Lines } from './line.ts';
import { finishingDays, finishingOf, type LikelyDay } from './release-days.ts';

/** By which days what can be worked on of a release is likely finished. */
export interface ReleaseCone {
  readonly days: readonly LikelyDay[];
  /** Its open rows that the days leave out, because something that is not planned before them holds them. */
  readonly held: readonly string[];
}

/** Where the way of a release goes on from today, if so much a week goes on coming into it; null: without a date, with too little history of a team, and where nothing can be worked on. */
export function releaseConeOf(view: View, lines: Lines, { release: id, growth = 0 }: { release: string; growth?: number | undefined }): ReleaseCone | null {
  const line = lines.lines.find(({ release }) => release === id);
  if (!line || line.teams.some(({ forecast }) => forecast === null)) return null;
  const { teams, held } = finishingOf(view, lines, { line, growth });
  return teams.length === 0 ? null : { days: finishingDays(teams, lines.today), held };
}

export const releaseCone = reading({
  name: 'releaseCone',
  does: 'By which days what can be worked on of a release is finished with 50, 85 and 95 %, leaving out what is held; with growth, if so much a week goes on coming into it.',
  route: '/releases/{release}/cone',
  input: z.strictObject({ release: ref('release'), growth: z.number().min(0).max(1_000_000).optional() }),
  needs: (_, { release }) => [{ may: 'see-forecasts', on: { in: 'release', id: release } }],
  of: (view, { release, growth }, asking): { cone: ReleaseCone | null } => ({
    cone: releaseConeOf(view, cutLines(view, view.get('release', release).product, asking), { release, growth }),
  }),
});
