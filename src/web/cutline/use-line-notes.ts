import type { Item } from '../../domain/backlog/item.ts';
import type { View } from '../../domain/collections.ts';
import { isRankedRow } from '../../domain/backlog/open.ts';
import { aboveTheLine } from '../../domain/cutline/above-the-line.ts';
import { cutLines } from '../../domain/cutline/cut-line.ts';
import type { Lines } from '../../domain/cutline/line.ts';
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
    estimate: isRankedRow(view, item) ? countsAs(view, lines, item) : '',
    children: rows ? `${rows.above} of ${rows.of} above the line` : '',
  };
}

/** What it counts as where it has no points: a guess, or what its T-shirt size or its hours come to. */
function countsAs(view: View, lines: Lines, item: Item): string {
  if (lines.unit !== 'points' || item.estimate?.kind === 'points') return '';
  return `counts as ${isGuessed(view, lines, item) ? '~' : ''}${sizeOf(view, lines, item)}`;
}
