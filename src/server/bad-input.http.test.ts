import { beforeAll, describe, expect, test } from 'vitest';
import { namesIn } from './openapi/route-doc.ts';
import { castApp, type CastApp } from '../../test/cast-app.ts';
import { onBothDatabases } from '../../test/fresh-store.ts';
import { placesIn, sampleOf, withAt, type Path } from '../../test/sample-input.ts';
import { verbs } from '../domain/verbs.ts';

/** What no field of any verb takes. JSON has no NaN: who means it sends the word. */
const BAD: readonly (readonly [name: string, value: unknown])[] = [
  ['a text that is too long', 'x'.repeat(300_000)],
  ['1e308', 1e308],
  ['the word NaN as a number', { NaN: true }],
  ['NUL', 'a\0b'],
  ['half a character', '\ud800'],
  ['the wrong type', [[]]],
];

/** Records that no rule has to find: the door is before every rule. */
const ANY_ID = '00000000-0000-7000-8000-0000000000aa';

onBothDatabases((fresh) => {
  let app: CastApp;
  let head: number;
  let tried = 0;
  beforeAll(async () => {
    app = await castApp(await fresh());
    head = await app.host.read((_view, seq) => seq);
  });

  describe.each(verbs.map((verb) => [verb.name, verb] as const))('%s', (_name, verb) => {
    const sample = sampleOf(verb.input, () => ANY_ID) as Record<string, unknown>;
    const [method, route] = verb.route;
    const inPath = namesIn(route);
    const send = (input: Record<string, unknown>) => {
      const url = `/api/v1/workspaces/northwind${route.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(input[name])))}`;
      const body = Object.fromEntries(Object.entries(input).filter(([name]) => !inPath.includes(name)));
      return { url, body };
    };

    test('takes its sample: whatever is answered, the door let it in', async () => {
      const { url, body } = send(sample);
      const answer = await app.as('ada', method, url, body);
      expect([200, 201, 403, 404, 409], answer.body).toContain(answer.statusCode);
    });

    const bodyPlaces = placesIn(Object.fromEntries(Object.entries(sample).filter(([name]) => !inPath.includes(name))));
    test('refuses every bad value in every field with a 422 that names it', async () => {
      for (const place of bodyPlaces) {
        for (const [name, value] of BAD) {
          tried++;
          const { url, body } = send(withAt(sample, place, value) as Record<string, unknown>);
          const answer = await app.as('ada', method, url, body);
          expect(answer.statusCode, `${name} at ${place.join('.')}: ${answer.body.slice(0, 300)}`).toBe(422);
          const paths = (answer.json().errors as { path: string }[]).map(({ path }) => path);
          expect(
            paths.some((path) => isAbout(path, place)),
            `${name} at ${place.join('.')} was said of ${paths.join(' and ')}`,
          ).toBe(true);
        }
      }
    });

    test('refuses an unknown field, and one that stands in the path already', async () => {
      const { url, body } = send(sample);
      const unknown = await app.as('ada', method, url, { ...body, surprise: 1 });
      expect(unknown.json().errors).toContainEqual({ path: 'surprise', message: 'there is no such field' });
      for (const name of inPath)
        expect((await app.as('ada', method, url, { ...body, [name]: ANY_ID })).json()).toMatchObject({ status: 422, errors: [{ path: name }] });
    });

    test('refuses a body that is no object', async () => {
      const { url } = send(sample);
      for (const body of [[], 'text', 7, [sample]]) expect((await app.as('ada', method, url, body)).statusCode).toBe(422);
    });
  });

  test('nothing of all that was written', async () => {
    expect(tried).toBeGreaterThan(verbs.length * BAD.length);
    const { data } = (await app.as('ada', 'GET', `changes?since=${head}&limit=500`)).json();
    expect(JSON.stringify(data)).not.toMatch(/x{1000}|\\u0000|surprise/);
  });
});

/** The place itself, or one above or inside it where the fault is seen. */
function isAbout(path: string, place: Path): boolean {
  const wanted = place.join('.');
  return path === wanted || path.startsWith(`${wanted}.`) || wanted.startsWith(path === '' ? '\0' : `${path}.`);
}
