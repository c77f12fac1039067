import { z } from 'zod';
import type { Item } from '../backlog/item.ts';
import { checklistOf } from '../checklist/checklist.ts';
import { reading, type View } from '../collections.ts';
import { cutLines } from '../cutline/cut-line.ts';
import type { Lines } from '../cutline/line.ts';
import { missing } from '../cutline/missing.ts';
import { pointsOf } from '../estimation/estimate.ts';
import { addDays, type Day } from '../kernel/day.ts';
import { ref } from '../kernel/ref.ts';
import { acrossBorder } from '../release/border.ts';
import { isOpenRelease, type Release } from '../release/release.ts';
import { rowsInRelease } from '../release/rows-in-release.ts';
import { readinessOf } from './readiness.ts';

/** What speaks against a release, the gravest first. */
export const RISKS = ['date-passed', 'over-capacity', 'across-border', 'held', 'no-date', 'no-goal', 'not-ready', 'not-estimated', 'steps-late'] as const;
export type RiskCode = (typeof RISKS)[number];

export interface ReleaseRisk {
  readonly code: RiskCode;
  /** The items concerned, best first; none where it is the release itself. */
  readonly items: readonly string[];
}

/** How many of the open rows of a release may be begun. Never shown as a percentage. */
export interface ReleaseReadiness {
  readonly ready: number;
  readonly of: number;
  /** Those that lack something, best first. */
  readonly missing: readonly string[];
}

export interface ReleaseRisks {
  readonly readiness: ReleaseReadiness;
  readonly risks: readonly ReleaseRisk[];
}

/** So many days before it starts, what is in a release should be ready. */
const NEAR_DAYS = 14;

/** How ready a release is, and what of it can be seen to go wrong. */
export function releaseRisksOf(view: View, lines: Lines, release: Release): ReleaseRisks {
  const rows = [...view.list(rowsInRelease, release.id)];
  const readiness = readinessOfRows(view, rows);
  if (!isOpenRelease(release)) return { readiness, risks: [] };
  const found = { ...ofItself(view, release, lines.today), ...ofItems(view, lines, { release, rows, readiness }) };
  return { readiness, risks: RISKS.flatMap((code) => (found[code] ? [{ code, items: found[code] }] : [])) };
}

function readinessOfRows(view: View, rows: readonly Item[]): ReleaseReadiness {
  const lacking = rows.filter((row) => {
    const passed = readinessOf(view, row);
    return passed !== null && passed.met < passed.of;
  });
  return { ready: rows.length - lacking.length, of: rows.length, missing: idsOf(lacking) };
}

type Found = Partial<Record<RiskCode, readonly string[]>>;

function ofItself(view: View, release: Release, today: Day): Found {
  const { goal, dueOn } = release;
  return {
    ...(dueOn !== null && dueOn < today ? { 'date-passed': [] } : {}),
    ...(dueOn === null ? { 'no-date': [] } : {}),
    ...(goal === '' ? { 'no-goal': [] } : {}),
    ...(checklistOf(view, release, today).late > 0 ? { 'steps-late': [] } : {}),
  };
}

function ofItems(view: View, lines: Lines, { release, rows, readiness }: { release: Release; rows: readonly Item[]; readiness: ReleaseReadiness }): Found {
  const line = lines.lines.find((one) => one.release === release.id);
  const out = line ? line.takeOut.map((id) => ({ id, code: missing(view, lines, { item: view.get('item', id), line }).code })) : [];
  const outFor = (...codes: readonly string[]) => out.flatMap(({ id, code }) => (codes.includes(code) ? [id] : []));
  const across = new Set(acrossBorder(view, release).map(({ item }) => item));
  const found: Record<string, readonly string[]> = {
    'over-capacity': outFor('full', 'would-fit'),
    'across-border': idsOf(rows.filter(({ id }) => across.has(id))),
    held: outFor('held', 'held-by-hidden').filter((id) => !across.has(id)),
    'not-ready': isNear(release, lines.today) ? readiness.missing : [],
    'not-estimated': lines.unit === 'points' ? idsOf(rows.filter(({ estimate }) => pointsOf(estimate) === null)) : [],
  };
  return Object.fromEntries(Object.entries(found).filter(([, items]) => items.length > 0));
}

/** Under way, or to start soon. */
const isNear = ({ state, startOn }: Release, today: Day): boolean => state === 'active' || (startOn !== null && startOn <= addDays(today, NEAR_DAYS));

const idsOf = (rows: readonly Item[]): string[] => rows.map(({ id }) => id);

export const releaseRisks = reading({
  name: 'releaseRisks',
  does: 'How many rows of a release are ready, and what speaks against it: its date, its goal, what does not fit, is held, waits for others or has no estimate, and what of its checklist is late.',
  route: '/releases/{release}/risks',
  input: z.strictObject({ release: ref('release') }),
  needs: (_, { release }) => [{ may: 'read', on: { in: 'release', id: release } }],
  of: (view, { release }, asking): ReleaseRisks => {
    const record = view.get('release', release);
    return releaseRisksOf(view, cutLines(view, record.product, asking), record);
  },
});
