import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { expectAgreement } from '../agreement.ts';
import { onBothDatabases } from '../fresh-store.ts';
import { newWorkspace, smallPlan } from '../small-plan.ts';
import type { Store } from '../../src/db/store.ts';
import type { Entry } from '../../src/domain/kernel/entry.ts';

const SCRIPT = path.join(path.dirname(fileURLToPath(import.meta.url)), 'writers.ts');
const TIMES = { sqlite: 20, postgres: 5 };

onBothDatabases((fresh) => {
  test('after kill -9 under sixteen writers every acknowledged change is there, none half, and the log has no gap', { timeout: 180_000 }, async () => {
    const data = await fresh();
    const store = await data.open();
    const { workspace } = await store.createWorkspace(newWorkspace);
    const plan = await smallPlan(await store.host(workspace), { items: 40 });
    await store.close();
    const acknowledged = new Map<number, string>();
    for (let round = 0; round < TIMES[data.dialect]; round++) {
      const isEarly = round % 5 === 4; // while it starts
      const told = await killedAfter(isEarly ? 250 + round * 20 : (round * 37) % 160, isEarly ? 'start' : 'answer', { ...data.options, workspace, ...plan });
      for (const [seq, mutation] of told) acknowledged.set(seq, mutation);
      const again = await data.open();
      const log = await expectAgreement(data.options, await again.host(workspace));
      const missing = [...acknowledged].filter(([seq, mutation]) => log[seq - 1]?.mutation !== mutation);
      expect(missing).toEqual([]);
      await expectNothingHalf(again, log);
      await again.close();
    }
    expect(acknowledged.size).toBeGreaterThan(TIMES[data.dialect] * 5);
  });
});

/** So many answers are waited for before the kill, however slow the machine: else there would be nothing to lose. */
const ANSWERS = 8;

/** Lets the writers write for some milliseconds after their first answers, or after their start, then kills them. Gives what they were told. */
async function killedAfter(ms: number, since: 'start' | 'answer', given: object): Promise<[number, string][]> {
  const child = spawn(process.execPath, ['--import', 'tsx', SCRIPT, JSON.stringify(given)], { stdio: ['ignore', 'pipe', 'pipe'] });
  let told = '';
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  const ended = new Promise((resolve) => child.once('close', resolve));
  const answered = new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      told += chunk.toString('utf8');
      if (told.split('\n').length > ANSWERS) resolve();
    });
  });
  if (since === 'answer') await Promise.race([answered, ended]);
  await wait(ms);
  child.kill('SIGKILL');
  await ended;
  expect(said).toBe('');
  const lines = told.split('\n').slice(0, -1); // the last one may have been cut off
  return lines.map((line) => [Number(line.split(' ')[0]), line.split(' ')[1] ?? '']);
}

/** What stands beside entries was written with them: an idempotency record each, and the body of each version. */
async function expectNothingHalf({ db }: Store, log: readonly Entry[]): Promise<void> {
  const mutations = await db.selectFrom('mutations').select('seq').orderBy('seq').execute();
  expect(mutations.map(({ seq }) => seq)).toEqual(log.map(({ seq }) => seq));
  const versions = log.flatMap(({ changes }) =>
    changes.flatMap((change) => (change.op === 'update' && change.to['description'] ? [change.to['description'] as string] : [])),
  );
  const texts = await db.selectFrom('texts').select('id').execute();
  expect(texts.map(({ id }) => id).toSorted()).toEqual(versions.toSorted());
}
