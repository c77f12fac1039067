import type { Command } from './command.ts';

/** All commands, one line each, in the words of the verbs and readings that they are made from. */
export function helpForAll(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  const lines = commands.map(({ name, does }) => `  ${name.padEnd(width)}  ${does}`);
  return [
    'cutline <command> [--name value …]',
    '',
    ...lines,
    '',
    'cutline help <command> says what a command takes.',
    'CUTLINE_URL is where the server is, CUTLINE_TOKEN the token to speak with.',
  ].join('\n');
}

/** One command with everything that it takes. */
export function helpFor(command: Command): string {
  const { name, does } = command;
  const options = command.options();
  return [`cutline ${name} ${command.usage()}`.trim(), '', does, ...(options.length > 0 ? ['', ...options.map((option) => `  ${option}`)] : [])].join('\n');
}
