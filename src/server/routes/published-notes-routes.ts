import type { FastifyInstance } from 'fastify';
import type { Host } from '../../db/host.ts';
import { publishNotes } from '../../domain/release/publish-notes.ts';
import type { Api } from '../edge/api.ts';
import { atTheDoor } from '../edge/door.ts';
import { limitOf } from '../edge/limit.ts';
import { mutationOf } from '../edge/mutation.ts';
import type { Server } from '../edge/server.ts';
import { idempotencyKey } from '../openapi/route-doc.ts';
import { NotesLinks, type Publication } from '../published/notes-links.ts';
import { nothingPage, notesPage, PAGE_HEADERS, type PublishedNotes } from '../published/notes-page.ts';

const ANSWER = { type: 'object', properties: { link: { type: 'string' }, publishedAt: { type: 'string' } } };

/** Publishing the notes of a release, and the page that anybody reads who has its link. */
export function publishedNotesRoutes(app: FastifyInstance, api: Api, { store, url }: Server): void {
  const links = new NotesLinks(store.db);
  const limit = limitOf(app, { max: 120, minutes: 5 });

  api.forMembers(
    {
      id: publishNotes.name,
      tag: 'releases',
      does: `${publishNotes.does} The answer holds the link; it is shown once.`,
      method: 'POST',
      path: '/releases/{release}/publish-notes',
      params: [{ name: 'release', required: true, schema: { type: 'string' } }],
      headers: [idempotencyKey],
      answer: { status: 201, says: 'The link.', schema: ANSWER },
      errors: [409, 413, 415],
    },
    async ({ request, reply, at }) => {
      const { workspace: _, ...named } = request.params as Record<string, string>;
      const input = atTheDoor(publishNotes.input, named);
      await at.host.run({
        mutation: mutationOf(request, { actor: at.member, verb: publishNotes.name }),
        actor: at.member,
        calls: [{ verb: publishNotes as never, input }],
        access: at.accessIn,
      });
      const { publishedAt } = await at.host.read((view) => view.get('release', input.release));
      if (publishedAt === null) throw new Error('notes that were published are not');
      const secret = await links.make({ workspace: at.workspace.id, release: input.release, publishedAt });
      return reply.status(201).send({ link: `${url()}/published/${secret}`, publishedAt });
    },
  );

  app.get('/published/:secret', async (request, reply) => {
    await limit(request);
    const link = await links.behind((request.params as { secret: string }).secret);
    const notes = link && (await publishedBehind(link, await store.host(link.workspace)));
    return reply
      .status(notes ? 200 : 404)
      .headers(PAGE_HEADERS)
      .send(notes ? notesPage(notes) : nothingPage());
  });
}

/** A projection that starts from nothing; null once the notes are withdrawn or published under another link. */
async function publishedBehind({ release: id, publishedAt }: Publication, host: Host): Promise<PublishedNotes | null> {
  const release = await host.read((view) => view.find('release', id));
  if (!release || release.publishedAt !== publishedAt || release.notes === null) return null;
  const text = await host.text(release.notes);
  return text ? { name: release.name, shippedOn: release.shippedOn, text: text.body } : null;
}
