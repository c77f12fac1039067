import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Command, Host } from '../src/db/host.ts';
import { openStore } from '../src/db/store.ts';
import { setState } from '../src/domain/backlog/set-state.ts';
import { stateIn } from '../src/domain/backlog/state.ts';
import { updateItems } from '../src/domain/backlog/update-items.ts';
import { accessOf } from '../src/domain/member/access.ts';
import { sprintBurndown, type Burndown } from '../src/domain/sprint/burndown.ts';
import { createSprint } from '../src/domain/sprint/create-sprint.ts';
import { planInSprint } from '../src/domain/sprint/plan-in-sprint.ts';
import { startSprint } from '../src/domain/sprint/start-sprint.ts';
import { createTeam } from '../src/domain/team/create-team.ts';
import { answerFromFacts } from '../src/server/history/answer-from-facts.ts';
import type { Standing } from '../src/server/edge/standing.ts';
import { command, createItemsCommand, newWorkspace, smallPlan } from '../test/small-plan.ts';
import type { Bench, Row } from './row.ts';

const SPRINTS = 9;
const CARDS = 30;
/** So many items are made by one command. */
const AT_ONCE = 1_000;
/** So many commands wait at once, so that they share transactions. */
const WRITERS = 256;

/** The burndown of a sprint in a workspace with a long log: from its facts, and again after one more entry. */
export const bench: Bench = {
  name: 'Burndown',
  async run(quick) {
    const entries = quick ? 3_000 : 1_000_000;
    const dataDir = mkdtempSync(path.join(tmpdir(), 'cutline-bench-'));
    const store = await openStore({ dataDir });
    try {
      const { workspace, member } = await store.createWorkspace(newWorkspace);
      const host = await store.host(workspace);
      const { sprints, cards } = await livelyWorkspace(host, { items: quick ? 1_000 : 20_000, entries });
      const at = standingOf(host, member);
      const ask = (sprint: string) => timed(() => answerFromFacts(sprintBurndown as never, { sprint }, at) as Promise<Burndown>);
      const first: number[] = [];
      for (const sprint of sprints) {
        const { ms, value } = await ask(sprint);
        if (value.start.scope.items !== CARDS) throw new Error(`the sprint began with ${value.start.scope.items} cards`);
        first.push(ms);
      }
      const more: number[] = [];
      for (let n = 0; n < 60; n++) {
        await host.run(estimate(cards[n % CARDS]!, n));
        more.push((await ask(sprints[0]!)).ms);
      }
      const bare = { what: 'ms to read one entry', measured: (await timed(() => host.entry(entries >> 1))).ms };
      const name = entries.toLocaleString('en');
      return [
        {
          what: `${name} entries, burndown of a sprint of ${CARDS} cards from its facts, p50`,
          measured: share(first, 0.5),
          unit: 'ms',
          bar: 100,
          against: bare,
        },
        { what: `${name} entries, the slowest of ${SPRINTS}`, measured: share(first, 1), unit: 'ms', bar: 100, against: bare },
        { what: `${name} entries, the same after one more entry, p50`, measured: share(more, 0.5), unit: 'ms', bar: 10, against: bare },
        { what: `${name} entries, the same after one more entry, p95`, measured: share(more, 0.95), unit: 'ms', bar: 10, against: bare },
      ] satisfies Row[];
    } finally {
      await store.close();
      rmSync(dataDir, { recursive: true, force: true });
    }
  },
};

/** Teams with a sprint under way each, and a log in which items of all sorts are estimated, begun, opened again, planned and taken out. */
async function livelyWorkspace(host: Host, { items: count, entries }: { items: number; entries: number }): Promise<{ sprints: string[]; cards: string[] }> {
  const { product } = await smallPlan(host, { items: 0 });
  const items: string[] = [];
  for (let from = 0; from < count; from += AT_ONCE) {
    const titles = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, at) => `Item ${from + at}`);
    const { entry } = await host.run(createItemsCommand(product, titles));
    items.push(...entry!.changes.flatMap((change) => (change.op === 'create' ? [change.record.id] : [])));
  }
  const [open, done] = await host.read((view) => [stateIn(view, product, 'backlog')!.id, stateIn(view, product, 'done')!.id]);
  const sprints: string[] = [];
  for (let n = 0; n < SPRINTS; n++) {
    const team = await made(host, command(createTeam, createTeam.input.parse({ name: `Team ${n}`, pace: 10, products: [product] })));
    const sprint = await made(host, command(createSprint, createSprint.input.parse({ team })));
    await host.run(command(planInSprint, { items: items.slice(n * CARDS, (n + 1) * CARDS), sprint }));
    await host.run(command(startSprint, { sprint }));
    sprints.push(sprint);
  }
  const team = await made(host, command(createTeam, createTeam.input.parse({ name: 'Planners', pace: 10, products: [product] })));
  const later = await made(host, command(createSprint, createSprint.input.parse({ team })));
  let next = await host.read((_, seq) => seq);
  const write = async () => {
    for (let n = next++; n < entries; n = next++) {
      const item = items[(n * 7919) % items.length]!;
      const isFree = (n * 7919) % items.length >= SPRINTS * CARDS;
      if (n % 5 === 0 && isFree) await host.run(command(planInSprint, { items: [item], sprint: n % 10 === 0 ? later : null }));
      else if (n % 2 === 0) await host.run(estimate(item, n));
      else await host.run(command(setState, setState.input.parse({ items: [item], state: n % 3 === 0 ? done : open })));
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, write));
  return { sprints, cards: items.slice(0, CARDS) };
}

const estimate = (item: string, n: number): Command =>
  command(updateItems, updateItems.input.parse({ items: [item], estimate: { kind: 'points', value: n % 21 } }));

async function made(host: Host, wanted: Command): Promise<string> {
  const { entry } = await host.run(wanted);
  return (entry!.changes[0] as unknown as { record: { id: string } }).record.id;
}

/** An admin who asks, as far as an answer needs one. */
const standingOf = (host: Host, member: string): Standing =>
  ({
    host,
    look: (look: Parameters<Standing['look']>[0]) => host.read((view, seq) => look(view as never, seq, accessOf(view, member)!)),
  }) as unknown as Standing; // no more is asked of it

async function timed<T>(act: () => Promise<T>): Promise<{ ms: number; value: T }> {
  const start = performance.now();
  const value = await act();
  return { ms: performance.now() - start, value };
}

function share(times: readonly number[], of: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * of))]!;
}
