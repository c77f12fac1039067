import { wholeFor } from '../capacity/parts.ts';
import { sum } from '../estimation/sum.ts';
import type { Outlook } from '../forecast/outlook.ts';
import { chanceOf } from '../forecast/delivered.ts';
import { totalsWithin } from '../forecast/totals.ts';
import type { TeamForecast, TeamOnLine } from './line.ts';

/** A part of a team's capacity that has a forecast. */
export type Forecast = TeamOnLine & { readonly forecast: TeamForecast };

export const hasForecast = (part: TeamOnLine): part is Forecast => part.forecast !== null;

/** What is worked off of a part before anything that a line takes of it: what earlier lines take, and what is left in running sprints for other releases. */
export const startOf = ({ forecast, inSprints }: Pick<TeamOnLine, 'forecast' | 'inSprints'>): number => sum(forecast?.earlier ?? 0, inSprints);

/** How likely so much of a part is delivered from today on by its line's date. */
export const chanceOfPart = ({ percent, forecast }: Forecast, outlook: Outlook, upTo: number): number =>
  chanceOf(wholeFor(upTo, percent), totalsWithin(outlook, forecast.days));
