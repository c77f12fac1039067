import type { Ref } from 'react';

/** The browser's own way to choose a table of any tool, opened by whoever holds its ref. */
export function FileChooser({ label, onFile, ref }: { label: string; onFile: (file: File) => void; ref: Ref<HTMLInputElement> }) {
  return (
    <input
      ref={ref}
      type="file"
      accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values"
      aria-label={label}
      tabIndex={-1}
      className="sr-only"
      onChange={(event) => {
        const [file] = event.target.files ?? [];
        if (file) onFile(file);
        event.target.value = '';
      }}
    />
  );
}
