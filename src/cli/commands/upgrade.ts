import { upgradeStore } from '../../db/rebuild-store.ts';
import { onlyNames } from '../arguments.ts';
import type { Command } from '../command.ts';

export const upgradeCommand: Command = {
  name: 'upgrade',
  does: 'Bring the data up to date without serving it; a server does so by itself when it starts. No server may be running.',
  usage: () => '',
  options: () => [],
  async run(args, { config, print }) {
    onlyNames(args, []);
    await upgradeStore({ databaseUrl: config.databaseUrl, dataDir: config.dataDir });
    print('The data is up to date.');
  },
};
