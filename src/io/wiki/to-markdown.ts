import { blocks } from './blocks.ts';
import { inline } from './inline.ts';
import { linesToMarkdown } from './lines.ts';

/** Jira's wiki markup as Markdown. Code stays as it is, what Markdown has no word for becomes plain text, and nothing is ever refused. */
export function wikiToMarkdown(wiki: string): string {
  const text = wiki.replace(/\r\n?/g, '\n');
  const parts = blocks(text).map((block) => {
    if (block.kind === 'code') return fenced(block.text, block.language);
    if (block.kind === 'quote') return quoted(wikiToMarkdown(block.text.trim()));
    if (block.kind === 'panel') return quoted([block.title && `**${inline(block.title)}**`, wikiToMarkdown(block.text.trim())].filter(Boolean).join('\n\n'));
    return linesToMarkdown(block.text).replace(/\n{3,}/g, '\n\n');
  });
  return joined(parts)
    .replace(/^\s*\n/, '')
    .trimEnd();
}

function fenced(code: string, language: string): string {
  const longest = Math.max(2, ...Array.from(code.matchAll(/`{3,}/g), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `\n\n${fence}${language}\n${code.replace(/^\n+/, '').trimEnd()}\n${fence}\n\n`;
}

const quoted = (text: string): string =>
  `\n\n${text
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n')}\n\n`;

/** Blank lines inside code are code: only those between parts are made fewer. */
function joined(parts: readonly string[]): string {
  return parts.reduce((text, part) => (text === '' ? part : `${text.replace(/\n+$/, '\n\n')}${part.replace(/^\n+/, text.endsWith('\n') ? '' : '\n\n')}`), '');
}
