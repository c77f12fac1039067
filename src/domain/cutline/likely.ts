import type { View } from '../collections.ts';
import { chanceOfRelease, shownChances, type Chance } from './chances.ts';
import type { Lines } from './line.ts';

/** What the forecast says beside the lines of a product. */
export interface Likely {
  /** How likely items are finished by the date of the line that they have to do with, by item: at least those of which a figure is shown. */
  readonly items: Readonly<Record<string, Chance>>;
  /** How likely releases are, by release; left out where nobody can say. */
  readonly releases: Readonly<Record<string, number>>;
}

/** The chances of a product in which no team waits for another: each team is asked alone. */
export function likelyAlone(view: View, lines: Lines): Likely {
  const releases: Record<string, number> = {};
  for (const line of lines.lines) {
    const chance = chanceOfRelease(view, lines, line);
    if (chance !== null) releases[line.release] = chance;
  }
  return { items: Object.fromEntries(shownChances(view, lines)), releases };
}
