import { z } from 'zod';
import { reading, type View } from '../collections.ts';
import { ref } from '../kernel/ref.ts';
import { cutLines } from './cut-line.ts';
import type { Lines } from './line.ts';
import { finishingDays, finishingOf, type ReleaseForecast } from './release-forecast.ts';

/** By which days what can be worked on of a release is likely finished. */
export interface ReleaseCone {
  readonly days: ReleaseForecast['days'];
  /** Its open rows that the days leave out, because something that is not planned before them holds them. */
  readonly held: readonly string[];
}

/** Where the way of a release goes on from today; null: without a date, with too little history of a team, and where nothing can be worked on. */
export function releaseConeOf(view: View, lines: Lines, id: string): ReleaseCone | null {
  const line = lines.lines.find(({ release }) => release === id);
  if (!line || line.teams.some(({ forecast }) => forecast === null)) return null;
  const { teams, held } = finishingOf(view, lines, line);
  return teams.length === 0 ? null : { days: finishingDays(teams, lines.today), held };
}

export const releaseCone = reading({
  name: 'releaseCone',
  does: 'By which days what can be worked on of a release is finished with 50, 85 and 95 %, leaving out what is held.',
  route: '/releases/{release}/cone',
  input: z.strictObject({ release: ref('release') }),
  needs: (_, { release }) => [{ may: 'see-forecasts', on: { in: 'release', id: release } }],
  of: (view, { release }, asking): { cone: ReleaseCone | null } => ({
    cone: releaseConeOf(view, cutLines(view, view.get('release', release).product, asking), release),
  }),
});
