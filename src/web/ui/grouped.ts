/** A number as people read it: `3,526`. */
export const grouped = (value: number): string => value.toLocaleString('en-GB');
