import { hash } from 'node:crypto';
import MarkdownIt from 'markdown-it';
import type { Day } from '../../domain/kernel/day.ts';

/** All that is shown of a release to who has the link: what is not here is not told. */
export interface PublishedNotes {
  readonly name: string;
  /** The day it was shipped; null while it is not. */
  readonly shippedOn: Day | null;
  /** Markdown. */
  readonly text: string;
}

// HTML in the source stays text, nothing is fetched from anywhere, and a link leads to the web or to mail only.
const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true }).disable('image');
markdown.validateLink = (address) => /^(?:https?:\/\/|mailto:)/i.test(address.trim());
// eslint-disable-next-line max-params -- as markdown-it calls it
markdown.renderer.rules.link_open = (tokens, at, options, _env, self) => {
  tokens[at]!.attrSet('rel', 'noopener noreferrer nofollow');
  return self.renderToken(tokens, at, options);
};

const STYLE = `:root{color-scheme:light dark}
body{margin:0;font:15px/24px Inter,system-ui,sans-serif;background:#fff;color:#1b1d26}
main{max-width:42rem;margin:0 auto;padding:48px 20px 96px;overflow-wrap:anywhere}
.head{margin:0 0 24px;font-size:15px;font-weight:400;color:#5b5f70}
h1,h2,h3{line-height:1.3;margin:28px 0 8px}h1{font-size:26px;margin-top:0}h2{font-size:18px}h3{font-size:15px}
ul,ol{padding-inline-start:22px}a{color:#4338ca}
pre{overflow-x:auto;padding:12px;border-radius:10px;background:#f3f4f7}code{font-size:13px}
table{border-collapse:collapse}th,td{border:1px solid #d9dbe3;padding:4px 10px;text-align:start}
blockquote{margin:0;padding-inline-start:14px;border-inline-start:2px solid #d9dbe3;color:#5b5f70}
@media (prefers-color-scheme:dark){body{background:#14161d;color:#e8e9ee}.head,blockquote{color:#a3a7b6}a{color:#a5a0ff}pre{background:#1d2029}th,td,blockquote{border-color:#343846}}`;

/** Nothing runs in these pages and nothing is fetched by them; their one style is named by its hash. */
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${hash('sha256', STYLE, 'base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join(';');

/** What these pages are sent with: kept by nobody, found by no search, and their address told to nobody. */
export const PAGE_HEADERS = {
  'content-security-policy': POLICY,
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow, noarchive',
} as const;

/** Notes as a page of their own, without a script. */
export function notesPage({ name, shippedOn, text }: PublishedNotes): string {
  const body = markdown.render(text);
  const day = shippedOn === null ? '' : ` · <time datetime="${shippedOn}">${dayText(shippedOn)}</time>`;
  const tag = body.startsWith('<h1>') ? 'p' : 'h1'; // notes mostly begin with a heading of their own
  return page(name, `<${tag} class="head">${escaped(name)}${day}</${tag}>\n${body}`);
}

/** The same for an address that never was one and for one that is none any more. */
export const nothingPage = (): string => page('Nothing is here', '<h1>Nothing is here</h1>\n<p>This link leads nowhere, or no longer.</p>\n');

const page = (title: string, main: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex, nofollow, noarchive">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main dir="auto">
${main}</main>
</body>
</html>
`;

const dayText = (day: Day): string => new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character]!);
