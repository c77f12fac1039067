import { expect, test } from 'vitest';
import { CAST } from '../../../test/builders/cast.ts';
import { castApp, type CastApp } from '../../../test/cast-app.ts';
import { onBothDatabases } from '../../../test/fresh-store.ts';
import type { Standing } from '../edge/standing.ts';
import { accessOf } from '../../domain/member/access.ts';
import { Feeds } from './feed.ts';
import { Snapshots } from './snapshots.ts';

/** Somebody as a route sees them. */
async function standing(app: CastApp, who: 'sam'): Promise<Standing> {
  const token = await app.server.tokens.behind(await app.token(who));
  return app.server.workspaces.standing({ by: 'token', token: token!, cookies: [] }, 'northwind');
}

onBothDatabases((fresh) => {
  test('who becomes more while their snapshot is made does not leave it to those who stayed what they were', async () => {
    const app = await castApp(await fresh());
    const at = await standing(app, 'sam');
    const feeds = new Feeds(app.host, { onEntries: () => undefined, onEnd: () => undefined });
    const snapshots = new Snapshots();
    const feed = await feeds.of(await app.host.read((view) => accessOf(view, CAST.sam.id)!));
    const promoted: Standing = {
      ...at,
      look: async (look) => {
        await app.as('ada', 'PATCH', `members/${CAST.sam.id}`, { role: 'product-manager' });
        return at.look(look);
      },
    };
    expect(await snapshots.of(promoted, feed)).toBeNull();
    await app.as('ada', 'PATCH', `members/${CAST.sam.id}`, { role: 'stakeholder' });
    const made = await snapshots.of(at, feed);
    const text = (await made!.in('identity')).toString();
    expect(text).toContain('"stakeholder"');
    expect(text).not.toContain('ada@northwind.example');
    feeds.end();
  });
});
