import { cutLines } from '../../domain/cutline/cut-line.ts';
import type { Release } from '../../domain/release/release.ts';
import { releaseFacts, releaseForecastFrom, releasePlan, type ReleaseForecast } from '../../domain/schedule/release-forecast.ts';
import { Schedule } from '../../domain/schedule/schedule.ts';
import type { WorkPlan } from '../../domain/schedule/work-plan.ts';
import { useNow } from '../app/use-now.ts';
import { useLook } from '../store/hooks.ts';
import { simulated } from './beside-the-page.ts';
import { useChances } from './use-chances.ts';
import type { Elsewhere } from './desk-of.ts';
import { useDesk } from './use-desk.ts';

const plans: Elsewhere<{ readonly plan: WorkPlan | null }, { readonly schedule: Schedule | null }> = {
  planOf: (view, id, now) => {
    const release = view.find('release', id);
    return { plan: release ? releasePlan(view, cutLines(view, release.product, { now }), id) : null };
  },
  worked: async ({ plan }) => ({ schedule: plan && new Schedule(plan, await simulated(plan)) }),
  quietMs: 150,
};

/** The forecast of a release. Where teams wait for each other it is worked out beside the page: null until it is there, and then the old one until a new one is. */
export function useReleaseForecast({ id, product }: Release): { readonly forecast: ReleaseForecast | null; readonly isOld: boolean } {
  const now = useNow();
  const facts = useLook((view) => releaseFacts(view, cutLines(view, product, { now }), id), [product, id, now]);
  const chances = useChances(product, facts.isWaiting);
  const { answer, isOld } = useDesk(plans, id, facts.isWaiting);
  if (!facts.isWaiting) return { forecast: facts.forecast, isOld: false };
  if (!answer || !chances.likely) return { forecast: null, isOld: true };
  return { forecast: releaseForecastFrom(facts, { likely: chances.likely, schedule: answer.schedule }), isOld: isOld || chances.isOld };
}
