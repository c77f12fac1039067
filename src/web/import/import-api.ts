import type { ImportRun } from '../../domain/import/import-run.ts';
import type { Kept } from '../../domain/kernel/draft.ts';
import type { Mapping } from '../../io/mapping.ts';
import type { Problem } from '../../io/problem.ts';
import type { ReadFile } from '../../io/read-rows.ts';
import type { Hints, Recognition, Unreadable } from '../../io/recognise.ts';
import type { SourceItem } from '../../io/source-row.ts';
import { api, failed } from '../app/api.ts';

/** A file on the server, and what it was found to be. */
export interface Brought {
  readonly file: string;
  readonly size: number;
  readonly recognition: Recognition | Unreadable;
}

/** What an import would do. */
export interface Preview {
  readonly counts: ReadFile['counts'] & { readonly make: number; readonly change: number; readonly keep: number };
  readonly products: readonly { readonly key: string; readonly name: string; readonly rows: number }[];
  readonly rankFrom: ReadFile['rankFrom'];
  readonly first: readonly SourceItem[];
  readonly problems: readonly Problem[];
}

/** What came of it. */
export interface ImportReport {
  readonly import: ImportRun | null;
  readonly isRunning: boolean;
  /** It was cut off, by a restart say, and can go on or be taken back. */
  readonly isStopped: boolean;
  readonly problems: readonly Problem[];
  readonly kept: readonly Kept[];
  /** Items that were here before and have changed, the first of them. */
  readonly changed: readonly { readonly id: string; readonly fields: readonly string[] }[];
}

/** The import routes of a workspace. */
export function importApi(workspace: string) {
  const base = `/workspaces/${encodeURIComponent(workspace)}`;
  return {
    /** Sends the file itself; it is recognised and nothing is taken in. */
    async bring(file: File, signal: AbortSignal): Promise<Brought> {
      const answer = await fetch(`/api/v1${base}/import-files?name=${encodeURIComponent(file.name)}`, {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream' },
        body: file,
        signal,
      });
      if (!answer.ok) throw await failed(answer);
      return (await answer.json()) as Brought;
    },
    recognise: (file: string, hints: Hints) => api<Brought>('POST', `${base}/import-files/${file}/recognise`, hints),
    preview: (file: string, mapping: Mapping, product: string | null) => api<Preview>('POST', `${base}/import-files/${file}/preview`, { mapping, product }),
    begin: (file: string, mapping: Mapping, product: string | null) =>
      api<{ data: { id: string; product: string }[] }>('POST', `${base}/import-files/${file}/import`, { mapping, product }),
    report: (run: string) => api<ImportReport>('GET', `${base}/imports/${run}/report`),
    takeBack: (run: string) => api<{ kept: Kept[] }>('POST', `${base}/imports/${run}/take-back`),
    goOn: (run: string) => api<unknown>('POST', `${base}/imports/${run}/continue`),
  };
}
