import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openStore } from '../src/db/store.ts';
import type { ImportRun } from '../src/domain/import/import-run.ts';
import type { Recognition } from '../src/io/recognise.ts';
import { Tokens } from '../src/server/identity/tokens.ts';
import { newWorkspace, smallPlan } from '../test/small-plan.ts';
import { buildServer, startBuilt } from './built-server.ts';
import { HttpLine } from './http-line.ts';
import type { Bench, Row } from './row.ts';

/** Between two commands of the others. */
const PAUSE_MS = 10;

/** A made-up Jira export is brought to a server process of its own and taken in, while somebody else adds items all the time. */
export const bench: Bench = {
  name: 'Import',
  async run(quick) {
    const count = quick ? 3000 : 100_000;
    const dataDir = mkdtempSync(path.join(tmpdir(), 'cutline-bench-'));
    try {
      await buildServer();
      const token = await furnish(dataDir);
      const server = await startBuilt(dataDir);
      const base = `http://127.0.0.1:${server.port}/api/v1/workspaces/northwind`;
      const ask = async <T>(method: string, at: string, body?: string): Promise<T> => {
        const type = at.startsWith('/import-files?') ? 'application/octet-stream' : 'application/json';
        const answer = await fetch(`${base}${at}`, {
          method,
          headers: { authorization: `Bearer ${token}`, ...(body === undefined ? {} : { 'content-type': type }) },
          ...(body === undefined ? {} : { body }),
        });
        if (!answer.ok) throw new Error(`${method} ${at}: ${answer.status} ${await answer.text()}`);
        return (await answer.json()) as T;
      };
      const alone = await others(server.port, { token, until: pause(quick ? 300 : 2000) });
      await longestBlockMs(server.port);
      const rows: Row[] = [];
      let longest = 0;
      const timed = async <T>(what: string, work: () => Promise<T>): Promise<{ value: T; seconds: number }> => {
        const start = performance.now();
        const value = await work();
        const seconds = (performance.now() - start) / 1000;
        const block = await longestBlockMs(server.port);
        longest = Math.max(longest, block);
        rows.push(
          { what, measured: seconds, unit: 's', bar: null },
          { what: `${what}: longest block of the event loop`, measured: block, unit: 'ms', bar: null },
        );
        return { value, seconds };
      };
      const during = await othersWhile(server.port, { token }, async () => {
        const csv = madeUp(count);
        const { value: brought } = await timed('bring and recognise', () =>
          ask<{ file: string; recognition: Recognition }>('POST', '/import-files?name=bench.csv', csv),
        );
        const asked = JSON.stringify({ mapping: { ...brought.recognition.mapping, projects: [] }, product: 'APP' });
        const preview = await timed('preview', () => ask('POST', `/import-files/${brought.file}/preview`, asked));
        const commit = await timed('begin and take in', async () => {
          const { data } = await ask<{ data: { id: string }[] }>('POST', `/import-files/${brought.file}/import`, asked);
          for (;;) {
            const { import: run, isRunning } = await ask<{ import: ImportRun; isRunning: boolean }>('GET', `/imports/${data[0]!.id}/report`);
            if (!isRunning && run.made !== count) throw new Error(`${run.made} of ${count} were made`);
            if (!isRunning) return;
            await pause(100);
          }
        });
        return preview.seconds + commit.seconds;
      });
      await server.stop();
      return [
        { what: `preview and commit of ${count.toLocaleString('en')} rows`, measured: during.value, unit: 's', bar: 20 },
        {
          what: 'others’ commands meanwhile, p99',
          measured: during.p99,
          unit: 'ms',
          bar: 100,
          against: { what: 'without an import, p99', measured: alone.p99 },
        },
        { what: 'longest block of the event loop', measured: longest, unit: 'ms', bar: 50 },
        ...rows,
      ];
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  },
};

async function furnish(dataDir: string): Promise<string> {
  const store = await openStore({ dataDir });
  const { workspace, member } = await store.createWorkspace(newWorkspace);
  await smallPlan(await store.host(workspace), { items: 500 });
  const { secret } = await new Tokens(store.db).make({ workspace, member, name: 'bench', role: 'admin' });
  await store.close();
  return secret;
}

async function othersWhile<T>(port: number, { token }: { token: string }, work: () => Promise<T>): Promise<{ value: T; p99: number }> {
  const working = work();
  const { p99 } = await others(port, { token, until: working });
  return { value: await working, p99 };
}

/** Adds an item every few milliseconds until something is over. */
async function others(port: number, { token, until }: { token: string; until: Promise<unknown> }): Promise<{ p99: number }> {
  let isOver = false;
  const over = () => void (isOver = true);
  until.then(over, over);
  const line = await HttpLine.open(port);
  const times: number[] = [];
  while (!isOver) {
    const start = performance.now();
    const { status, body } = await line.ask({
      method: 'POST',
      path: '/api/v1/workspaces/northwind/products/APP/items',
      headers: `authorization: Bearer ${token}\r\n`,
      body: '{"items":[{"title":"In between"}]}',
    });
    if (status !== 201) throw new Error(`the server answered ${status}: ${body}`);
    times.push(performance.now() - start);
    await pause(PAUSE_MS);
  }
  line.close();
  return { p99: times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)]! };
}

/** Since it was asked last, as the server's own metrics say. */
async function longestBlockMs(port: number): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  const [, seconds] = /^nodejs_eventloop_lag_max_seconds (\S+)$/m.exec(text) ?? [];
  if (seconds === undefined) throw new Error('the server does not say how long its event loop was blocked');
  return Number(seconds) * 1000;
}

/** Epics of fifty stories each, with what a Jira export says of them. */
function madeUp(count: number): string {
  const lines = [
    'Summary,Issue key,Issue id,Issue Type,Status,Project key,Project name,Assignee,Created,Updated,Resolved,Labels,Fix Version/s,Sprint,Custom field (Story Points),Parent id,Description,Inward issue link (Blocks)',
  ];
  for (let n = 1; n <= count; n++) {
    const isEpic = n % 50 === 1;
    const isDone = n % 3 === 0;
    const day = String(1 + (n % 28)).padStart(2, '0');
    lines.push(
      [
        `Walkers see ${n} of the huts on their way`,
        `HUT-${n}`,
        10_000 + n,
        isEpic ? 'Epic' : 'Story',
        isDone ? 'Done' : 'To Do',
        'HUT',
        'Hut booking',
        `Walker ${n % 40}`,
        `2026-01-${day} 09:00`,
        `2026-03-${day} 09:00`,
        isDone ? `2026-02-${day} 09:00` : '',
        n % 4 ? '' : `area-${n % 12}`,
        n % 5 ? '' : `2.${n % 20}`,
        `Sprint ${n % 30}`,
        isEpic ? '' : n % 8,
        isEpic ? '' : 10_000 + n - ((n - 1) % 50),
        n % 2 ? '' : `"What they want, and why, in ${n % 90} words or more:\nthe next hut with a free bed."`,
        n % 20 ? '' : `HUT-${n - 1}`,
      ].join(','),
    );
  }
  return lines.join('\r\n');
}
