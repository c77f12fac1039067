import { priorityLevel } from '../names/priority.ts';
import type { ProblemList } from '../problem-list.ts';
import type { DraftItem } from '../rows/draft-item.ts';
import { each, type Step } from '../steps.ts';
import { readNumber } from '../values/number.ts';

/** What the order of the items rests on. */
export type RankFrom = 'rank' | 'priority' | 'file';

type Compare = (a: DraftItem, b: DraftItem) => number;

/** Puts items in rank order: by the file's rank; else by priority; else as they stand in the file. Those without a rank come last. */
export function* inRankOrder(
  drafts: readonly DraftItem[],
  problems: ProblemList,
): Generator<Step, { readonly drafts: readonly DraftItem[]; readonly rankFrom: RankFrom }> {
  if (drafts.some(({ item }) => item.rank)) return { drafts: yield* sorted(drafts, yield* byRank(drafts, problems)), rankFrom: 'rank' };
  const levels = new Map<DraftItem, number>();
  yield* each(drafts, (draft) => levels.set(draft, (draft.priority === '' ? null : priorityLevel(draft.priority)) ?? UNKNOWN));
  const known = new Set(levels.values());
  known.delete(UNKNOWN);
  if (known.size < 2) return { drafts, rankFrom: 'file' };
  return { drafts: yield* sorted(drafts, (a, b) => levels.get(a)! - levels.get(b)!), rankFrom: 'priority' };
}

/** A priority that nobody knows stands between medium and low. */
const UNKNOWN = 2.5;

/** Numbers as numbers, everything else by code unit, as Jira's own ranks are meant to be compared. */
function* byRank(drafts: readonly DraftItem[], problems: ProblemList): Generator<Step, Compare> {
  const numbers = new Map<DraftItem, number>();
  const buckets = new Set<string>();
  let areNumbers = true;
  yield* each(drafts, (draft) => {
    const rank = draft.item.rank ?? '';
    const number = rank === '' ? Infinity : areNumbers ? readNumber(rank, { isCommaDecimal: false }) : null;
    if (number === null) areNumbers = false;
    else numbers.set(draft, number);
    if (rank.charAt(1) === '|') buckets.add(rank.charAt(0));
  });
  if (areNumbers) return (a, b) => compare(numbers.get(a)!, numbers.get(b)!);
  if (buckets.size > 1)
    problems.note(
      'rank-buckets-mixed',
      'The file was exported while Jira was rearranging its ranks, so the order may be wrong in places. Export it again if it matters.',
    );
  return ({ item: a }, { item: b }) => compare(a.rank ?? LAST, b.rank ?? LAST);
}

const LAST = '\uffff';

const compare = <Value extends string | number>(a: Value, b: Value): number => (a === b ? 0 : a < b ? -1 : 1);

const RUN = 4096;

/** A stable sort in steps: runs are sorted, then merged in pairs. */
export function* sorted<Entry>(entries: readonly Entry[], inOrder: (a: Entry, b: Entry) => number): Generator<Step, readonly Entry[]> {
  let runs: Entry[][] = [];
  for (let from = 0; from < entries.length; from += RUN) {
    runs.push(entries.slice(from, from + RUN).sort(inOrder));
    yield { done: from, of: entries.length };
  }
  while (runs.length > 1) {
    const longer: Entry[][] = [];
    for (let at = 0; at < runs.length; at += 2) longer.push(runs[at + 1] ? yield* mergedRuns(runs[at]!, runs[at + 1]!, inOrder) : runs[at]!);
    runs = longer;
  }
  return runs[0] ?? [];
}

function* mergedRuns<Entry>(a: readonly Entry[], b: readonly Entry[], inOrder: (a: Entry, b: Entry) => number): Generator<Step, Entry[]> {
  const all: Entry[] = [];
  for (let atA = 0, atB = 0; atA < a.length || atB < b.length;) {
    if (atB >= b.length || (atA < a.length && inOrder(a[atA]!, b[atB]!) <= 0)) all.push(a[atA++]!);
    else all.push(b[atB++]!);
    if (all.length % (RUN * 2) === 0) yield { done: all.length, of: a.length + b.length };
  }
  return all;
}
