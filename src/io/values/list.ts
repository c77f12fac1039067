/** The entries of a cell that holds several: in brackets, else between semicolons, else on lines, else between commas. Each is named once. */
export function readList(cell: string): string[] {
  const text = cell.trim();
  const inside = /^\[(.*)\]$/s.exec(text)?.[1] ?? text;
  const separator = inside.includes(';') ? ';' : inside.includes('\n') ? '\n' : ',';
  return unique(inside.split(separator).map((entry) => entry.trim().replace(/^"(.*)"$/, '$1')));
}

/** Without empty ones, and each once. */
export const unique = (entries: readonly string[]): string[] => [...new Set(entries.filter((entry) => entry !== ''))];
