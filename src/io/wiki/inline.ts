/** What stands before and after a mark for it to count: the text's end, space, or punctuation; never a letter or a digit. */
const BEFORE = String.raw`(?<![\p{L}\p{N}_\\*+~^-])`;
const AFTER = String.raw`(?![\p{L}\p{N}_*+~^-])`;

/** Text between two equal marks: no space at its ends, on one line. */
const between = (mark: string): RegExp => new RegExp(String.raw`${BEFORE}${mark}(?![\s${mark}])([^\n${mark}]{0,2000}?[^\s\n${mark}])${mark}${AFTER}`, 'gu');

const MARKS = [
  { sign: '-', mark: between('-'), becomes: '~~$1~~' },
  { sign: '*', mark: between(String.raw`\*`), becomes: '\u0003$1\u0003' },
  { sign: '_', mark: between('_'), becomes: '*$1*' },
  { sign: '+', mark: between(String.raw`\+`), becomes: '$1' },
  { sign: '^', mark: between(String.raw`\^`), becomes: '^$1' },
  { sign: '~', mark: between('~'), becomes: '$1' },
];

const SIGNS: readonly (readonly [string, string])[] = [
  ['(/)', '✔'],
  ['(x)', '✖'],
  ['(!)', '⚠'],
  ['(?)', '❓'],
  ['(i)', 'ℹ'],
  ['(*)', '★'],
  ['(on)', '💡'],
];

/** Stands for a piece that is finished and must not be read again. Files can't hold it: control characters are removed before. */
const KEPT = '\u0002';
const KEPT_PLACE = new RegExp(`${KEPT}(\\d+)${KEPT}`, 'g');
const ADDRESS = new RegExp(`\\bhttps?://[^\\s|<>"\\])${KEPT}]+`, 'g');

/** The marks inside a line of wiki text as Markdown. `bar` is what stands for the bar of a link's text where the line is a table's row. */
export function inline(wiki: string, bar = '|'): string {
  if (!ANY.test(wiki)) return wiki;
  const kept: string[] = [];
  const keep = (markdown: string): string => `${KEPT}${kept.push(markdown) - 1}${KEPT}`;
  const finished = signs(objects(wiki.replaceAll(KEPT, ''), { bar, keep }));
  return restored(emphasis(finished), kept);
}

/** Lines without any of these have nothing to convert. */
const ANY = /[*_+~^![\]{}\\(-]|:\/\//;

/** What is not read again once it is found: code, escaped signs, pictures, links. */
function objects(wiki: string, { bar, keep }: Omit<Linking, 'whole'>): string {
  let text = wiki;
  if (text.includes('{{')) text = text.replace(/\{\{([^\n]{1,2000}?)\}\}/g, (_, code: string) => keep(codeSpan(code)));
  if (text.includes('\\')) text = text.replace(/\\([{}[\]*_|+^~#!-])/g, (_, sign: string) => keep(/[*_[\]#]/.test(sign) ? `\\${sign}` : sign));
  if (text.includes('!')) {
    text = text.replace(/!([^\s!|\n][^!|\n]{0,300}?)(?:\|[^!\n]{0,500})?!(?![\p{L}\p{N}])/gu, (whole, name: string) =>
      isFile(name) ? keep(file(name)) : whole,
    );
  }
  if (text.includes('[')) text = text.replace(/\[([^[\]\n]{1,2000})\]/g, (whole, inside: string) => link(inside, { whole, bar, keep }));
  if (text.includes('://')) text = text.replace(ADDRESS, keep);
  return text;
}

/** Colours and anchors go, little pictures become characters. */
function signs(wiki: string): string {
  let text = wiki;
  if (text.includes('{')) {
    text = text
      .replace(/\{color(?::[^{}\n]{0,40})?\}|\{anchor(?::[^{}\n]{0,100})?\}|\{html\}/g, '')
      .replace(/\{\*\}([^\n{}]+)\{\*\}/g, '\u0003$1\u0003')
      .replace(/\{_\}([^\n{}]+)\{_\}/g, '\u0004$1\u0004')
      .replace(/\{([*_+^~-])\}/g, '$1');
  }
  if (text.includes('(')) for (const [sign, symbol] of SIGNS) text = text.replaceAll(sign, symbol);
  return text;
}

function emphasis(wiki: string): string {
  let text = wiki;
  for (const { sign, mark, becomes } of MARKS) if (text.indexOf(sign) !== text.lastIndexOf(sign)) text = text.replace(mark, becomes);
  text = text.replaceAll('\u0003', '**').replaceAll('\u0004', '*');
  return text.includes('\\\\') ? text.replace(/\\\\\s*$/, '  ').replace(/\\\\(?=\s)/g, '  \n') : text;
}

/** What is kept may hold what was kept before it, and nothing else: so this ends. */
function restored(text: string, kept: readonly string[]): string {
  let whole = text;
  while (whole.includes(KEPT)) whole = whole.replace(KEPT_PLACE, (_, at: string) => kept[Number(at)] ?? '');
  return whole;
}

const codeSpan = (code: string): string => (code.includes('`') ? `\`\` ${code} \`\`` : `\`${code}\``);

const isFile = (name: string): boolean => /^https?:\/\//.test(name) || /\.[a-z0-9]{2,5}$/i.test(name);

/** A file is named; only one that lies elsewhere can also be linked, because attachments do not come along. */
function file(name: string): string {
  const last = name.slice(name.lastIndexOf('/') + 1);
  return /^https?:\/\//.test(name) ? `[${last}](${name})` : `*${last}*`;
}

interface Linking {
  readonly whole: string;
  readonly bar: string;
  readonly keep: (markdown: string) => string;
}

/** `[text|url]`, `[url]`, `[url|url|smart-link]`, `[~user]`, `[^file]`; brackets around anything else are only brackets. */
function link(inside: string, { whole, bar, keep }: Linking): string {
  if (inside.startsWith('~')) return `@${inside.slice(1).replace(/^accountid:/, '')}`;
  if (inside.startsWith('^')) return keep(file(inside.slice(1)));
  const parts = inside.split(bar).map((part) => part.trim());
  const url = parts.findLast((part) => /^(?:https?:\/\/|mailto:|ftp:\/\/)\S+$/.test(part));
  if (url === undefined) return whole.replaceAll(bar, '|');
  const text = parts[0] === url || parts.length === 1 ? null : parts[0];
  return keep(text ? `[${text}](${url})` : `<${url}>`);
}
