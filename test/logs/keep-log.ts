// `npx tsx test/logs/keep-log.ts` writes the log of a workspace, made through the verbs, as the present version writes it. Once a version is
// released its log is never written again: every later build must be able to replay it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { seedExample, type Told } from '../../seeds/example/seed.ts';
import { openStore } from '../../src/db/store.ts';
import { itemsByRank } from '../../src/domain/backlog/item.ts';
import type { Collections, View } from '../../src/domain/collections.ts';
import { uuidv7 } from '../../src/domain/kernel/ids.ts';
import type { Readable } from '../../src/domain/kernel/workspace.ts';
import { accessOf } from '../../src/domain/member/access.ts';
import { model } from '../../src/domain/model.ts';
import { productsByKey } from '../../src/domain/product/product.ts';
import { teamsByName } from '../../src/domain/team/team.ts';
import { verbs, type NamedCall } from '../../src/domain/verbs.ts';

const START = Date.UTC(2026, 2, 2, 9);
const MINUTE = 60_000;
let minutes = 0;
const clock = (): Date => new Date(START + minutes * MINUTE);

const dataDir = mkdtempSync(path.join(tmpdir(), 'cutline-log-'));
const store = await openStore({ dataDir, clock });
const admin = { name: 'Ada Brandt', email: 'ada@trailhead.example', account: 'account-1' };
const { workspace, member } = await store.createWorkspace({ slug: 'trailhead', name: 'Trailhead', isExample: false, admin });
const host = await store.host(workspace);

let moved = 0;
await seedExample({
  run: async (calls, told) => void (await run(calls, told)),
  look: (look) => host.read(look),
  now: '2026-03-02T09:00:00.000Z',
  zone: 'Europe/Berlin',
});
for (const call of await host.read(oneOfEach)) moved = (await run([call])).seq;
await run([{ verb: 'undoEntry', input: { entry: moved } }]);

const file = path.join(path.dirname(fileURLToPath(import.meta.url)), `v${model.version}.jsonl`);
const entries = await host.entries(0, 10_000);
writeFileSync(file, entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
await store.close();
rmSync(dataDir, { recursive: true });

function run(calls: readonly NamedCall[], { by = member, happened }: Told = {}): ReturnType<typeof host.run> {
  minutes += 1;
  const mutation = uuidv7(clock().getTime(), new Uint8Array([minutes % 256, minutes >> 8, 0, 0, 0, 0, 0, 0, 0, 0]));
  const checked = calls.map(({ verb: name, input }) => {
    const verb = verbs.find((one) => one.name === name)!;
    return { verb, input: verb.input.parse(input) };
  });
  const access = (view: Readable<Collections>) => accessOf(view, by);
  return host.run({ mutation, actor: by, calls: checked, access, ...(happened ? { happened } : {}) });
}

/** What the example does not do by itself, so that every kind of change is in the log; at the end a move, to be undone. */
function oneOfEach(view: View): NamedCall[] {
  const product = view.list(productsByKey, 'all').at(0)!.id;
  const items = Array.from(view.list(itemsByRank, product), ({ id }) => id);
  const [a, b, c, d] = items as [string, string, string, string];
  const team = view.list(teamsByName, 'all').at(0)!.id;
  return [
    { verb: 'createItems', input: { product, items: [{ title: 'Written by hand', tags: ['new', 'größer'], estimate: { kind: 'points', value: 3 } }], place: { to: 'top' } } },
    { verb: 'updateItem', input: { item: a, title: 'Said differently', tags: ['map'], dueOn: '2026-04-01' } },
    { verb: 'writeDescription', input: { item: a, text: '# Why\n\nBecause people asked.\n', base: view.get('item', a).description } },
    { verb: 'addCriteria', input: { item: a, texts: ['Works offline', 'Works in the dark'] } },
    { verb: 'moveItems', input: { product, items: [d, c], place: { before: a } } },
    { verb: 'trashItems', input: { items: [c] } },
    { verb: 'restoreItems', input: { items: [c] } },
    { verb: 'parkItems', input: { items: [b], returnOn: '2026-06-01' } },
    { verb: 'updateTeam', input: { team, pace: 21 } },
    { verb: 'drawDateLine', input: { product, on: '2026-04-17', name: 'Alpine safety days' } },
    { verb: 'moveItems', input: { product, items: [items.at(-1)!], place: { to: 'top' } } },
  ];
}
