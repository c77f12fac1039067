import type { ItemType } from '../../domain/backlog/item-type.ts';
import type { Mapping } from '../mapping.ts';
import type { ImportedGroup } from '../names/state-group-of.ts';
import { excerpt, type ProblemCode } from '../problem.ts';
import type { ProblemList } from '../problem-list.ts';
import type { Target } from '../target.ts';
import type { RowReader } from './row-reader.ts';

/** What reading each row of one file needs. */
export interface FileContext {
  readonly mapping: Mapping;
  readonly reader: RowReader;
  readonly problems: ProblemList;
  readonly states: ReadonlyMap<string, { readonly name: string; readonly group: ImportedGroup }>;
  readonly types: ReadonlyMap<string, ItemType>;
  readonly declining: ReadonlySet<string>;
  readonly isCommaDecimal: boolean;
}

export function fileContext(mapping: Mapping, reader: RowReader, problems: ProblemList): FileContext {
  return {
    mapping,
    reader,
    problems,
    states: new Map(mapping.states.map(({ from, name, group }) => [from, { name, group }])),
    types: new Map(mapping.types.map(({ from, type }) => [from, type])),
    declining: new Set(mapping.resolutions.filter(({ declines }) => declines).map(({ from }) => from)),
    isCommaDecimal: mapping.delimiter !== ',',
  };
}

/** One row, with the words to complain about one of its cells. */
export class RowContext {
  readonly row: number;
  readonly cells: readonly string[];
  readonly file: FileContext;

  constructor(file: FileContext, row: number, cells: readonly string[]) {
    this.file = file;
    this.row = row;
    this.cells = cells;
  }

  first(target: Target): string {
    return this.file.reader.first(this.cells, target);
  }

  all(target: Target): string[] {
    return this.file.reader.all(this.cells, target);
  }

  /** All cells that hold something, one a line. */
  joined(target: Target): string {
    return this.file.reader.joined(this.cells, target);
  }

  has(target: Target): boolean {
    return this.file.reader.has(target);
  }

  column(target: Target): string {
    return this.file.reader.column(this.cells, target);
  }

  /** The cell stays out, and this is said of it after its place. */
  refuseCell(code: ProblemCode, target: Target, { value, why }: { readonly value: string; readonly why: string }): void {
    this.#say(code, 'cell', { target, value, why });
  }

  note(code: ProblemCode, target: Target, { value, why }: { readonly value: string; readonly why: string }): void {
    this.#say(code, 'nothing', { target, value, why });
  }

  #say(code: ProblemCode, loses: 'cell' | 'nothing', { target, value, why }: { readonly target: Target; readonly value: string; readonly why: string }): void {
    const column = this.column(target);
    this.file.problems.add({ code, loses, row: this.row, column, value: excerpt(value), message: `Row ${this.row}, column “${column}”: ${why}` });
  }
}
