import type { z } from 'zod';
import { isWellFormed } from '../../domain/kernel/text.ts';
import { invalid, type Fault } from './problem.ts';

/** Deeper than anything that is asked for, and shallow enough to be gone through. */
const DEEPEST = 32;

/** The input as its schema takes it. Everything that is wrong with it is said at once, once for each path; throws a 422. */
export function atTheDoor<T>(schema: z.ZodType<T>, input: unknown): T {
  if (isTooDeep(input)) throw invalid([{ path: '', message: `is nested more than ${DEEPEST} levels deep` }]);
  const broken = brokenTexts(input, '');
  const parsed = schema.safeParse(input);
  if (parsed.success && broken.length === 0) return parsed.data;
  const faults = parsed.success ? [] : parsed.error.issues.flatMap((issue) => faultsOf(issue, []));
  const first = new Map([...broken, ...faults].toReversed().map((fault) => [fault.path, fault]));
  throw invalid([...first.values()].toReversed());
}

/** Whether something is nested so deeply that going through it by calls within calls could break. Level by level, so that this can't. */
function isTooDeep(input: unknown): boolean {
  let level = [input];
  for (let depth = 0; depth <= DEEPEST; depth++) {
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []));
    if (level.length === 0) return false;
  }
  return true;
}

/** Texts that no database and no encoding can hold, names of fields included: no schema has to think of them. */
function brokenTexts(value: unknown, path: string): Fault[] {
  if (typeof value === 'string') return isBroken(value) ? [{ path, message: 'must not hold NUL or broken characters' }] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const at = path ? `${path}.${name}` : name;
    return isBroken(name) ? [{ path, message: 'has a field whose name holds NUL or broken characters' }] : brokenTexts(inner, at);
  });
}

const isBroken = (text: string): boolean => text.includes('\0') || !isWellFormed(text);

type Issue = z.core.$ZodIssue;

function faultsOf(issue: Issue, above: readonly PropertyKey[]): Fault[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ path: [...path, key].map(String).join('.'), message: 'there is no such field' }));
  if (issue.code === 'invalid_union' && issue.errors.length > 0) return closest(issue.errors).flatMap((inner) => faultsOf(inner, path));
  if (issue.code === 'invalid_key') return [{ path: path.map(String).join('.'), message: 'is no name that can be used here' }];
  return [{ path: path.map(String).join('.'), message: issue.message }];
}

/** Of several shapes that an input could have had, the one that it is closest to: where the fewest fields are missing or unknown. */
function closest(options: readonly (readonly Issue[])[]): readonly Issue[] {
  const strange = (issues: readonly Issue[]) => issues.reduce((sum, issue) => sum + strangeness(issue), 0);
  return options.toSorted((a, b) => strange(a) - strange(b))[0] ?? [];
}

function strangeness(issue: Issue): number {
  if (issue.code === 'unrecognized_keys') return issue.keys.length * 2;
  if (issue.code === 'invalid_type' && 'input' in issue && issue.input === undefined) return 2;
  return issue.path.length === 0 ? 3 : 1;
}
