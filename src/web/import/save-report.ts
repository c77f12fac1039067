import type { ImportRun } from '../../domain/import/import-run.ts';
import { csvOf } from '../ui/csv.ts';
import { saveFile } from '../ui/save-file.ts';
import { fieldWords } from './field-words.ts';
import type { ImportReport } from './import-api.ts';

/** Saves what was not taken, row by row, what has changed and what stayed, as a CSV that any spreadsheet opens. */
export function saveReport(run: ImportRun, { problems, kept, changed }: ImportReport, nameOf: (item: string) => string): void {
  const lines = [
    ['row', 'column', 'what', 'why', 'value'],
    ...problems.map(({ row, column, loses, message, value }) => [row === null ? '' : String(row), column ?? '', loses, message, value ?? '']),
    ...changed.map(({ id, fields }) => ['', fields.map(fieldWords).join(', '), 'changed', 'It was changed as in the file.', nameOf(id)]),
    ...kept.map(({ id, field }) => ['', fieldWords(field), 'kept', 'It was edited here, so ours stays.', nameOf(id)]),
  ];
  saveFile(`${run.file.replace(/\.[a-z]+$/i, '')}-report.csv`, csvOf(lines), 'text/csv');
}
