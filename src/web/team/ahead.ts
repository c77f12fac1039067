/** How many rounds of a team are looked at ahead. */
export const AHEAD = 4;
