import type { Config } from '../server/config.ts';
import type { Arguments } from './arguments.ts';

/** What a command gets and gives its words to. */
export interface Terminal {
  readonly config: Config;
  /** A line of the answer. */
  readonly print: (line: string) => void;
  /** Everything on the standard input. */
  readonly input: () => Promise<string>;
}

/** One command of the command line. */
export interface Command {
  /** One or two words: `move-items`, `token create`. */
  readonly name: string;
  readonly does: string;
  /** How it is written, behind its name. */
  readonly usage: () => string;
  /** What can be given, one line each. */
  readonly options: () => readonly string[];
  run(args: Arguments, terminal: Terminal): Promise<void>;
}
