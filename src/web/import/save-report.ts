import type { ImportRun } from '../../domain/import/import-run.ts';
import { csvOf } from '../ui/csv.ts';
import { saveFile } from '../ui/save-file.ts';
import type { ImportReport } from './import-api.ts';

/** Saves what was not taken, row by row, as a CSV that any spreadsheet opens. */
export function saveReport(run: ImportRun, { problems, kept }: ImportReport): void {
  const lines = [
    ['row', 'column', 'what', 'why', 'value'],
    ...problems.map(({ row, column, loses, message, value }) => [row === null ? '' : String(row), column ?? '', loses, message, value ?? '']),
    ...kept.map(({ id, field }) => ['', field, 'kept', 'It was edited here, so ours stays.', id]),
  ];
  saveFile(`${run.file.replace(/\.[a-z]+$/i, '')}-report.csv`, csvOf(lines), 'text/csv');
}
