import type { Entity, Fields, Update } from './change.ts';
import type { Draft } from './draft.ts';
import { gapOver, gapUnder, keysIn, placeAt, type Gap, type Ranked, type Ranking } from './rank.ts';
import type { Lists, Shape } from './workspace.ts';

/** A place that was given back: which key stood for it then, and which one does now. */
export interface PutBack {
  readonly was: string;
  readonly is: string;
}

/** Whether a record still stands where a change put it: a key that was re-spread since, or given back by this undo itself, is the same place. */
export function isWherePut(now: Fields, change: Update, given: PutBack | undefined): boolean {
  const key = now['placedAs'] ?? now['rank'];
  return (given && given.is === key ? given.was : key) === change.to['rank'];
}

/** Back under the record it stood under; if that is gone, above the one it stood above; else to where its old key points. */
export function backToPlace<S extends Shape>(draft: Draft<S>, ranking: Ranking<never>, change: Update): PutBack {
  const known = ranking as unknown as Ranking<Ranked>; // the records of a ranking are ranked
  const record = draft.workspace.get(known.in, change.id) as unknown as Ranked;
  const old = change.from['rank'] as string;
  return { was: old, is: putBack(draft, known, { record, old, gap: gapBack(draft, known, { record, old, change }) }) };
}

/** A record that comes back may find its key taken by one that was put there meanwhile: then it stands right under that one. */
export function makeRankUnique<S extends Shape>(draft: Draft<S>, ranking: Ranking<never>, { id }: Entity): void {
  const known = ranking as unknown as Ranking<Ranked>; // the records of a ranking are ranked
  const record = draft.workspace.get(known.in, id) as unknown as Ranked;
  const gap = gapAtKey(draft.workspace, known, { record, key: record.rank });
  if (gap.above?.rank === record.rank || gap.below?.rank === record.rank)
    putBack(draft, known, { record, old: record.rank, gap: afterTwin(draft.workspace, known, { record, gap }) });
}

/** The gap under whichever neighbour has the record's key. */
function afterTwin(view: Lists, ranking: Ranking<Ranked>, { record, gap }: { record: Ranked; gap: Gap<Ranked> }): Gap<Ranked> {
  const above = gap.below?.rank === record.rank ? gap.below : gap.above;
  return gapUnder(view, ranking, { group: ranking.group(record), above, moving: new Set([record.id]) });
}

function gapBack<S extends Shape>(
  { workspace }: Draft<S>,
  ranking: Ranking<Ranked>,
  { record, old, change }: { record: Ranked; old: string; change: Update },
): Gap<Ranked> {
  const group = ranking.group(record);
  const moving = new Set([record.id]);
  const above = neighbour(change.place?.above);
  if (above) return gapUnder(workspace, ranking, { group, above, moving });
  const below = neighbour(change.place?.below);
  if (below) return gapOver(workspace, ranking, { group, below, moving });
  return gapAtKey(workspace, ranking, { record, key: old });
  function neighbour(id: string | null | undefined): Ranked | undefined {
    const found = id ? (workspace.find(ranking.in, id) as unknown as Ranked | undefined) : undefined;
    return found && ranking.group(found) === group ? found : undefined;
  }
}

/** Where a key points, as if the record were not there. */
function gapAtKey(view: Lists, ranking: Ranking<Ranked>, { record, key }: { record: Ranked; key: string }): Gap<Ranked> {
  const group = ranking.group(record);
  const place = view.placeOf(ranking.index, group, { ...record, rank: key });
  return gapUnder(view, ranking, { group, above: place > 0 ? view.list(ranking.index, group).at(place - 1) : undefined, moving: new Set([record.id]) });
}

/** Gives the old key again where it fits in the gap, so that taking back thousands of moves keeps keys short; else a new one. */
function putBack<S extends Shape>(draft: Draft<S>, ranking: Ranking<Ranked>, { record, old, gap }: { record: Ranked; old: string; gap: Gap<Ranked> }): string {
  const fits = (!gap.above || gap.above.rank < old) && (!gap.below || old < gap.below.rank);
  const rank = fits ? old : keysIn(draft, ranking, { gap, moving: new Set([record.id]), count: 1 })[0]!;
  placeAt(draft, ranking, { id: record.id, rank });
  return rank;
}
