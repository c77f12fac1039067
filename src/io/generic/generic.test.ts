import { describe, expect, it } from 'vitest';
import { bytesOf, countsOf, csvOf, fileOf, readAsProposed, recognised } from '../../../test/builders/file-of.ts';
import { mappingSchema } from '../mapping.ts';
import { readFirstRows, readRows, readRowsSteps } from '../read-rows.ts';
import { recogniseSteps } from '../recognise.ts';
import { allAtOnce, inSlices } from '../steps.ts';

const targets = (header: readonly string[]) =>
  Object.fromEntries(
    recognised(
      fileOf(
        header,
        header.map(() => 'x'),
      ),
    ).columns.map(({ name, target }) => [name, target]),
  );

describe('any CSV', () => {
  it('has its columns guessed from what people call them', () => {
    expect(targets(['issuekey', 'title', 'description', 'storypoint'])).toEqual({
      issuekey: 'key',
      title: 'title',
      description: 'description',
      storypoint: 'estimate',
    });
    expect(targets(['Bezeichnung', 'Zustand', 'Aufwand', 'Zuständig', 'Fällig am', 'Akzeptanzkriterien'])).toEqual({
      Bezeichnung: 'title',
      Zustand: 'state',
      Aufwand: 'estimate',
      Zuständig: 'assignee',
      'Fällig am': 'dueOn',
      Akzeptanzkriterien: 'criteria',
    });
    expect(targets(['ID', 'Work Item Type', 'Title', 'Assigned To', 'State', 'Tags', 'Stack Rank'])).toMatchObject({
      ID: 'id',
      'Work Item Type': 'type',
      'Assigned To': 'assignee',
      'Stack Rank': 'rank',
    });
  });

  it('takes the likelier of two names for one thing', () => {
    expect(targets(['Name', 'Title', 'Status'])).toEqual({ Name: null, Title: 'title', Status: 'state' });
  });

  it('is read with semicolons, decimal commas, T-shirt words and Windows letters', () => {
    const text = csvOf(
      [
        ['Titel', 'Größe', 'Rang'],
        ['Wege', '3,5', '2'],
        ['Höhen', 'XL', '1'],
        ['Tiefen', '?', ''],
      ],
      ';',
    );
    const latin = Uint8Array.from(text, (sign) => sign.charCodeAt(0));
    const { items, problems } = readAsProposed(latin);
    expect(items.map(({ title, estimate }) => [title, estimate])).toEqual([
      ['Höhen', { kind: 'size', value: 'XL' }],
      ['Wege', { kind: 'points', value: 3.5 }],
      ['Tiefen', null],
    ]);
    expect(problems).toMatchObject([{ code: 'number-not-understood', row: 4, column: 'Größe', value: '?' }]);
    expect(countsOf(recognised(latin).problems)).toEqual({ 'encoding-guessed': 1 });
  });

  it('asks for the order of dates that no date decides, and keeps such cells out until then', () => {
    const bytes = fileOf(['Title', 'Due'], ['A', '3/4/2026'], ['B', '5/5/2026'], ['C', '31/Feb/2026']);
    const { mapping, questions } = recognised(bytes);
    expect(questions).toMatchObject([{ about: 'date-order', column: 'Due', example: '3/4/2026' }]);
    expect(mapping.dateOrder).toBeNull();
    const read = readRows(bytes, mapping);
    expect(read.items.map(({ dueOn }) => dueOn)).toEqual([null, '2026-05-05', null]);
    expect(read.problems.map(({ code, row, column, loses }) => [code, row, column, loses])).toEqual([
      ['date-undecided', 2, 'Due', 'cell'],
      ['date-does-not-exist', 4, 'Due', 'cell'],
    ]);
    expect(readRows(bytes, { ...mapping, dateOrder: 'mdy' }).items[0]!.dueOn).toBe('2026-03-04');
  });

  it('needs no question where one date of the file decides', () => {
    const bytes = fileOf(['Title', 'Due', 'Created'], ['A', '3/4/2026', ''], ['B', '', '25/12/2025']);
    expect(recognised(bytes)).toMatchObject({ questions: [], mapping: { dateOrder: 'dmy' } });
    expect(readAsProposed(bytes).items[0]!.dueOn).toBe('2026-04-03');
  });

  it('asks which column holds the titles where none is known, and reads it then', () => {
    const bytes = fileOf(['Wibble', 'Wobble'], ['Map', '1'], ['Path', '2']);
    const { mapping, questions } = recognised(bytes);
    expect(questions).toMatchObject([{ about: 'title' }]);
    expect(readRows(bytes, mapping).problems).toMatchObject([{ code: 'no-title-column', loses: 'file' }]);
    const columns = mapping.columns.map(({ name }) => ({ name, target: name === 'Wibble' ? ('title' as const) : null }));
    expect(readRows(bytes, { ...mapping, columns }).items.map(({ title }) => title)).toEqual(['Map', 'Path']);
  });

  it('asks what becomes of several projects, and leaves out what is to be left out', () => {
    const bytes = fileOf(['Key', 'Title'], ['WEB-1', 'A'], ['WEB-2', 'B'], ['APP-1', 'C']);
    const { mapping, questions } = recognised(bytes);
    expect(questions).toMatchObject([
      {
        about: 'projects',
        projects: [
          { key: 'WEB', rows: 2 },
          { key: 'APP', rows: 1 },
        ],
      },
    ]);
    const projects = mapping.projects.map((project) => ({ ...project, product: project.key === 'WEB' ? project.product : null }));
    const { items, counts, problems } = readRows(bytes, { ...mapping, projects });
    expect(items.map(({ key }) => key)).toEqual(['WEB-1', 'WEB-2']);
    expect(counts).toEqual({ records: 3, items: 2, merged: 0, skipped: 1 });
    expect(problems).toMatchObject([{ code: 'project-left-out', loses: 'row', message: '1 row of the project “APP” is left out, as chosen.' }]);
  });

  it('knows a row again by its id, key or title, wherever it stands', () => {
    const sources = (...rows: string[][]) =>
      readAsProposed(fileOf(...rows))
        .items.map(({ source, title }) => `${title} ${source}`)
        .sort();
    expect(sources(['Title'], ['A'], ['B'], ['A'])).toEqual(sources(['Title'], ['B'], ['A'], ['A']));
    expect(sources(['ID', 'Title'], ['7', 'A'])).toEqual(['A csv:7']);
    expect(new Set(sources(['Title'], ['A'], ['A'])).size).toBe(2);
  });

  it('does not merge rows whose numbers only count within a part of the file', () => {
    const { items } = readAsProposed(fileOf(['No', 'Title'], ['1', 'A'], ['2', 'B'], ['1', 'C'], ['2', 'D']));
    expect(items.map(({ title }) => title)).toEqual(['A', 'B', 'C', 'D']);
  });

  it('names the product after the project, else after the keys and the file', () => {
    expect(recognised(fileOf(['Key', 'Title'], ['XD-1', 'A']), '/tmp/spring_xd.csv').product).toEqual({ key: 'XD', name: 'Spring xd' });
    expect(recognised(fileOf(['Title'], ['A']), 'Über-Plan 2026.csv').product).toEqual({ key: 'UP', name: 'Über Plan 2026' });
    expect(recognised(fileOf(['Title', 'Project'], ['A', 'Trailhead']), 'x.csv').product).toEqual({ key: 'TRAI', name: 'Trailhead' });
  });

  it('cuts what is too long and removes what can’t be stored', () => {
    const { items, problems } = readAsProposed(fileOf(['Title', 'Tags'], [`${'long '.repeat(150)}`, `${'t'.repeat(80)}`], ['two\nlines', '']));
    expect(items[0]!.title.length).toBeLessThanOrEqual(500);
    expect(items[0]!.tags![0]!.length).toBe(60);
    expect(items[1]!.title).toBe('two lines');
    expect(countsOf(problems)).toEqual({ shortened: 1 });
  });

  it('with a header and nothing below it is refused', () => {
    const found = allAtOnce(recogniseSteps(bytesOf('Title,Status\n'), 'x.csv'));
    expect(found).toMatchObject({ isReadable: false, problems: [{ code: 'file-empty', loses: 'file' }] });
  });
});

