import { useMemo } from 'react';
import { renderMarkdown } from './render-markdown.ts';

export function MarkdownView({ source }: { source: string }) {
  const html = useMemo(() => renderMarkdown(source), [source]);
  return <div dir="auto" className="markdown" dangerouslySetInnerHTML={{ __html: html }} />;
}
