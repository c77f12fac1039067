import { describe, expect, it } from 'vitest';
import { countsOf, fileOf, readAsProposed, recognised } from '../../../test/builders/file-of.ts';

const ENGLISH = ['Summary', 'Issue key', 'Issue id', 'Issue Type', 'Status', 'Project key', 'Project name', 'Resolution', 'Created', 'Resolved'] as const;
type Cells = Partial<Record<(typeof ENGLISH)[number], string>>;
const row = (number: number, { more = [], ...own }: Cells & { readonly more?: readonly string[] }): string[] => {
  const usual: Cells = {
    Summary: `Path ${number}`,
    'Issue key': `TRL-${number}`,
    'Issue id': String(10_000 + number),
    'Issue Type': 'Story',
    Status: 'To Do',
    'Project key': 'TRL',
    'Project name': 'Trailhead',
  };
  return [...ENGLISH.map((name) => own[name] ?? usual[name] ?? ''), ...more];
};

describe('a Jira export', () => {
  it('is recognised in English, with its project as the product', () => {
    const found = recognised(fileOf(ENGLISH, row(1, {}), row(2, { Status: 'Done' })));
    expect(found.mapping).toMatchObject({ format: 'jira', delimiter: ',', encoding: 'utf-8', headerRow: 1, identity: 'id', wiki: true, dateOrder: null });
    expect(found.product).toEqual({ key: 'TRL', name: 'Trailhead' });
    expect(found.questions).toEqual([]);
  });

  it.each([
    [
      'Spanish',
      ['Tipo de Incidencia', 'Clave de incidencia', 'ID de la incidencia', 'Resumen', 'Estado', 'Creada', 'Clave principal'],
      ['Historia', 'TRL-1', '1', 'Mapa', 'En curso', '30/mar/26 10:50 PM', ''],
    ],
    [
      'German',
      ['Zusammenfassung', 'Vorgangsschlüssel', 'Vorgangs-ID', 'Vorgangstyp', 'Status', 'Erstellt', 'Übergeordnet'],
      ['Karte', 'TRL-1', '1', 'Story', 'In Arbeit', '30.03.2026 11:02', ''],
    ],
    [
      'French',
      ['Résumé', 'Clé de ticket', 'ID de ticket', 'Type de ticket', 'État', 'Création', 'Parent'],
      ['Carte', 'TRL-1', '1', 'Récit', 'En cours', '30/mars/26 10:50', ''],
    ],
    [
      'Dutch',
      ['Samenvatting', 'Issuesleutel', 'Issue-ID', 'Issuetype', 'Status', 'Aangemaakt', 'Bovenliggend'],
      ['Kaart', 'TRL-1', '1', 'Verhaal', 'Mee bezig', '30/mrt/26 10:50', ''],
    ],
    [
      'the newer wording',
      ['Work item Id', 'Summary', 'Work type', 'Status', 'Created', 'Parent', 'Work item key'],
      ['1', 'Map', 'Story', 'In Progress', '30/Mar/26', '', 'TRL-1'],
    ],
    ['an old server’s words', ['Issue Type', 'Key', 'Summary', 'Status', 'Created'], ['Story', 'TRL-1 ', 'Map', 'In Progress', '30/Mar/26 07:59']],
  ])('is read in %s', (_, header, cells) => {
    const found = recognised(fileOf(header, cells));
    expect(found.mapping.format).toBe('jira');
    expect(readAsProposed(fileOf(header, cells)).items).toMatchObject([
      { key: 'TRL-1', type: 'story', state: { group: 'in-progress' }, createdOn: '2026-03-30' },
    ]);
  });

  it('keeps every value of a name that stands over several columns', () => {
    const header = [...ENGLISH, 'Labels', 'Sprint', 'Labels', 'Sprint', 'Components', 'Fix versions', 'Fix versions'];
    const { items } = readAsProposed(
      fileOf(header, row(1, { more: ['maps', 'Sprint 1', 'ui', 'Sprint 2', 'App', '2.4', '2.5'] }), row(2, { more: ['', 'Sprint 1', '', '', '', '', ''] })),
    );
    expect(items[0]).toMatchObject({ tags: ['maps', 'ui', 'App', '2.5'], sprint: 'Sprint 2', pastSprints: ['Sprint 1'], release: '2.4' });
    expect(items[1]).toMatchObject({ tags: [], sprint: 'Sprint 1', pastSprints: [], release: null });
  });

  it('says nothing of columns that it does not have, and empties those that it has', () => {
    const [item] = readAsProposed(fileOf([...ENGLISH, 'Due date'], row(1, { more: [''] }))).items;
    expect(item).toMatchObject({ dueOn: null, cells: { dueOn: '' } });
    expect(Object.keys(item!)).not.toContain('assignee');
    expect(Object.keys(item!.cells)).not.toContain('assignee');
  });

  it('gives cells exactly as they stand in the file', () => {
    const [item] = readAsProposed(fileOf([...ENGLISH, 'Description', 'Custom field (Story Points)'], row(1, { more: ['  *a*\r\n b ', '3.0'] }))).items;
    expect(item!.cells).toMatchObject({ description: '  *a*\r\n b ', estimate: '3.0' });
    expect(item).toMatchObject({ description: '**a**\nb', estimate: { kind: 'points', value: 3 } });
  });

  it('takes the estimate from the filled one of two columns of points, and hours from seconds where there are none', () => {
    const header = [...ENGLISH, 'Custom field (Story Points)', 'Custom field (Story point estimate)', 'Original estimate', 'Time Spent', 'Σ Time Spent'];
    const { items, problems } = readAsProposed(
      fileOf(header, row(1, { more: ['', '5.0', '', '', ''] }), row(2, { more: ['3', '8', '', '', ''] }), row(3, { more: ['', '', '7200', '3600', '99999'] })),
    );
    expect(items.map(({ estimate }) => estimate)).toEqual([
      { kind: 'points', value: 5 },
      { kind: 'points', value: 3 },
      { kind: 'hours', original: 2, remaining: null, spent: 1 },
    ]);
    expect(problems).toContainEqual(expect.objectContaining({ code: 'points-differ', row: 3, column: 'Custom field (Story Points)' }));
  });

  it('names the people whom texts mention by their ids', () => {
    const header = [...ENGLISH, 'Assignee', 'Assignee Id', 'Description'];
    const { items } = readAsProposed(fileOf(header, row(1, { more: ['Mira Okafor', '7120:ab-1', 'Ask [~accountid:7120:ab-1] or [~accountid:99:zz].'] })));
    expect(items[0]!.description).toBe('Ask @Mira Okafor or @99:zz.');
  });

  it('names what is not taken, once a column', () => {
    const header = [...ENGLISH, 'Comment', 'Comment', 'Attachment', 'Priority', 'Votes'];
    const { problems } = readAsProposed(
      fileOf(header, row(1, { more: ['1/Jan/26;u1;Hi; there', 'x', '', 'High', '0'] }), row(2, { more: ['y', '', '', 'High', '0'] })),
    );
    expect(problems.map(({ code, column }) => [code, column])).toEqual([
      ['columns-not-taken', 'Comment'],
      ['columns-not-taken', 'Priority'],
    ]);
    expect(problems[0]!.message).toBe('Column “Comment” is not taken (3 filled cells in 2 columns).');
  });
});

