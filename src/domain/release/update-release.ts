import { z } from 'zod';
import { verb } from '../collections.ts';
import { settleUnit } from '../capacity/unit.ts';
import { daySchema } from '../kernel/day.ts';
import type { Claim } from '../kernel/permission.ts';
import { ref } from '../kernel/ref.ts';
import { optionalTextSchema, textSchema } from '../kernel/text.ts';
import { isOpenRelease, type Release } from './release.ts';
import { refusesLead, refusesPassed } from './release-rules.ts';
import { refusesEarly } from '../kernel/refuses-early.ts';

export const updateRelease = verb({
  name: 'updateRelease',
  does: 'Change a release: its name, goal, start, date, lead, teams, confidence, or whether it is under way.',
  route: ['PATCH', '/releases/{release}'],
  input: z.strictObject({
    release: ref('release'),
    name: textSchema(100).optional(),
    goal: optionalTextSchema(500).optional(),
    startOn: daySchema.nullable().optional(),
    dueOn: daySchema.nullable().optional(),
    state: z.enum(['planned', 'active']).optional(),
    lead: ref('member').nullable().optional(),
    teams: z.array(ref('team')).max(100).optional(),
    /** With what chance its line may be relied on. Under an even one nothing is planned; nothing is certain. */
    confidence: z.number().min(0.5).max(0.99).optional(),
  }),
  /** A lead plans the release; who leads it is not theirs to say. */
  needs: (view, { release, lead }) => {
    const product = view.get('release', release).product;
    const onProduct: Claim[] = lead === undefined ? [] : [{ may: 'plan-releases', on: { in: 'product', id: product } }];
    return [{ may: 'plan-releases', on: { in: 'release', id: release } }, ...onProduct];
  },
  blockers: (view, { release, startOn, dueOn, lead }, context) => {
    const now = view.get('release', release);
    if (!isOpenRelease(now)) return [{ code: 'release-closed', release }];
    const isNewDate = dueOn !== undefined && dueOn !== now.dueOn;
    return [
      ...(isNewDate ? refusesPassed(view, { product: now.product, date: dueOn }, context) : []),
      ...refusesEarly(startOn === undefined ? now.startOn : startOn, dueOn === undefined ? now.dueOn : dueOn),
      ...refusesLead(view, lead),
    ];
  },
  run(draft, { release, teams, ...given }) {
    const values = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<Release>; // the schema names fields of a release only
    draft.update('release', release, teams ? { ...values, teams: [...new Set(teams)].sort() } : values);
    if (given.dueOn) settleUnit(draft, draft.workspace.get('release', release).product);
  },
});
