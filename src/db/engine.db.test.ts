import { expect, test } from 'vitest';
import { besideStore } from '../../test/agreement.ts';
import { onBothDatabases } from '../../test/fresh-store.ts';
import { ask } from './steps.ts';

onBothDatabases((fresh) => {
  test('transactions and other writes of one process, begun at every moment between, do not hold each other up', async () => {
    const data = await fresh();
    await data.open();
    await besideStore(data.options, async (engine) => {
      const writes = Array.from({ length: 40 }, async (_, n) => {
        for (let turns = 0; turns < n; turns++) await Promise.resolve();
        await engine.db
          .insertInto('workspaces')
          .values({ id: `beside-${n}`, slug: `beside-${n}` })
          .execute();
      });
      const transactions = Array.from({ length: 40 }, async (_, n) => {
        for (let turns = 0; turns < n; turns++) await Promise.resolve();
        await engine.transact(() => ask(INSERT, [`within-${n}`, `within-${n}`]));
      });
      await Promise.all([...writes, ...transactions]);
      const rows = await engine.db.selectFrom('workspaces').select('id').execute();
      expect(rows).toHaveLength(80);
    });
  });
});

const INSERT = 'insert into workspaces (id, slug) values (?, ?)';
