import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { textSchema } from '../../domain/kernel/text.ts';
import { allows } from '../../domain/kernel/permission.ts';
import { model } from '../../domain/model.ts';
import { mappingSchema } from '../../io/mapping.ts';
import { recogniseSteps, type Hints } from '../../io/recognise.ts';
import { DELIMITERS } from '../../io/csv/delimiter.ts';
import { ENCODINGS } from '../../io/csv/encoding.ts';
import type { Api } from '../edge/api.ts';
import { atTheDoor } from '../edge/door.ts';
import { forbidden, invalid, notFound } from '../edge/problem.ts';
import type { Server } from '../edge/server.ts';
import type { Standing } from '../edge/standing.ts';
import { changedBy } from '../import/changed-by.ts';
import { ImportFiles } from '../import/import-files.ts';
import { ImportJobs, type Importing } from '../import/import-jobs.ts';
import { LastReading } from '../import/last-reading.ts';
import { beginImport, continueImport, previewImport } from '../import/import-service.ts';
import { inSlices } from '../../db/in-slices.ts';
import { jsonSchema, type FieldDoc } from '../openapi/route-doc.ts';

const hints = z.strictObject({ encoding: z.enum(ENCODINGS).optional(), delimiter: z.enum(DELIMITERS).optional(), format: z.enum(['jira', 'csv']).optional() });
/** `product` is where rows go whose project the mapping gives no product of its own. */
const reading = z.strictObject({ mapping: mappingSchema, product: z.string().max(64).nullable().default(null) });

const fileParam: FieldDoc = { name: 'file', required: true, schema: { type: 'string' }, says: 'Id of a file that the caller has brought.' };
const importParam: FieldDoc = { name: 'import', required: true, schema: { type: 'string' }, says: 'Id of an import.' };

const ANSWER = { status: 200, says: 'What came of it.', schema: { type: 'object' } } as const;

