import { inSlices } from '../../db/in-slices.ts';
import { readRowsSteps, type ReadFile } from '../../io/read-rows.ts';
import type { Mapping } from '../../io/mapping.ts';
import { toImportSteps, type ToImport } from '../../io/to-import.ts';
import type { ImportFile } from './import-files.ts';

/** A file as its mapping reads it, and what of that the import verbs take. */
export interface Reading {
  readonly read: ReadFile;
  readonly given: ToImport;
}

/** A larger file is read again rather than kept: its rows take several times its size. */
const LARGEST_BYTES = 32 * 1024 * 1024;
const KEPT_MS = 2 * 60_000;

/** The file that was previewed last, as it was read: its import, which mostly comes next, need not read it again. */
export class LastReading {
  #last: { readonly key: string; readonly reading: Reading } | null = null;
  #timer: NodeJS.Timeout | undefined;

  /** Reads a file for a preview. */
  async look(file: ImportFile & { readonly bytes: Uint8Array }, mapping: Mapping): Promise<Reading> {
    const reading = await readFile(file.bytes, mapping);
    if (file.size <= LARGEST_BYTES) this.#keep(keyOf(file, mapping), reading);
    return reading;
  }

  /** Reads a file for its import, and forgets it. */
  async take(file: ImportFile & { readonly bytes: Uint8Array }, mapping: Mapping): Promise<Reading> {
    const last = this.#last?.key === keyOf(file, mapping) ? this.#last.reading : null;
    if (last) this.#forget();
    return last ?? readFile(file.bytes, mapping);
  }

  #keep(key: string, reading: Reading): void {
    this.#forget();
    this.#last = { key, reading };
    this.#timer = setTimeout(() => this.#forget(), KEPT_MS).unref();
  }

  #forget(): void {
    clearTimeout(this.#timer);
    this.#last = null;
  }
}

const keyOf = ({ id }: ImportFile, mapping: Mapping): string => `${id} ${JSON.stringify(mapping)}`;

async function readFile(bytes: Uint8Array, mapping: Mapping): Promise<Reading> {
  const read = await inSlices(readRowsSteps(bytes, mapping));
  return { read, given: await inSlices(toImportSteps(read.items)) };
}
