/** What is wrong with the name of a state. */
export const nameProblem = (text: string): string | undefined =>
  text.trim() === '' ? 'A state needs a name' : text.length > 60 ? 'At most 60 characters' : undefined;
