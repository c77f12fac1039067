/** An amount to the tenth, as it is written. */
export const tenth = (amount: number): string => amount.toLocaleString('en-GB', { maximumFractionDigits: 1 });
