import { findDelimiter } from '../../io/csv/delimiter.ts';
import { foldHeader } from '../../io/csv/header.ts';
import { readRecords } from '../../io/csv/records.ts';
import { jiraTarget } from '../../io/jira/headers.ts';

/** A project counts as the file's own when at least this share of the rows looked at are of it. */
const SHARE = 0.6;

/** What most rows at the beginning of a file call their project, in columns that a Jira export has; null where they say nothing or differ. */
export function projectInHead(head: string): { readonly key: string | null; readonly name: string | null } {
  const pieces = [{ text: head, bytesRead: head.length, hasControls: false }];
  // The last record may be cut off by the end of the head: its cells are one voice of many.
  const records = Array.from(readRecords(pieces, findDelimiter(head, false))).flatMap((batch) => batch.records);
  const targets = records[0]?.cells.map((cell) => jiraTarget(foldHeader(cell))) ?? [];
  const own = (target: 'projectKey' | 'projectName') => {
    const at = targets.indexOf(target);
    return at === -1 ? null : mostOf(records.slice(1).map(({ cells }) => cells[at]?.trim() ?? ''));
  };
  return { key: own('projectKey'), name: own('projectName') };
}

function mostOf(cells: readonly string[]): string | null {
  const filled = cells.filter((cell) => cell !== '');
  const counts = new Map<string, number>();
  for (const cell of filled) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  const [first] = [...counts].sort(([, a], [, b]) => b - a);
  return first && first[1] >= filled.length * SHARE ? first[0] : null;
}
