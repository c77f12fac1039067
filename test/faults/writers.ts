// A process of its own with sixteen writers over the real store, to be killed at any moment. Each answer is told on standard output after it came.
import { moveItems } from '../../src/domain/backlog/move-items.ts';
import { openStore } from '../../src/db/store.ts';
import { command, createItemsCommand, describeItem } from '../small-plan.ts';

const { workspace, product, items, ...options } = JSON.parse(process.argv[2] ?? '') as {
  dataDir: string;
  databaseUrl?: string;
  workspace: string;
  product: string;
  items: string[];
};
const store = await openStore(options);
const host = await store.host(workspace);
await Promise.all(Array.from({ length: 16 }, (_, writer) => write(writer)));

async function write(writer: number): Promise<void> {
  for (let n = 0; ; n++) {
    const item = items[(writer * 7 + n) % items.length]!;
    const place = { position: 1 + ((writer + n * 5) % 30) };
    const wanted = [
      createItemsCommand(product, [`${writer}/${n}`, `${writer}/${n} again`]),
      command(moveItems, { product, items: [item], place }),
      command(describeItem, { item, body: `${writer}/${n}\n`.repeat(50) }),
    ][n % 3]!;
    const answer = await host.run(wanted);
    if (answer.outcome === 'applied') process.stdout.write(`${answer.seq} ${wanted.mutation}\n`);
  }
}