/** Bringing a file: it is recognised, previewed, taken in, and can be taken back. */
export function importRoutes(
  app: FastifyInstance,
  api: Api,
  server: Server & { readonly onClose: (close: () => Promise<void>) => void; readonly report: (error: unknown) => void; readonly mostImportBytes: number },
): void {
  const files = new ImportFiles(server.store, server.mostImportBytes);
  const readings = new LastReading();
  const jobs = new ImportJobs(server.store, server.report);
  server.onClose(() => jobs.stopAll());
  app.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));

  api.forMembers(
    {
      id: 'bring-file',
      tag: 'imports',
      does: 'Bring a file to be imported; it is recognised and nothing is taken in yet. The body is the file, its name is in the query.',
      method: 'POST',
      path: '/import-files',
      query: [{ name: 'name', required: true, schema: { type: 'string', maxLength: 260 }, says: 'Name of the file.' }],
      answer: { ...ANSWER, status: 201 },
      errors: [413, 415],
    },
    async ({ request, reply, at }) => {
      await assertMayImport(at, null);
      const { name } = atTheDoor(z.strictObject({ name: textSchema(260) }), request.query);
      const file = await files.keep({ workspace: at.workspace.id, member: at.member, name }, bodyOf(request));
      const { bytes } = await files.read({ workspace: at.workspace.id, member: at.member, id: file.id });
      return reply.status(201).send({ file: file.id, hash: file.hash, size: file.size, recognition: await inSlices(recogniseSteps(bytes, name)) });
    },
    { bodyLimit: 2 * server.mostImportBytes },
  );

  api.forMembers(
    {
      id: 'recognise-file',
      tag: 'imports',
      does: 'Recognise a file again, with another encoding, delimiter or kind.',
      method: 'POST',
      path: '/import-files/{file}/recognise',
      params: [fileParam],
      body: jsonSchema(hints),
      answer: ANSWER,
      errors: [413, 415],
    },
    async ({ request, at }) => {
      const file = await files.read({ workspace: at.workspace.id, member: at.member, id: param(request, 'file') });
      return {
        file: file.id,
        hash: file.hash,
        size: file.size,
        recognition: await inSlices(recogniseSteps(file.bytes, file.name, withoutAbsent(atTheDoor(hints, request.body ?? {})))),
      };
    },
  );

  api.forMembers(
    {
      id: 'preview-import',
      tag: 'imports',
      does: 'What an import would do, without doing it: how many rows would be made, changed or left as they are, the first of them, and what can’t be taken.',
      method: 'POST',
      path: '/import-files/{file}/preview',
      params: [fileParam],
      body: jsonSchema(reading),
      answer: ANSWER,
      errors: [413, 415],
    },
    async ({ request, at }) => {
      const { mapping, product } = atTheDoor(reading, request.body ?? {});
      const file = await files.read({ workspace: at.workspace.id, member: at.member, id: param(request, 'file') });
      return previewImport({ file, mapping, product, readings }, await importing(at));
    },
  );

  api.forMembers(
    {
      id: 'begin-import',
      tag: 'imports',
      does: 'Take a file in as its mapping says: one import for each product that it goes to. It goes on by itself.',
      method: 'POST',
      path: '/import-files/{file}/import',
      params: [fileParam],
      body: jsonSchema(reading),
      answer: { ...ANSWER, status: 202 },
      errors: [409, 413, 415],
    },
    async ({ request, reply, at }) => {
      const { mapping, product } = atTheDoor(reading, request.body ?? {});
      const file = await files.read({ workspace: at.workspace.id, member: at.member, id: param(request, 'file') });
      await files.keepMapping(at.workspace.id, file.id, JSON.stringify({ mapping, product }));
      const runs = await beginImport({ file, mapping, product, readings, jobs }, await importing(at));
      if (runs.length === 0) throw invalid([{ path: 'mapping', message: 'no row of the file would be taken' }]);
      return reply.status(202).send({ data: runs, next: null });
    },
  );

  api.forMembers(
    {
      id: 'import-report',
      tag: 'imports',
      does: 'How an import stands, every row and cell that it did not take and why, what it changed of what was here, and what was edited here and stayed.',
      method: 'GET',
      path: '/imports/{import}/report',
      params: [importParam],
      answer: ANSWER,
    },
    async ({ request, at }) => {
      const run = param(request, 'import');
      // Asked first: one that ends meanwhile is then told as running, and as done when it is asked for again, but never as stopped.
      const isRunning = jobs.isRunning(run);
      const record = await at.look((view) => view.find('import', run));
      // One that was taken back is gone; its report is not.
      await assertMayImport(at, record ? run : null);
      const row = await server.store.db
        .selectFrom('import_reports')
        .selectAll()
        .where('workspace', '=', at.workspace.id)
        .where('import', '=', run)
        .executeTakeFirst();
      if (!record && !row) throw notFound();
      return {
        import: record ?? null,
        isRunning,
        isStopped: record?.state === 'running' && !isRunning,
        problems: JSON.parse(row?.problems ?? '[]') as unknown,
        kept: JSON.parse(row?.kept ?? '[]') as unknown,
        changed: record?.state === 'done' && record.updated + record.unchanged > 0 ? await changedBy(server.store.db, { workspace: at.workspace.id, run }) : [],
      };
    },
  );

  for (const [id, does, act] of [
    ['cancel-import', 'Stop an import and take back what it has taken in.', 'take-back'],
    ['continue-import', 'Go on with an import that was stopped.', 'continue'],
  ] as const) {
    api.forMembers(
      {
        id,
        tag: 'imports',
        does,
        method: 'POST',
        path: `/imports/{import}/${act}`,
        params: [importParam],
        answer: ANSWER,
        errors: [409],
      },
      async ({ request, at }) => {
        const run = param(request, 'import');
        await assertMayImport(at, run);
        if (act === 'continue') return { data: await continueImport({ run, files, readings, jobs, store: server.store }, await importing(at)), next: null };
        return { kept: await jobs.takeBack(run, await importing(at)) };
      },
    );
  }
}

const importing = async (at: Standing): Promise<Importing> => ({ host: at.host, workspace: at.workspace.id, member: at.member, access: at.accessIn });

/** Into which product is asked again by each of the import's own commands. */
async function assertMayImport(at: Standing, run: string | null): Promise<void> {
  const may = await at.look((view, _seq, { subject }) => {
    if (run === null) return allows(subject, 'import', model.belonging(view, { in: 'workspace', id: at.workspace.id }));
    return view.find('import', run) ? allows(subject, 'import', model.belonging(view, { in: 'import', id: run })) : null;
  });
  if (may === null) throw notFound();
  if (!may) throw forbidden('Your role does not let you import.');
}

const withoutAbsent = ({ encoding, delimiter, format }: z.infer<typeof hints>): Hints => ({
  ...(encoding && { encoding }),
  ...(delimiter && { delimiter }),
  ...(format && { format }),
});

const param = (request: FastifyRequest, name: string): string => (request.params as Record<string, string>)[name]!;

function bodyOf(request: FastifyRequest): AsyncIterable<Uint8Array> {
  const { body } = request;
  if (typeof body !== 'object' || body === null || !(Symbol.asyncIterator in body))
    throw invalid([{ path: '', message: 'the body must be the file itself, as application/octet-stream' }]);
  return body as AsyncIterable<Uint8Array>;
}
