import { cutLines } from '../../domain/cutline/cut-line.ts';
import type { Likely } from '../../domain/cutline/likely.ts';
import type { Planned } from '../../domain/cutline/ripple.ts';
import { workToLikely, type LikelyWork } from '../../domain/schedule/likely-work.ts';
import type { Store } from '../store/store.ts';
import { triedOut } from './beside-the-page.ts';
import { deskOf, type Elsewhere } from './desk-of.ts';
import type { ShownChances } from './use-chances.ts';

const chances: Elsewhere<{ readonly work: LikelyWork | null }, { readonly likely: Likely | null }> = {
  planOf: (view, product, now) => ({ work: workToLikely(view, cutLines(view, product, { now })) }),
  worked: async ({ work }) => ({ likely: work && (await triedOut(work)) }),
  quietMs: 20,
};

/** Tells the chances of a product in which teams wait for each other, whenever they have changed; gives how to leave. */
export function watchChances({ watches, outside }: Pick<Store, 'watches' | 'outside'>, product: string, tell: (shown: ShownChances) => void): () => void {
  const question = watches.shared(chances.planOf, product, (view) => chances.planOf(view, product, outside.now()));
  const desk = deskOf(question, chances, outside.report);
  return desk.subscribe(() => {
    const { answer, isOld } = desk.shown();
    tell({ likely: answer?.likely ?? null, isOld });
  });
}

/** The chances of one plan; null: nobody waits for anybody. */
export async function chancesOf({ view, lines }: Planned): Promise<Likely | null> {
  const work = workToLikely(view, lines);
  return work && triedOut(work);
}
