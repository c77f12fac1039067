import { z } from 'zod';
import type { Item } from '../backlog/item.ts';
import { groupOf, isRankedRow } from '../backlog/open.ts';
import { reading, type View } from '../collections.ts';
import { ref } from '../kernel/ref.ts';
import { aboveTheLine } from './above-the-line.ts';
import { arithmeticOf, type Arithmetic } from './arithmetic.ts';
import { cutLines } from './cut-line.ts';
import type { Fix } from './fix.ts';
import { fixesFor } from './fixes.ts';
import type { Lines } from './line.ts';
import { markOf, rowsBelow, type Mark } from './mark.ts';
import type { WhyReason } from './reason.ts';

/** Why a row is above or below a line: one reason, the arithmetic, and up to two ways to change it in one step. */
export interface Why {
  readonly item: string;
  readonly mark: Mark;
  readonly reason: WhyReason;
  /** Null where no line has to do with it. */
  readonly arithmetic: Arithmetic | null;
  readonly fixes: readonly Fix[];
}

/** Why an item has the mark that it has. */
export function whyOf(view: View, lines: Lines, item: Item): Why {
  const { mark, reason: why } = reasonOf(view, lines, item);
  return {
    item: item.id,
    mark,
    reason: why,
    arithmetic: arithmeticOf(view, lines, { item, reason: why }),
    fixes: fixesFor(view, lines, { item, reason: why }),
  };
}

/** An item's mark with the one reason for it. */
export function reasonOf(view: View, lines: Lines, item: Item): { readonly mark: Mark; readonly reason: WhyReason } {
  const { mark, line, reason } = markOf(view, lines, item);
  return { mark, reason: reason ?? answerFor(view, lines, { item, mark, line }) };
}

function answerFor(view: View, lines: Lines, { item, mark, line }: { item: Item; mark: Mark; line: string | null }): WhyReason {
  if (!isRankedRow(view, item)) return withoutPlace(view, lines, item);
  if (line !== null) return { code: mark === 'filled' ? 'taken' : 'would-be-taken', line };
  const last = lines.lines.at(-1);
  return last ? { code: 'below', line: last.id, rows: rowsBelow(view, last, item) } : { code: 'no-line', product: item.product };
}

function withoutPlace(view: View, lines: Lines, item: Item): WhyReason {
  if (item.trashedAt !== null) return { code: 'no-place', because: 'trashed' };
  if (item.parkedAt !== null) return { code: 'no-place', because: 'parked' };
  const group = groupOf(view, item);
  if (group === 'done' || group === 'declined' || group === 'triage') return { code: 'no-place', because: group };
  if (item.type === 'task') return { code: 'task', story: item.parent };
  return { code: 'parent', ...(aboveTheLine(view, lines, item) ?? { above: 0, of: 0 }) };
}

export const why = reading({
  name: 'why',
  does: 'Why an item is above or below the line, the arithmetic, and what would change it in one step.',
  route: '/items/{item}/why',
  input: z.strictObject({ item: ref('item') }),
  needs: (_, { item }) => [{ may: 'read', on: { in: 'item', id: item } }],
  of(view, { item: id }, asking): Why {
    const item = view.get('item', id);
    return whyOf(view, cutLines(view, item.product, asking), item);
  },
});
