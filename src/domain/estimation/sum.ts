/** Two amounts together, to the thousandth, so that tenths of points add up. */
export const sum = (a: number, b: number): number => Math.round((a + b) * 1000) / 1000;
