/** What stands behind a command's name. */
export interface Arguments {
  /** Words without a name, in order. */
  readonly words: readonly string[];
  /** `--name value` and `--name=value`, by name in camelCase; given more than once, a list; `--name` alone is `true`. */
  readonly named: Readonly<Record<string, string | readonly string[]>>;
}

/** A command that was written wrongly; the message is the sentence to print. */
export class WrongUse extends Error {}

/** Reads arguments. What follows `--` is words. */
export function readArguments(given: readonly string[]): Arguments {
  const words: string[] = [];
  const named: Record<string, string | string[]> = {};
  for (let at = 0; at < given.length; at++) {
    const argument = given[at]!;
    if (argument === '--') {
      words.push(...given.slice(at + 1));
      break;
    }
    if (!argument.startsWith('--')) {
      words.push(argument);
      continue;
    }
    const equals = argument.indexOf('=');
    const name = camelCase(argument.slice(2, equals === -1 ? undefined : equals));
    const follows = given[at + 1];
    const takesNext = equals === -1 && follows !== undefined && !follows.startsWith('--');
    add(named, name, equals !== -1 ? argument.slice(equals + 1) : takesNext ? follows : 'true');
    if (takesNext) at++;
  }
  return { words, named };
}

function add(named: Record<string, string | string[]>, name: string, value: string): void {
  if (name === '') throw new WrongUse('A name must stand behind `--`.');
  const known = named[name];
  named[name] = known === undefined ? value : [...(Array.isArray(known) ? known : [known]), value];
}

/** The one value of a name; undefined when it was not given. */
export function one({ named }: Arguments, name: string): string | undefined {
  const value = named[name];
  if (typeof value === 'object') throw new WrongUse(`--${kebabCase(name)} is given more than once.`);
  return value;
}

/** The one value of a name that must be there. */
export function needed(args: Arguments, name: string): string {
  const value = one(args, name);
  if (value === undefined || value === '') throw new WrongUse(`--${kebabCase(name)} is missing.`);
  return value;
}

/** Refuses names that a command does not know. */
export function onlyNames({ named }: Arguments, known: readonly string[]): void {
  const unknown = Object.keys(named).find((name) => !known.includes(name));
  if (unknown === undefined) return;
  throw new WrongUse(
    `There is no --${kebabCase(unknown)} here${known.length > 0 ? `; there are ${known.map((name) => `--${kebabCase(name)}`).join(', ')}` : ''}.`,
  );
}

function camelCase(name: string): string {
  return name.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

export const kebabCase = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
