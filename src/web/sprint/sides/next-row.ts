/** Where the cursor goes when rows leave a list: to the one below that stays, else to the one above; null where none stays. */
export function nextRow(rows: readonly string[], row: string, leaving: ReadonlySet<string>): string | null {
  const at = rows.indexOf(row);
  const stays = (id: string) => !leaving.has(id);
  return rows.slice(at + 1).find(stays) ?? rows.slice(0, Math.max(0, at)).findLast(stays) ?? null;
}
