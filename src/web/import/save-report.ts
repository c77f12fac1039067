import type { ImportRun } from '../../domain/import/import-run.ts';
import { saveFile } from '../ui/save-file.ts';
import type { ImportReport } from './import-api.ts';

/** Saves what was not taken, row by row, as a CSV that any spreadsheet opens. */
export function saveReport(run: ImportRun, { problems, kept }: ImportReport): void {
  const lines = [
    ['row', 'column', 'what', 'why', 'value'],
    ...problems.map(({ row, column, loses, message, value }) => [row === null ? '' : String(row), column ?? '', loses, message, value ?? '']),
    ...kept.map(({ id, field }) => ['', field, 'kept', 'It was edited here, so ours stays.', id]),
  ];
  const text = lines.map((cells) => cells.map(guarded).join(',')).join('\r\n');
  saveFile(`${run.file.replace(/\.[a-z]+$/i, '')}-report.csv`, `\uFEFF${text}`, 'text/csv');
}

/** Quoted, and never taken for a formula by a spreadsheet. */
const guarded = (cell: string): string => `"${(/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`;
