/** How far from the date of a release something is due: `2 weeks before the date`. */
export function daysWords(days: number): string {
  if (days === 0) return 'on the date';
  const count = Math.abs(days);
  const [number, unit] = count % 7 === 0 ? [count / 7, 'week'] : [count, 'day'];
  return `${number} ${unit}${number === 1 ? '' : 's'} ${days < 0 ? 'before' : 'after'} the date`;
}
