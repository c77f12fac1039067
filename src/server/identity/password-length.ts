/** In characters. Longer ones are refused, because hashing costs what they are long. */
export const PASSWORD_LENGTH = { least: 10, most: 128 } as const;
