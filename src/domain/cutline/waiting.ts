import type { Item } from '../backlog/item.ts';
import type { View } from '../collections.ts';
import { isRankedRow } from '../backlog/open.ts';
import { linksTo } from '../dependency/link.ts';
import { rowsBefore } from '../dependency/rows-before.ts';
import { partKey, partOnLine, type Lines } from './line.ts';
import { needsOf } from './needs.ts';

/**
 * Whether rows need several teams, or something that a line takes, or that is in its release, waits for what another team does, or the same team with
 * another part of its capacity, or another product. Where nothing does, each team goes on by itself, and asking each alone tells all.
 */
export const isAnyWaiting = (view: View, lines: Lines): boolean =>
  Array.from(view.all('teamEstimate')).some(({ item }) => isShared(view, lines, view.find('item', item))) ||
  lines.lines.some(({ taken, takeOut }) => taken.some((id) => waits(view, lines, id)) || takeOut.some((id) => waits(view, lines, id)));

/** What one team is unlikely to come to may still be work of another before what that one comes to next. */
const isShared = (view: View, lines: Lines, row: Item | undefined): boolean =>
  row?.product === lines.product && isRankedRow(view, row) && needsOf(view, lines, row).length > 1;

function waits(view: View, lines: Lines, id: string): boolean {
  if (view.list(linksTo, id).length === 0) return false;
  const row = view.get('item', id);
  const before = rowsBefore(view, row) ?? []; // what is held has no chance
  return before.some(({ product }) => product !== row.product) || isBySeveral(view, lines, before.length === 0 ? [] : [row, ...before]);
}

/** Whether rows draw on several parts of capacities. */
function isBySeveral(view: View, lines: Lines, rows: readonly Item[]): boolean {
  const drawn = new Set(rows.flatMap((row) => needsOf(view, lines, row).map(({ team }) => partDrawn(lines, { row, team }))));
  return drawn.size > 1;
}

/** The key of the part of a team's capacity that a row draws on. */
function partDrawn({ lines }: Lines, { row, team }: { row: Item; team: string }): string {
  const part = lines.map(({ teams }) => partOnLine(teams, team, row)).find((one) => one !== undefined);
  return part ? partKey(part) : team;
}
