import { onlyNames } from '../arguments.ts';
import type { Command } from '../command.ts';
import { callServer } from '../server-call.ts';

export const meCommand: Command = {
  name: 'me',
  does: 'Whom the token acts for, and in which workspace.',
  usage: () => '',
  options: () => [],
  async run(args, { config, print }) {
    onlyNames(args, []);
    print(JSON.stringify(await callServer(config, { method: 'GET', path: '/api/v1/me' }), null, 2));
  },
};
