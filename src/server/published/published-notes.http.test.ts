import { expect, test } from 'vitest';
import { APP } from '../../../test/builders/cast.ts';
import { castApp, type CastApp } from '../../../test/cast-app.ts';
import { onBothDatabases } from '../../../test/fresh-store.ts';
import { NotesLinks } from './notes-links.ts';
import { PAGE_HEADERS } from './notes-page.ts';

const NOTES = '# Dry feet\n\n- Warns of **storms**\n- <script>alert(1)</script>';

/** A release with notes, a goal, a lead and an item, of which nothing but name, day and notes may be told. */
async function withNotes(app: CastApp): Promise<string> {
  const made = await app.as('ada', 'POST', `products/${APP}/releases`, { name: '2.4', goal: 'Nobody else may know this goal' });
  const { id } = made.json() as { id: string };
  await app.as('ada', 'POST', 'put-in-release', { items: [app.items.app[0]], release: id });
  await app.as('ada', 'POST', `releases/${id}/notes`, { base: null, text: NOTES });
  return id;
}

const publish = (app: CastApp, release: string, who: Parameters<CastApp['as']>[0] = 'pia') => app.as(who, 'POST', `releases/${release}/publish-notes`);
const linkOf = async (app: CastApp, release: string) => new URL(((await publish(app, release)).json() as { link: string }).link).pathname;
const publishedAt = async (app: CastApp, release: string) =>
  ((await app.as('ada', 'GET', `releases/${release}`)).json() as { publishedAt: string | null }).publishedAt;

onBothDatabases((fresh) => {
  test('whoever has the link reads the notes, the name and the day, and nothing else, without signing in', async () => {
    const app = await castApp(await fresh());
    const release = await withNotes(app);
    await app.as('ada', 'POST', `releases/${release}/ship`, { notes: '' });
    const page = await app.ask({ url: await linkOf(app, release) });
    expect(page.statusCode).toBe(200);
    expect(page.headers).toMatchObject(PAGE_HEADERS);
    expect(page.headers['set-cookie']).toBeUndefined();
    const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(page.body)![1]!;
    expect(main).toMatch(
      /^\n<p class="head">2\.4 · <time datetime="\d{4}-\d\d-\d\d">[\w ]+<\/time><\/p>\n<h1>Dry feet<\/h1>\n<ul>\n<li>Warns of <strong>storms<\/strong><\/li>\n<li>&lt;script&gt;alert\(1\)&lt;\/script&gt;<\/li>\n<\/ul>\n$/,
    );
    for (const hidden of ['Nobody else', 'Trailhead', 'Northwind', 'northwind', 'APP-', 'One', 'Ada', release, app.workspace])
      expect(page.body).not.toContain(hidden);
    expect((await app.ask({ method: 'HEAD', url: await linkOf(app, release) })).statusCode).toBe(200);
  });

  test('a link leads nowhere once the page is taken away, published anew or taken back, and so does one that never was', async () => {
    const app = await castApp(await fresh());
    const release = await withNotes(app);
    const status = async (url: string) => (await app.ask({ url })).statusCode;
    const first = await linkOf(app, release);
    const second = await linkOf(app, release);
    expect([await status(first), await status(second)]).toEqual([404, 200]);
    expect((await app.as('pia', 'POST', `releases/${release}/withdraw-notes`)).statusCode).toBe(200);
    const gone = await app.ask({ url: second });
    expect([gone.statusCode, gone.headers['x-robots-tag']]).toEqual([404, 'noindex, nofollow, noarchive']);
    expect(gone.body).toBe((await app.ask({ url: '/published/notes_unknown' })).body);
    const third = await linkOf(app, release);
    expect([await status(second), await status(third)]).toEqual([404, 200]);
    // What is emptied is no longer there to be read either.
    const { notes } = (await app.as('ada', 'GET', `releases/${release}`)).json() as { notes: string };
    await app.as('ada', 'POST', `releases/${release}/notes`, { base: notes, text: '' });
    expect(await status(third)).toBe(404);
  });

  test('of two who publish at once the link of the later one leads there, whichever is written first', async () => {
    const app = await castApp(await fresh());
    const release = await withNotes(app);
    const link = await linkOf(app, release);
    const late = await new NotesLinks(app.store.db).make({ workspace: app.workspace, release, publishedAt: '2020-01-01T00:00:00.000Z' });
    expect([(await app.ask({ url: link })).statusCode, (await app.ask({ url: `/published/${late}` })).statusCode]).toEqual([200, 404]);
    const links = await Promise.all([linkOf(app, release), linkOf(app, release), linkOf(app, release)]);
    const statuses = await Promise.all(links.map(async (url) => (await app.ask({ url })).statusCode));
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
  });

  test('who plans the release publishes it; others, strangers and a release without notes are refused, and nothing is published then', async () => {
    const app = await castApp(await fresh());
    const release = await withNotes(app);
    const statuses = [];
    for (const who of ['tom', 'sam', 'gus', 'stranger'] as const) statuses.push((await publish(app, release, who)).statusCode);
    expect(statuses).toEqual([403, 403, 403, 404]);
    expect((await app.as('tom', 'POST', `releases/${release}/withdraw-notes`)).statusCode).toBe(403);
    expect(await publishedAt(app, release)).toBeNull();
    const bare = (await app.as('ada', 'POST', `products/${APP}/releases`, { name: '2.5' })).json() as { id: string };
    const refused = await publish(app, bare.id);
    expect([refused.statusCode, refused.json().type]).toEqual([409, 'no-notes']);
    expect(await app.store.db.selectFrom('notes_links').selectAll().execute()).toEqual([]);
  });

  test('what is kept of a link is its hash: neither database, log nor answers hold the secret', async () => {
    const lines: string[] = [];
    const app = await castApp(await fresh(), { logLines: lines });
    const release = await withNotes(app);
    const link = await linkOf(app, release);
    await app.ask({ url: link });
    const secret = link.split('/').at(-1)!;
    expect(secret).toMatch(/^notes_[\w-]{43}$/);
    const kept = JSON.stringify([
      await app.store.db.selectFrom('notes_links').selectAll().execute(),
      await app.store.db.selectFrom('entries').selectAll().execute(),
      (await app.as('ada', 'GET', 'releases')).json(),
      lines,
    ]);
    expect(kept).toContain('publishNotes');
    expect(kept).not.toContain(secret);
  });
});

onBothDatabases((fresh) => {
  test('links are not to be guessed: tries are counted', async () => {
    const app = await castApp(await fresh());
    const statuses = [];
    for (let n = 0; n < 130; n++) statuses.push((await app.ask({ url: `/published/notes_${n}`, remoteAddress: '10.1.1.1' })).statusCode);
    expect([statuses.at(0), statuses.at(-1)]).toEqual([404, 429]);
    expect((await app.ask({ url: '/published/notes_x', remoteAddress: '10.1.1.2' })).statusCode).toBe(404);
  });
});
