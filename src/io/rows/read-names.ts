import { readList, unique } from '../values/list.ts';
import { clipped, oneLine } from '../values/text.ts';
import type { RowContext } from './row-context.ts';

const LONGEST_NAME = 100;
const LONGEST_TAG = 60;
const MOST_TAGS = 100;

/** The sprints that a row names, the newest last. Old Jira servers write a sprint as an object with its name inside. */
export function readSprints(row: RowContext): string[] {
  const names = row.all('sprint').flatMap((cell) => {
    const inObject = Array.from(cell.matchAll(/Sprint@[0-9a-f]+\[[^\]]*?\bname=([^,\]]*)/g), ([, name]) => name!);
    if (inObject.length > 0) return inObject;
    return cell.trim().startsWith('[') ? readList(cell) : [lastStep(cell)];
  });
  return unique(names.map((name) => clipped(oneLine(name), LONGEST_NAME)));
}

/** `Project\Release 1\Sprint 3` is its last part. */
const lastStep = (path: string): string => path.slice(path.lastIndexOf('\\') + 1);

/** The releases that a row names. */
export function readReleases(row: RowContext): string[] {
  const cells = row.all('release').flatMap((cell) => (/^\s*\[|;|\n/.test(cell) ? readList(cell) : [cell]));
  return unique(cells.map((name) => clipped(oneLine(name), LONGEST_NAME)));
}

/** A row's tags: labels, components and what else the mapping makes one, and the releases beyond the first. */
export function readTags(row: RowContext, otherReleases: readonly string[]): string[] {
  const tags = row
    .all('tags')
    .flatMap(readList)
    .map((tag) => clipped(oneLine(tag), LONGEST_TAG));
  return unique([...tags, ...otherReleases.map((name) => clipped(name, LONGEST_TAG))]).slice(0, MOST_TAGS);
}
