import { z } from 'zod';
import { CATEGORIES } from '../backlog/category.ts';
import { verb, type View } from '../collections.ts';
import { sum } from '../estimation/sum.ts';
import { ref } from '../kernel/ref.ts';
import type { Blocker } from '../kernel/refusal.ts';
import { sharesOf, type Share } from './share.ts';

export const setShare = verb({
  name: 'setShare',
  does: 'Keep a part of a team’s capacity for one category of work or, without a category, for work that nobody planned; 0 keeps nothing.',
  route: ['PUT', '/teams/{team}/shares'],
  input: z.strictObject({ team: ref('team'), category: z.enum(CATEGORIES).nullable(), percent: z.int().min(0).max(100) }),
  needs: (_, { team }) => [{ may: 'set-capacity', on: { in: 'team', id: team } }],
  blockers: (view, { team, category, percent }) => refusesTooMuch(view, { id: shareOf(view, team, category)?.id ?? '', team, percent }),
  run(draft, { team, category, percent }, context) {
    const share = shareOf(draft.workspace, team, category);
    if (share && percent === 0) draft.remove('share', share.id);
    else if (share) draft.update('share', share.id, { percent });
    else if (percent > 0) draft.create('share', { id: context.newId(), team, category, percent });
  },
});

/** What must be so of every share: one for each category of a team, and not more than all of its capacity together. */
export function brokenShare(view: View, share: Share): Blocker | null {
  const isTwice = Array.from(view.list(sharesOf, share.team)).some(({ id, category }) => id !== share.id && category === share.category);
  return isTwice ? { code: 'same-twice', what: 'A share of this kind' } : (refusesTooMuch(view, share)[0] ?? null);
}

const shareOf = (view: View, team: string, category: Share['category']): Share | undefined =>
  Array.from(view.list(sharesOf, team)).find((share) => share.category === category);

function refusesTooMuch(view: View, { id, team, percent }: Pick<Share, 'id' | 'team' | 'percent'>): Blocker[] {
  const others = Array.from(view.list(sharesOf, team)).filter((share) => share.id !== id);
  const total = others.reduce((all, share) => sum(all, share.percent), percent);
  return total > 100 ? [{ code: 'over-all', team, percent: total }] : [];
}
