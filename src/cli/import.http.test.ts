import { mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { castApp } from '../../test/cast-app.ts';
import { onBothDatabases } from '../../test/fresh-store.ts';
import { readConfig } from '../server/config.ts';
import { runCommand } from './run.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'cutline-cli-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
const file = (name: string, text: string) => {
  writeFileSync(path.join(folder, name), text);
  return path.join(folder, name);
};

onBothDatabases((fresh) => {
  test('a file is tried, taken in and taken again on the command line, and what goes wrong ends with a sentence and a code', async () => {
    const app = await castApp(await fresh());
    const url = await app.http.listen({ port: 0, host: '127.0.0.1' });
    const env = { CUTLINE_URL: url, CUTLINE_TOKEN: await app.token('pia') };
    const cutline = async (...given: string[]) => {
      const said: string[] = [];
      const terminal = () => ({ config: readConfig(env), print: (line: string) => void said.push(line), input: async () => '' });
      const code = await runCommand(['import', ...given], { terminal, complain: (line) => void said.push(line) });
      return { code, said: said.join('\n') };
    };
    const plain = file('plain.csv', 'Title;Status;Points;Due\nA quiet path;Ready;3;03/04/2026\n;Ready;1;\nA steep path;Ready;5;05/04/2026\n');
    expect(await cutline(plain, '--product', 'APP')).toMatchObject({ code: 1, said: expect.stringContaining('--date-order') });
    const wanted = [plain, '--product', 'APP', '--date-order', 'dmy'];
    expect(await cutline(...wanted, '--dry-run')).toMatchObject({
      code: 0,
      said: expect.stringContaining('2 would be made, 0 changed, 0 are as they were, 1 rows would be left out. Nothing was taken.'),
    });
    const first = await cutline(...wanted);
    expect(first.code, first.said).toBe(0);
    expect(first.said).toContain('Row 3 has no title');
    expect(first.said).toContain('plain.csv is in: 2 made, 0 changed, 0 as they were, 1 rows left out.');
    expect((await cutline(...wanted)).said).toContain('0 made, 0 changed, 2 as they were');
    expect(await app.host.read((view) => [...view.all('item')].find(({ title }) => title === 'A quiet path')?.dueOn)).toBe('2026-04-03');

    expect(await cutline(file('empty.csv', ''), '--product', 'APP')).toMatchObject({ code: 1 });
    expect(await cutline(path.join(folder, 'missing.csv'), '--product', 'APP')).toMatchObject({ code: 2, said: expect.stringContaining('can not be read') });
    expect(await cutline(plain)).toMatchObject({ code: 2 });
    expect(await cutline(plain, '--product', 'APP', '--date-order', 'ydm')).toMatchObject({ code: 2 });
    expect(await cutline(plain, '--product', 'NOPE', '--date-order', 'dmy')).toMatchObject({ code: 1, said: expect.stringContaining('no such product') });

    const partly = file('partly.csv', 'ID,Title,Due\n21,In one piece,2026-04-01\n22,On no day,2026-02-30\n23,"Open,2026-04-02\n');
    const count = () => app.host.read((view) => [...view.all('item')].length);
    const had = await count();
    const none = await cutline(partly, '--product', 'APP', '--all-or-nothing');
    expect(none).toMatchObject({ code: 1, said: expect.stringContaining('so nothing was') });
    for (const place of ['Row 3, column “Due”', 'Row 4, column “Title”']) expect(none.said).toContain(place);
    expect(await count()).toBe(had);
    expect(await cutline(partly, '--product', 'APP')).toMatchObject({
      code: 0,
      said: expect.stringContaining('2 made, 0 changed, 0 as they were, 1 rows left out.'),
    });
    expect(await count()).toBe(had + 2);
    const whole = file('whole.csv', 'ID,Title\n31,Whole\n');
    expect((await cutline(whole, '--product', 'APP', '--all-or-nothing')).said).toContain('1 made');
    await app.http.close();
  });
});
