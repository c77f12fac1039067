import { rebuildStore } from '../../db/rebuild-store.ts';
import { one, onlyNames, WrongUse } from '../arguments.ts';
import type { Command } from '../command.ts';

export const rebuildCommand: Command = {
  name: 'rebuild',
  does: 'Make all rows and facts anew from the log. No server may be running.',
  usage: () => '[--workspace <slug>]',
  options: () => ['--workspace  only this one'],
  async run(args, { config, print }) {
    onlyNames(args, ['workspace']);
    const slug = one(args, 'workspace');
    const rebuilt = await rebuildStore({ databaseUrl: config.databaseUrl, dataDir: config.dataDir }, slug);
    if (slug !== undefined && rebuilt.length === 0) throw new WrongUse(`There is no workspace ${slug}.`);
    for (const { slug: name, ...counts } of rebuilt)
      print(
        `${name}: ${Object.entries(counts)
          .map(([what, count]) => `${String(count)} ${what}`)
          .join(', ')}`,
      );
    if (rebuilt.length === 0) print('There is no workspace yet.');
  },
};
