import type { SourcePerson } from '../source-row.ts';
import { readList } from './list.ts';
import { saysNothing } from './number.ts';
import { oneLine } from './text.ts';

const NOBODY = new Set(['unassigned', 'sin asignar', 'nicht zugewiesen', 'non assigné', 'non attribué', 'niet toegewezen', 'anonymous', 'nobody']);
const LONGEST_NAME = 120;
const LONGEST_EMAIL = 254;

/** The person that a cell names: `Name`, `Name <mail>`, a bare address, or the first of a list in brackets; null for nobody. */
export function readPerson(cell: string, id: string | null): SourcePerson | null {
  const text = oneLine(cell);
  if (saysNothing(text) || NOBODY.has(text.toLowerCase())) return null;
  const first = /^\[.*\]$/.test(text) ? readList(text)[0] : text;
  if (first === undefined) return null;
  const [, name = first, mail = ''] = /^(.*?)\s*<([^<>\s]+@[^<>\s]+)>$/.exec(first) ?? [];
  const isMail = /^[^\s@<>]+@[^\s@<>]+$/.test(first);
  const email = (isMail ? first : mail).slice(0, LONGEST_EMAIL) || null;
  return { name: (name || mail).slice(0, LONGEST_NAME).trim(), id: id?.trim() || null, email };
}
