/** In characters, as the server takes them. */
const PASSWORD_LENGTH = { least: 10, most: 128 } as const;

/** What is wrong with a new password; undefined when nothing is. */
export function passwordFault(password: string): string | undefined {
  if (password.length < PASSWORD_LENGTH.least) return `At least ${PASSWORD_LENGTH.least} characters; a few words do well.`;
  return password.length > PASSWORD_LENGTH.most ? `At most ${PASSWORD_LENGTH.most} characters.` : undefined;
}
