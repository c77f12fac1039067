/** What is wrong with the name of something, `A team` say, that may have so many characters. */
export const nameProblem = (text: string, { of, most }: { of: string; most: number }): string | undefined =>
  text.trim() === '' ? `${of} needs a name` : text.length > most ? `At most ${most} characters` : undefined;
