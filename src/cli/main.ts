import { text } from 'node:stream/consumers';
import { readConfig } from '../server/config.ts';
import { runCommand } from './run.ts';

process.exitCode = await runCommand(process.argv.slice(2), {
  terminal: () => ({
    config: readConfig(),
    print: (line) => process.stdout.write(`${line}\n`),
    input: () => text(process.stdin),
  }),
  complain: (line) => process.stderr.write(`${line}\n`),
});
