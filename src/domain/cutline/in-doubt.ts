/** Only what is neither nearly certain nor nearly out of reach is worth a figure beside a row. */
export const LEAST_SHOWN = 0.1;
const MOST_SHOWN = 0.9;

/** Whether a chance is shown beside a row. */
export const isInDoubt = (chance: number): boolean => chance <= MOST_SHOWN && chance >= LEAST_SHOWN;
