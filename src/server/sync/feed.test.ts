import { afterEach, expect, test, vi } from 'vitest';
import type { DurableGroup, Host } from '../../db/host.ts';
import type { Access } from '../../domain/kernel/model.ts';
import { emptyWorkspace } from '../../domain/model.ts';
import { lookAs } from '../edge/views.ts';
import { Feeds } from './feed.ts';

afterEach(() => {
  vi.useRealTimers();
});

const stakeholder: Access = { key: 'stakeholder', whole: false, subject: { member: 'm', role: 'stakeholder', products: null, teams: [] } };
const whole: Access = { ...stakeholder, key: 'whole', whole: true };

/** A host in which nothing happens but what is told. */
function quietHost() {
  const followers = new Set<(group: DurableGroup) => void>();
  const workspace = emptyWorkspace();
  const host = {
    read: async (look: (of: typeof workspace, seq: number) => unknown) => look(workspace, 7),
    subscribe: (listener: (group: DurableGroup) => void) => {
      followers.add(listener);
      return () => followers.delete(listener);
    },
  } as unknown as Host;
  return { host, followers };
}

test('a feed that somebody is about to read is not let go before they do, also beside one that is read', async () => {
  vi.useFakeTimers();
  const { host } = quietHost();
  const feeds = new Feeds(host, { onEntries: () => undefined, onEnd: () => undefined });
  (await feeds.of(whole)).subscribe(() => undefined);
  await vi.advanceTimersByTimeAsync(59_990);
  const asked = await feeds.of(stakeholder);
  await vi.advanceTimersByTimeAsync(20);
  expect(await feeds.of(stakeholder)).toBe(asked);
});

test('feeds that nobody has read for a while, and views that nobody has asked for, let the workspace rest', async () => {
  vi.useFakeTimers();
  const { host, followers } = quietHost();
  const feeds = new Feeds(host, { onEntries: () => undefined, onEnd: () => undefined });
  (await feeds.of(whole)).subscribe(() => undefined)();
  await lookAs(
    host,
    () => stakeholder,
    () => null,
  );
  expect(followers.size).toBe(2);
  await vi.advanceTimersByTimeAsync(11 * 60_000);
  expect(followers.size).toBe(0);
});
