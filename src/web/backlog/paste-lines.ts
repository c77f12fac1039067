import { ITEM_TYPES, type ItemType } from '../../domain/backlog/item-type.ts';

/** An item as one line of a text names it. */
export interface PastedItem {
  readonly title: string;
  /** Left out where the line does not say. */
  readonly type?: ItemType;
}

export interface Pasted {
  readonly items: readonly PastedItem[];
  /** How many lines were longer than a title may be, and are cut. */
  readonly cut: number;
}

const LONGEST_TITLE = 500;
const LINES = /\r\n|[\n\r\u0085\u2028\u2029]/;
const BULLET = /^(?:[-*+•◦▪‣·●○–—]|#{1,6}|>|\(?\d{1,3}[.)]|\(?[a-z][)])(?:\s+|$)/i;
const BOX = /^(?:\[[ xX✓✔]?\]|[☐☑☒✓✔✅])\s*/;
const TYPE = new RegExp(`^(${ITEM_TYPES.join('|')})\\s*[:：]\\s*`, 'i');
// oxlint-disable-next-line no-control-regex -- a title holds no control characters
const UNWRITABLE = /[\u0000-\u001f\u007f]+/g;
const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
/** A title says something: a letter, a number or a picture. */
const SAYS = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;

/** Items out of a text, one for each line that says something: bullets, numbers and boxes are dropped, `bug:` in front says the type. */
export function itemsOfText(text: string): Pasted {
  let cut = 0;
  const items = linesOfText(text).flatMap((words): PastedItem[] => {
    const [prefix, name] = TYPE.exec(words) ?? ['', undefined];
    const type = ITEM_TYPES.find((known) => known === name?.toLowerCase());
    const title = words.slice(prefix.length);
    if (!SAYS.test(title)) return [];
    if (title.length > LONGEST_TITLE) cut++;
    return [{ title: shortened(title), ...(type ? { type } : {}) }];
  });
  return { items, cut };
}

/** The lines of a text without their bullets, numbers and boxes, and without what can't be written in one line. Some may be empty. */
export function linesOfText(text: string): string[] {
  return text.split(LINES).map((line) => withoutMarkers(line.replace(LONE, '').replace(UNWRITABLE, ' ').replace(/\s+/g, ' ').trim()));
}

/** Whether a text is a list rather than one title. */
export const isSeveralLines = (text: string): boolean => LINES.test(text.trim());

function withoutMarkers(line: string): string {
  const less = line.replace(BULLET, '').replace(BOX, '');
  return less === line ? line : withoutMarkers(less);
}

function shortened(title: string): string {
  return title.length <= LONGEST_TITLE ? title : `${title.slice(0, LONGEST_TITLE - 1).replace(LONE, '')}…`;
}
