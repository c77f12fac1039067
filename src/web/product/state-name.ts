/** What the name of a state is, for whoever looks for what is wrong with one. */
export const STATE_NAME = { of: 'A state', most: 60 } as const;
