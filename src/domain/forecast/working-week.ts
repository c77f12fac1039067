/** Monday to Friday. */
export const DAYS_A_WEEK = 5;

/** Nothing is said of what is further ahead: what is not finished by then is said to be later than that. */
export const LONGEST_WEEKS = 156;
export const LONGEST_DAYS = LONGEST_WEEKS * DAYS_A_WEEK;

/** What so many working days of a week bring of its amount: work comes evenly over them. */
export const partOfWeek = (amount: number, days: number): number => (days === DAYS_A_WEEK ? amount : (amount * days) / DAYS_A_WEEK);
