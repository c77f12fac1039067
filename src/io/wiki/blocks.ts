/** A part of a wiki text that is read in its own way. */
export type WikiBlock =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string; readonly language: string }
  | { readonly kind: 'quote'; readonly text: string }
  | { readonly kind: 'panel'; readonly text: string; readonly title: string };

const OPENING = /\{(code|noformat|quote|panel|info|note|warning|tip)(?::([^{}\n]{0,300}))?\}/g;

/** The blocks of a wiki text, in order. A block that is opened and not closed is plain text. */
export function blocks(text: string): WikiBlock[] {
  const found: WikiBlock[] = [];
  const unclosed = new Set<string>();
  let from = 0;
  OPENING.lastIndex = 0;
  const opening = new RegExp(OPENING);
  for (let open = opening.exec(text); open; open = opening.exec(text)) {
    const [mark, name = '', settings = ''] = open;
    const start = open.index + mark.length;
    const end = unclosed.has(name) || isEscaped(text, open.index) ? -1 : text.indexOf(`{${name}}`, start);
    if (end < 0) {
      unclosed.add(name);
      continue;
    }
    if (open.index > from) found.push({ kind: 'text', text: text.slice(from, open.index) });
    found.push(blockOf(name, settings, text.slice(start, end)));
    from = end + name.length + 2;
    opening.lastIndex = from;
  }
  if (from < text.length) found.push({ kind: 'text', text: text.slice(from) });
  return found;
}

const isEscaped = (text: string, at: number): boolean => text[at - 1] === '\\' && text[at - 2] !== '\\';

function blockOf(name: string, settings: string, text: string): WikiBlock {
  if (name === 'quote') return { kind: 'quote', text };
  if (name === 'code' || name === 'noformat') return { kind: 'code', text, language: name === 'code' ? languageOf(settings) : '' };
  const title = /(?:^|\|)title=([^|]*)/.exec(settings)?.[1]?.trim();
  return { kind: 'panel', text, title: title ?? (name === 'panel' ? '' : name.charAt(0).toUpperCase() + name.slice(1)) };
}

/** `java`, or `language=java|title=…`. */
function languageOf(settings: string): string {
  const parts = settings.split('|').map((part) => part.trim());
  const named = parts.find((part) => part.startsWith('language='))?.slice('language='.length) ?? parts.find((part) => !part.includes('='));
  return named?.toLowerCase().replace(/[^\w+#-]/g, '') ?? '';
}
