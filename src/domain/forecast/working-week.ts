/** Monday to Friday. */
export const DAYS_A_WEEK = 5;

/** What so many working days of a week bring of its amount: work comes evenly over them. */
export const partOfWeek = (amount: number, days: number): number => (days === DAYS_A_WEEK ? amount : (amount * days) / DAYS_A_WEEK);
