/** A table as a CSV that any spreadsheet opens: in UTF-8 with its mark, every cell quoted, and none taken for a formula. */
export const csvOf = (rows: readonly (readonly string[])[]): string => `\uFEFF${rows.map((cells) => cells.map(guarded).join(',')).join('\r\n')}`;

/** Numbers stay numbers, those below 0 too. */
const guarded = (cell: string): string => {
  const isFormula = /^[=+\-@\t\r]/.test(cell) && !/^-\d+(\.\d+)?$/.test(cell);
  return `"${(isFormula ? `'${cell}` : cell).replaceAll('"', '""')}"`;
};
