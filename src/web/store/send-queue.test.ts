import { expect, test } from 'vitest';
import type { Instant } from '../../domain/kernel/day.ts';
import { backoffMs, Bell } from './bell.ts';
import { sendQueue } from './send-queue.ts';
import { SignedOut, Unreachable, type Sent } from './server.ts';
import type { Waiting } from './waiting.ts';

const command = (mutation: string): Waiting => ({
  mutation,
  calls: [],
  at: '2026-03-02T09:00:00.000Z' as Instant,
  reason: null,
  act: null,
  model: 1,
  seq: null,
});

/** Sends these commands to a server that answers as told, until all are answered. */
async function sent(mutations: readonly string[], answer: (mutation: string, time: number) => Sent): Promise<string[]> {
  const queue = mutations.map(command);
  const said: string[] = [];
  const times = new Map<string, number>();
  const stop = new AbortController();
  const bell = new Bell();
  await sendQueue(
    {
      bell,
      next: () => Promise.resolve(queue[0]),
      server: {
        async send({ mutation }) {
          const time = (times.get(mutation) ?? 0) + 1;
          times.set(mutation, time);
          said.push(`${mutation}${time}`);
          return answer(mutation, time);
        },
      },
      answered: (waiting) => {
        queue.splice(queue.indexOf(waiting), 1);
        if (queue.length === 0) stop.abort();
        return Promise.resolve();
      },
    },
    stop.signal,
  );
  return said;
}

const applied: Sent = { outcome: 'applied', seq: 1, kept: [] };

test('commands are sent one after another, and one whose answer was lost is sent again before the next', async () => {
  const said = await sent(['a', 'b', 'c'], (mutation, time) => {
    if (mutation === 'b' && time < 3) throw new Unreachable('lost', 1);
    return applied;
  });
  expect(said).toEqual(['a1', 'b1', 'b2', 'b3', 'c1']);
});

test('who is signed out sends nothing more', async () => {
  await expect(
    sent(['a', 'b'], () => {
      throw new SignedOut();
    }),
  ).rejects.toThrow(SignedOut);
});

test('a bell that rang while nobody slept wakes the next sleeper', async () => {
  const bell = new Bell();
  const { signal } = new AbortController();
  bell.ring();
  await bell.sleep(null, signal);
  const sleeping = bell.sleep(null, signal);
  bell.ring();
  await sleeping;
  expect(await Promise.race([bell.sleep(null, signal).then(() => 'woke'), Promise.resolve('sleeps')])).toBe('sleeps');
});

test('pauses double up to fifteen seconds and are spread', () => {
  expect([1, 2, 3, 6, 60].map((failures) => backoffMs(failures, () => 1))).toEqual([500, 1_000, 2_000, 15_000, 15_000]);
  expect(backoffMs(1, () => 0)).toBe(250);
});
