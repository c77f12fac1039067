/** How a file is had from each of the tools that people come from. */
const WAYS: readonly { readonly tool: string; readonly lines: readonly [string, string] }[] = [
  {
    tool: 'Jira',
    lines: ['Search for all issues of the project and order them by rank.', 'Export → CSV (all fields). Over 1,000 issues: in parts, one after another.'],
  },
  { tool: 'Linear', lines: ['Settings → Import and export → Export CSV.', 'The file has all issues; say once which column is what.'] },
  { tool: 'Azure DevOps', lines: ['Boards → Queries: a query of the backlog with the columns you need.', 'Open it, then ⋯ → Export to CSV.'] },
  { tool: 'Trello', lines: ['Board menu → Print, export and share → Export as CSV (Premium).', 'Without Premium: paste the titles of the cards as a list.'] },
];

export function ExportHelp() {
  return (
    <section aria-labelledby="export-help" className="grid gap-3">
      <h2 id="export-help" className="text-s font-medium text-ink-2">
        How to get a file from
      </h2>
      <dl className="grid grid-cols-4 gap-x-6 gap-y-4 max-desk:grid-cols-2 max-tablet:grid-cols-1">
        {WAYS.map(({ tool, lines }) => (
          <div key={tool} className="grid content-start gap-0.5">
            <dt className="font-medium">{tool}</dt>
            {lines.map((line) => (
              <dd key={line} className="text-s text-ink-2">
                {line}
              </dd>
            ))}
          </div>
        ))}
      </dl>
      <p className="text-s text-ink-3">Any other tool will do too: a CSV with one row an item, in any order of columns.</p>
    </section>
  );
}