describe('reading', () => {
  const many = fileOf(['Title', 'Status', 'Notes'], ...Array.from({ length: 4000 }, (_, at) => [`Row ${at}`, 'New', 'n'.repeat(100)]));

  it('goes in slices, tells how far it is, and stops when told to', async () => {
    const mapping = recognised(many).mapping;
    const seen: number[] = [];
    const pause = () => Promise.resolve();
    const read = await inSlices(readRowsSteps(many, mapping), { pause, onStep: ({ done, of }) => seen.push(done / of) });
    expect(read!.items).toHaveLength(4000);
    expect(seen.length).toBeGreaterThan(5);
    expect(await inSlices(readRowsSteps(many, mapping), { pause, isCancelled: () => true })).toBeNull();
  });

  it('shows the first rows without reading the others', () => {
    expect(readFirstRows(many, recognised(many).mapping, 5).items.map(({ title }) => title)).toEqual(['Row 0', 'Row 1', 'Row 2', 'Row 3', 'Row 4']);
  });

  it('takes a mapping that has travelled as JSON', () => {
    const { mapping } = recognised(many);
    expect(mappingSchema.parse(JSON.parse(JSON.stringify(mapping)))).toEqual(mapping);
  });

  it('says clearly when a mapping does not fit the file', () => {
    const { mapping } = recognised(many);
    expect(readRows(bytesOf('Title\nA'), { ...mapping, headerRow: 9 }).problems).toMatchObject([{ code: 'mapping-does-not-fit', loses: 'file' }]);
  });

  it('fits the next export of a tool, whose columns stand elsewhere', () => {
    const { mapping } = recognised(fileOf(['Title', 'Status'], ['A', 'Doing']));
    expect(readRows(fileOf(['New one', 'Status', 'Title'], ['x', 'Doing', 'A']), mapping)).toMatchObject({
      items: [{ title: 'A', state: { name: 'Doing', group: 'in-progress' } }],
      problems: [{ code: 'columns-not-taken', column: 'New one' }],
    });
  });
});
