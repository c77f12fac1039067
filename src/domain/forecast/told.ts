/** With what chances the days are told on which something is finished. */
export const TOLD = [0.5, 0.85, 0.95] as const;

/** Which of them is told where there is room for one. */
export const SURE = 0.85;
