import type { Item } from '../../domain/backlog/item.ts';
import { isRankedRow } from '../../domain/backlog/open.ts';
import { markOf, type Mark } from '../../domain/cutline/mark.ts';
import type { ReasonCode } from '../../domain/cutline/reason.ts';
import { shortReason } from '../../domain/cutline/short-reason.ts';
import { isGuessed, sizeOf } from '../../domain/cutline/size.ts';
import { nameIn } from '../app/name-in.ts';
import { useDrawn } from './lines-board.ts';
import { reasonText } from './reason-text.ts';

/** What a row without points counts as: `~3`; empty where it has points, or items are counted. */
export function useGuess(item: Item): string {
  return useDrawn(({ view, lines }) => {
    const now = view.find('item', item.id);
    return now && isRankedRow(view, now) && isGuessed(view, lines, now) ? `~${sizeOf(view, lines, now)}` : '';
  });
}

/** What is no fault of the row. */
const PLAIN: ReadonlySet<ReasonCode> = new Set(['would-fit', 'in-sprint']);

/** A row's mark. */
export function useMark(item: Item): Mark {
  const mark = useDrawn(({ view, lines }) => markOf(view, lines, view.find('item', item.id) ?? item).mark);
  return mark === '' ? 'none' : (mark as Mark); // what markOf gave
}

/** A few words why no line takes the row, whether it stands back behind those above the line, and whether that is the line's doing. */
export function useReason(item: Item): { reason: string | null; isMuted: boolean; isCoral: boolean } {
  const told = useDrawn(({ view, lines }) => {
    const now = view.find('item', item.id);
    if (!now) return '';
    const isTaken = lines.takenBy[now.id] === 0;
    const reason = shortReason(lines, markOf(view, lines, now));
    const isMuted = lines.lines.length > 0 && !isTaken && isRankedRow(view, now);
    return `${isMuted ? 'muted' : ''}|${reason ? (PLAIN.has(reason.code) ? 'plain' : 'coral') : ''}|${reason ? reasonText(reason, nameIn(view)) : ''}`;
  });
  const [muted, tone, text] = told.split('|');
  return { reason: text ? text : null, isMuted: muted === 'muted', isCoral: tone === 'coral' };
}
