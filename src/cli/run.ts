import { StoreRefused } from '../db/refused.ts';
import { WrongSetting } from '../server/config.ts';
import { readArguments, WrongUse } from './arguments.ts';
import type { Command, Terminal } from './command.ts';
import { importCommand } from './commands/import.ts';
import { listCommand } from './commands/list.ts';
import { meCommand } from './commands/me.ts';
import { rebuildCommand } from './commands/rebuild.ts';
import { tokenCreate } from './commands/token-create.ts';
import { upgradeCommand } from './commands/upgrade.ts';
import { readingCommands, verbCommands } from './commands/verb-commands.ts';
import { helpFor, helpForAll } from './help.ts';
import { CallFailed } from './server-call.ts';

/** Commands that are more than a call of one verb or reading. Each has its file in `commands`. */
const ownCommands: readonly Command[] = [tokenCreate, importCommand, rebuildCommand, upgradeCommand, meCommand, listCommand];

/** Everything that the command line can do. A verb that has a command of its own is run by that. */
export const commands: readonly Command[] = [
  ...ownCommands,
  ...[...verbCommands, ...readingCommands].filter(({ name }) => ownCommands.every((own) => own.name !== name)),
];

/** What the process ends with: 0 done, 1 refused, 2 written wrongly, 3 no server. */
export type ExitCode = 0 | 1 | 2 | 3;

/** Runs one command. What goes wrong is one sentence, given to `complain`. */
export async function runCommand(
  given: readonly string[],
  { terminal, complain }: { terminal: () => Terminal; complain: (line: string) => void },
): Promise<ExitCode> {
  try {
    await run(given, terminal());
    return 0;
  } catch (error) {
    if (error instanceof CallFailed) {
      complain(error.message);
      return error.exitCode;
    }
    if (error instanceof WrongUse || error instanceof WrongSetting) {
      complain(error.message);
      return 2;
    }
    if (!(error instanceof StoreRefused)) throw error;
    complain(error.message);
    return 1;
  }
}

async function run(given: readonly string[], terminal: Terminal): Promise<void> {
  const [first = 'help'] = given;
  if (first === 'help' || first === '--help' || first === '-h') {
    const wanted = given.slice(1).join(' ');
    return terminal.print(wanted === '' ? helpForAll(commands) : helpFor(found(given.slice(1)).command));
  }
  const { command, rest } = found(given);
  if (rest.includes('--help') || rest.includes('-h')) return terminal.print(helpFor(command));
  if (rest.length === 0 && command.usage().startsWith('--'))
    throw new WrongUse(`Write \`cutline ${command.name} ${command.usage()}\`; \`cutline help ${command.name}\` says more.`);
  return command.run(readArguments(rest), terminal);
}

function found(given: readonly string[]): { command: Command; rest: readonly string[] } {
  for (const length of [2, 1]) {
    const command = commands.find(({ name }) => name === given.slice(0, length).join(' '));
    if (command) return { command, rest: given.slice(length) };
  }
  throw new WrongUse(`There is no command ${given[0]}; \`cutline help\` lists them.`);
}
