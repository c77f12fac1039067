import { expect, test } from 'vitest';
import { cutline } from '../domain/cutline/cutline.ts';
import { dayIn, type Instant } from '../domain/kernel/day.ts';
import { membersByName } from '../domain/member/member.ts';
import { productsByKey } from '../domain/product/product.ts';
import { releasesByDate } from '../domain/release/release.ts';
import { openItems, parkedItems } from '../domain/backlog/open.ts';
import { firstSteps } from '../domain/first/first-steps.ts';
import { onBothDatabases } from '../../test/fresh-store.ts';
import { seedExample } from './example.ts';

onBothDatabases((fresh) => {
  test('the example has a story for every page: a line with held, filled and hollow rows, releases in all states, people and what is parked', async () => {
    const store = await (await fresh()).open();
    const { workspace, member } = await store.createWorkspace({
      slug: 'example',
      name: 'Example',
      isExample: true,
      admin: { name: 'Lena', email: null, account: 'a' },
    });
    const host = await store.host(workspace);
    await seedExample(host, member);

    await host.read((view) => {
      const product = view.list(productsByKey, 'all').at(0)!;
      expect(product).toMatchObject({ key: 'TRL', name: 'Trailhead', unit: 'points' });
      const now = new Date().toISOString() as Instant;
      const { lines, rows } = cutline.of(view, { product: product.id, limit: 100, after: undefined }, { now });
      expect(lines.map(({ release }) => view.get('release', release).name)).toEqual(['2.4', '2.5']);
      expect(lines.every(({ date }) => date > dayIn(product.zone, now))).toBe(true);
      for (const mark of ['filled', 'hollow', 'coral', 'none']) expect(rows.map((row) => row.mark)).toContain(mark);
      expect(rows.map(({ reason }) => reason?.code)).toContain('held');
      expect(new Set(Array.from(view.list(releasesByDate, product.id), ({ state }) => state))).toEqual(new Set(['planned', 'active', 'shipped']));
      expect(view.list(openItems, product.id).length).toBeGreaterThan(50);
      expect(view.list(parkedItems, product.id).length).toBe(2);
      expect(Array.from(view.list(membersByName, 'all'), ({ role }) => role).filter((role) => role !== null)).toHaveLength(5);
      expect(firstSteps(view, { product: product.id, isRoadmapPrinted: false }).isOver).toBe(true);
    });
    await store.removeWorkspace(workspace);
    expect(await store.workspaces()).toEqual([]);
  });
});