describe('the states of a Jira export', () => {
  const header = [...ENGLISH, 'Status Category'];
  const found = (...rows: [status: string, category: string, resolution: string][]) => {
    const bytes = fileOf(
      header,
      ...rows.map(([Status, category, Resolution], at) => row(at + 1, { Status, Resolution, Resolved: Resolution && '1/Feb/26 9:00 AM', more: [category] })),
    );
    return { proposed: recognised(bytes).states.map(({ from, group, by }) => [from, group, by]), ...readAsProposed(bytes) };
  };

  it('go by their names, and by category only where nobody knows the name', () => {
    expect(found(['Backlog', 'In Progress', ''], ['To Do', 'To Do', ''], ['Research', 'In Progress', ''], ['Wibble', '', '']).proposed).toEqual([
      ['Backlog', 'backlog', 'name'],
      ['To Do', 'ready', 'name'],
      ['Research', 'in-progress', 'category'],
      ['Wibble', 'backlog', 'nothing'],
    ]);
  });

  it('with an unknown name are done where all their items are resolved', () => {
    const { proposed, items } = found(
      ['Deploy', 'In Progress', 'Done'],
      ['Deploy', 'In Progress', 'Done'],
      ['Rollout', 'In Progress', 'Done'],
      ['Rollout', 'In Progress', ''],
    );
    expect(proposed).toEqual([
      ['Deploy', 'done', 'resolution'],
      ['Rollout', 'in-progress', 'category'],
    ]);
    expect(items[0]).toMatchObject({ state: { name: 'Deploy', group: 'done' }, resolvedOn: '2026-02-01' });
  });

  it('are declined by a resolution that declines, with it as the reason', () => {
    const { items, states, problems } = found(['Done', 'Done', "Won't Do"], ['Closed', 'Done', 'Fixed'], ['In Progress', 'In Progress', 'Duplicate']);
    expect(items.map(({ state, declineReason }) => [state, declineReason])).toEqual([
      [{ name: 'Declined', group: 'declined' }, "Won't Do"],
      [{ name: 'Closed', group: 'done' }, null],
      [{ name: 'In Progress', group: 'in-progress' }, null],
    ]);
    expect(countsOf(problems)).toEqual({ 'resolved-but-open': 1 });
    expect(states.map(({ name }) => name)).toEqual(['Closed', 'In Progress', 'Declined']);
  });
});

