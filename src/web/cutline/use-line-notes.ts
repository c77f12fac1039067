import type { View } from '../../domain/collections.ts';
import { isRankedRow } from '../../domain/backlog/open.ts';
import { aboveTheLine } from '../../domain/cutline/above-the-line.ts';
import { cutLines } from '../../domain/cutline/cut-line.ts';
import { isGuessed, sizeOf } from '../../domain/cutline/size.ts';
import type { Instant } from '../../domain/kernel/day.ts';
import { useNow } from '../app/use-now.ts';
import { useLook } from '../store/hooks.ts';

/** What the lines know of an item, in a few words beside its own facts; empty where they have nothing to say. */
export function useLineNotes(item: string): { readonly estimate: string; readonly children: string } {
  const now = useNow();
  return useLook((view) => notesOf(view, item, now), [item, now]);
}

function notesOf(view: View, id: string, now: Instant): { estimate: string; children: string } {
  const item = view.find('item', id);
  if (!item) return { estimate: '', children: '' };
  const lines = cutLines(view, item.product, { now });
  const rows = lines.lines.length > 0 ? aboveTheLine(view, lines, item) : null;
  return {
    estimate: isRankedRow(view, item) && isGuessed(lines, item) ? `counts as ~${sizeOf(lines, item)}` : '',
    children: rows ? `${rows.above} of ${rows.of} above the line` : '',
  };
}
