import { ERRORS } from './errors.ts';
import type { FieldDoc, RouteDoc } from './route-doc.ts';

/** The API's reference as one page, without a script. */
export function docsPage(routes: readonly RouteDoc[]): string {
  const tags = [...new Set(routes.map(({ tag }) => tag))].toSorted();
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Cutline API</title>
<link rel="stylesheet" href="/api/docs.css">
</head>
<body>
<nav aria-label="Parts of the API"><a class="home" href="#top">Cutline API</a>${tags.map((tag) => `<a href="#${escaped(tag)}">${escaped(tag)}</a>`).join('')}<a href="#errors">errors</a></nav>
<main id="top">
<h1>Cutline API</h1>
<p>Everything that the interface can do is here. Send <code>Authorization: Bearer</code> with a token from <code>npx cutline token create --role &lt;role&gt;</code>.
Bodies are JSON; ids are UUIDv7, a product is also named by its key and an item by <code>APP-142</code>. For programs: <a href="/api/v1/openapi.json">openapi.json</a> (OpenAPI 3.1).</p>
${tags
  .map((tag) =>
    section(
      tag,
      routes.filter((route) => route.tag === tag),
    ),
  )
  .join('\n')}
<section><h2 id="errors">errors</h2>${ERRORS.map(({ status, when, example }) => `<details><summary><b class="status">${status}</b> ${escaped(when)}</summary>${code(example)}</details>`).join('\n')}</section>
</main>
</body>
</html>
`;
}

function section(tag: string, routes: readonly RouteDoc[]): string {
  return `<section><h2 id="${escaped(tag)}">${escaped(tag)}</h2>\n${routes.map(route).join('\n')}</section>`;
}

function route({ id, method, path, does, params, query, headers, body, answer, errors, isPublic }: RouteDoc): string {
  return `<details id="${escaped(id)}"><summary><b class="${method.toLowerCase()}">${method}</b> <code>${escaped(path)}</code> <span>${escaped(does)}</span></summary>
${isPublic ? '<p>For anybody.</p>' : ''}${fields('Path', params)}${fields('Query', query)}${fields('Headers', headers)}${body ? `<h3>Body</h3>${code(body)}` : ''}
<h3>Answer</h3><p><b class="status">${answer.status}</b> ${escaped(answer.says)}</p><p>Errors: ${[...new Set(errors)]
    .toSorted((a, b) => a - b)
    .map((status) => `<a href="#errors">${status}</a>`)
    .join(', ')}</p></details>`;
}

function fields(title: string, all: readonly FieldDoc[]): string {
  if (all.length === 0) return '';
  const rows = all.map(
    ({ name, required, schema, says }) =>
      `<tr><th scope="row"><code>${escaped(name)}</code>${required ? '' : ' <i>optional</i>'}</th><td>${escaped(says ?? '')} <code>${escaped(JSON.stringify(schema))}</code></td></tr>`,
  );
  return `<h3>${title}</h3><table>${rows.join('')}</table>`;
}

const code = (value: unknown): string => `<pre tabindex="0"><code>${escaped(JSON.stringify(value, null, 2))}</code></pre>`;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character]!);

export const DOCS_STYLE = `:root { color-scheme: light dark; --line: light-dark(#dfe3e6, #33393e); --soft: light-dark(#f4f6f7, #1d2124); --strong: light-dark(#0b5c58, #6fd0c8); }
* { box-sizing: border-box; }
body { margin: 0; font: 15px/1.5 system-ui, sans-serif; display: grid; grid-template-columns: 13rem minmax(0, 1fr); background: light-dark(#fff, #14171a); color: light-dark(#1b1f23, #e4e8ea); }
nav { position: sticky; top: 0; height: 100vh; overflow: auto; padding: 1.25rem; border-inline-end: 1px solid var(--line); display: flex; flex-direction: column; gap: .3rem; }
nav .home { font-weight: 650; margin-bottom: .5rem; }
a { color: var(--strong); }
nav a { text-decoration: none; }
main { padding: 1.25rem 2rem 4rem; max-width: 70rem; }
h2 { margin-top: 2.5rem; } h3 { margin: 1rem 0 .25rem; font-size: .9rem; }
details { border: 1px solid var(--line); border-radius: 6px; margin: .4rem 0; padding: .5rem .75rem; }
summary { cursor: pointer; } summary span { display: block; margin-inline-start: 4.6rem; opacity: .8; }
summary b { display: inline-block; min-width: 4.2rem; font-size: .8rem; color: var(--strong); }
code { font: .88em/1.45 ui-monospace, monospace; overflow-wrap: anywhere; }
pre { background: var(--soft); border-radius: 6px; padding: .75rem; overflow: auto; max-height: 30rem; }
table { border-collapse: collapse; width: 100%; } th { text-align: start; font-weight: 500; vertical-align: top; width: 14rem; } th, td { border-top: 1px solid var(--line); padding: .35rem .5rem; }
@media (max-width: 48rem) { body { display: block; } nav { position: static; height: auto; flex-flow: row wrap; border: 0; } main { padding: 0 1rem 3rem; } }
`;
