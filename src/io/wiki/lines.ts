import { inline } from './inline.ts';

/** Wiki text without blocks, line by line: headings, lists, tables, quotes and rules, and what stands inside of lines. */
export function linesToMarkdown(text: string): string {
  const out: string[] = [];
  let within: Within = 'text';
  for (const line of text.split('\n')) {
    if (within === 'text' && !SPECIAL.test(line)) {
      out.push(inline(line.trimStart()));
      continue;
    }
    const row = tableRow(line);
    if (row) {
      if (within !== 'table') gap(out);
      out.push(...(within === 'table' ? [row.line] : withHeader(row)));
      within = 'table';
      continue;
    }
    const entry = listEntry(line);
    const block = entry ?? blockLine(line);
    if ((block !== null && !(entry && within === 'list')) || (within === 'table' && line.trim() !== '')) gap(out);
    out.push(block ?? inline(line.trimStart()));
    if (entry) within = 'list';
    else if (within !== 'list' || block !== null || line.trim() === '') within = 'text';
  }
  return out.join('\n');
}

/** How lines begin that are not a part of a paragraph. */
const SPECIAL = /^\s*(?:[|*#-]|h[1-6]\.|bq\.)/;

type Within = 'text' | 'list' | 'table';

/** Markdown needs a blank line between a paragraph and what is none. */
function gap(out: string[]): void {
  if ((out.at(-1) ?? '') !== '') out.push('');
}

/** A line that is a block of its own; null for one of a paragraph. */
function blockLine(line: string): string | null {
  const heading = /^\s*h([1-6])\.\s*(.*)$/.exec(line);
  if (heading) return `${'#'.repeat(Number(heading[1]))} ${inline(heading[2]!)}`;
  const quote = /^\s*bq\.\s*(.*)$/.exec(line);
  if (quote) return `> ${inline(quote[1]!)}`;
  return /^\s*-{4,}\s*$/.test(line) ? '---' : null;
}

/**
 * The last sign says which list it is; each sign before it indents, by what the outer list's own mark is wide. Texts made by hand indent by
 * spaces instead.
 */
function listEntry(line: string): string | null {
  const [, spaces = '', signs = '', text = ''] = /^(\s*)([*#-]{1,9})\s+(\S.*)$/.exec(line) ?? [];
  if (signs === '') return null;
  const bySigns = Array.from(signs.slice(0, -1), (sign) => (sign === '#' ? '   ' : '  ')).join('');
  const bySpaces = signs.length === 1 ? '  '.repeat(Math.min(4, Math.floor(spaces.length / 2))) : '';
  return `${bySpaces}${bySigns}${signs.endsWith('#') ? '1.' : '-'} ${inline(text)}`;
}

interface TableRow {
  readonly line: string;
  readonly isHeader: boolean;
  readonly width: number;
}

/** Stands for the bar inside of a link while a row is split at its bars. */
const BAR = '\u0001';

function tableRow(line: string): TableRow | null {
  const text = line.trim();
  if (!text.startsWith('|') || text.length < 3 || !text.slice(1).includes('|')) return null;
  const isHeader = text.startsWith('||');
  const inside = text.replace(/^\|{1,2}/, '').replace(/\|{1,2}$/, '');
  const cells = inline(inside.replace(/\[([^\]|\n]*)\|([^\]\n]*)\]/g, `[$1${BAR}$2]`), BAR).split(/\|\|?/);
  return { line: `| ${cells.map((cell) => cell.replaceAll(BAR, '\\|').trim()).join(' | ')} |`, isHeader, width: cells.length };
}

/** Markdown has no table without a header: one that starts with a plain row gets an empty one. */
function withHeader({ line, isHeader, width }: TableRow): string[] {
  const rule = `|${' --- |'.repeat(width)}`;
  return isHeader ? [line, rule] : [`|${'  |'.repeat(width)}`, rule, line];
}