describe('the ties of a Jira export', () => {
  it('find a parent by its id, by its key, and by the epic link', () => {
    const header = [...ENGLISH, 'Parent', 'Parent key', 'Custom field (Epic Link)'];
    const { items, problems } = readAsProposed(
      fileOf(
        header,
        row(1, { 'Issue Type': 'Epic', more: ['', '', ''] }),
        row(2, { more: ['10001', '', ''] }),
        row(3, { more: ['', 'TRL-1', ''] }),
        row(4, { more: ['', '', 'TRL-1'] }),
        row(5, { 'Issue Type': 'Sub-task', more: ['10002', '', 'TRL-1'] }),
        row(6, { more: ['99999', '', ''] }),
      ),
    );
    const parents = items.map(({ parent, parentElsewhere }) => parent ?? parentElsewhere ?? null);
    expect(parents).toEqual([null, 'jira:10001', 'jira:10001', 'jira:10001', 'jira:10002', '99999']);
    expect(items[4]!.type).toBe('task');
    expect(problems).toMatchObject([{ code: 'parent-missing', row: 7, column: 'Parent', value: '99999' }]);
  });

  it('take a link named on both ends once, in its right direction', () => {
    const header = [
      ...ENGLISH,
      'Outward issue link (Blocks)',
      'Inward issue link (Blocks)',
      'Outward issue link (Relates)',
      'Outward issue link (Duplicate)',
      'Outward issue link (Dependency)',
    ];
    const { items } = readAsProposed(
      fileOf(
        header,
        row(1, { more: ['TRL-2', '', 'TRL-2', '', ''] }),
        row(2, { more: ['', 'TRL-1', 'TRL-1', 'TRL-3', ''] }),
        row(3, { more: ['', '', '', '', 'TRL-1'] }),
        row(4, { more: ['TRL-4', 'GONE-1', '', '', ''] }),
      ),
    );
    expect(items.flatMap(({ links }) => links ?? [])).toEqual([
      { type: 'blocks', from: 'jira:10001', to: 'jira:10002' },
      { type: 'relates', from: 'jira:10001', to: 'jira:10002' },
      { type: 'duplicates', from: 'jira:10002', to: 'jira:10003' },
      { type: 'blocks', from: 'jira:10001', to: 'jira:10003' },
    ]);
  });

  it('stand in the order of Jira’s ranks, digits before letters, without a rank last', () => {
    const header = [...ENGLISH, 'Custom field (Rank)'];
    const { items, rankFrom } = readAsProposed(
      fileOf(
        header,
        row(1, { more: ['0|i0001b:6r'] }),
        row(2, { more: ['0|hzzzzz:'] }),
        row(3, { more: [''] }),
        row(4, { more: ['0|i0001b:'] }),
        row(5, { more: ['0|i0001b:62'] }),
      ),
    );
    expect(rankFrom).toBe('rank');
    expect(items.map(({ key }) => key)).toEqual(['TRL-2', 'TRL-4', 'TRL-5', 'TRL-1', 'TRL-3']);
  });
});

describe('a file made by hand for Jira', () => {
  const HEADER = ['Work item Id', 'Summary', 'Work type', 'Status', 'Story Points', 'Parent', 'Due date'];
  const bytes = fileOf(
    HEADER,
    ['EPIC3', 'Maps', 'Epic', 'To Do', '', '', '23/Apr/26'],
    ['E3-01', 'Tiles', 'Story', 'To Do', '3', 'EPIC3', '23/Apr/26'],
    ['', '', '', '', '', '', ''],
  );

  it('ties rows by the ids that mean something in this file only', () => {
    const { items, counts } = readAsProposed(bytes);
    expect(counts).toEqual({ records: 2, items: 2, merged: 0, skipped: 0 });
    expect(items[1]).toMatchObject({ key: null, project: null, estimate: { kind: 'points', value: 3 }, parent: items[0]!.source, dueOn: '2026-04-23' });
    expect(recognised(bytes).questions).toEqual([]);
  });

  it('does not take a row for another file’s row with the same id', () => {
    const other = readAsProposed(fileOf(HEADER, ['EPIC3', 'Something else', 'Epic', 'To Do', '', '', '']));
    expect(other.items[0]!.source).not.toBe(readAsProposed(bytes).items[0]!.source);
  });

  it('leaves a line without a title out and says so', () => {
    const { counts, problems } = readAsProposed(fileOf(HEADER, ['1', 'Maps', 'Epic', 'To Do', '', '', ''], ['Made on a Tuesday', '', '', '', '', '', '']));
    expect(counts).toEqual({ records: 2, items: 1, merged: 0, skipped: 1 });
    expect(problems).toContainEqual(expect.objectContaining({ code: 'title-missing', loses: 'row', row: 3 }));
  });
});
