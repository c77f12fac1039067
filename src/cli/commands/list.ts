import { collections } from '../../domain/collections.ts';
import type { Collection } from '../../domain/kernel/field.ts';
import { one, WrongUse } from '../arguments.ts';
import type { Command } from '../command.ts';
import { callServer, workspaceOf } from '../server-call.ts';

const RESOURCES = Object.values<Collection>(collections).flatMap(({ resource, serverOnly }) => (resource === null || serverOnly ? [] : [resource]));

export const listCommand: Command = {
  name: 'list',
  does: 'Print all records of one kind as a JSON list, or one of them by id or key.',
  usage: () => '<kind> [<id or key>] [--product …] [--<other field> …]',
  options: () => [
    `kinds  ${RESOURCES.join(' | ')}`,
    '--product, --release, --state, …  only those that refer to it',
    '--workspace  slug of the workspace; needed where there are several',
  ],
  async run(args, { config, print }) {
    const [resource, id, more] = args.words;
    if (resource === undefined || !RESOURCES.includes(resource)) throw new WrongUse(`Name what to list: ${RESOURCES.join(', ')}.`);
    if (more !== undefined) throw new WrongUse(`What is ${more}?`);
    const base = `/api/v1/workspaces/${encodeURIComponent(await workspaceOf(config, one(args, 'workspace')))}/${resource}`;
    if (id !== undefined) return print(JSON.stringify(await callServer(config, { method: 'GET', path: `${base}/${encodeURIComponent(id)}` }), null, 2));
    const filters = Object.keys(args.named).flatMap((name) => (name === 'workspace' ? [] : [[name, one(args, name)!] as [string, string]]));
    const all: unknown[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const query = new URLSearchParams([...filters, ['limit', '500'], ...(cursor === '' ? [] : [['cursor', cursor] as [string, string]])]);
      const page = (await callServer(config, { method: 'GET', path: `${base}?${query.toString()}` })) as { data: unknown[]; next: string | null };
      all.push(...page.data);
      cursor = page.next;
    }
    return print(JSON.stringify(all, null, 2));
  },
};
