import { createHash } from 'node:crypto';
import type { Collections, View } from '../../domain/collections.ts';
import type { Entity } from '../../domain/kernel/change.ts';
import { malformed, Problem } from './problem.ts';

/** A record's version as an `ETag`. */
const tagOf = (record: Entity): string => `"${record.version ?? 0}"`;

/** The version with what is shown of the record: an item's place and blockers change with its neighbours, without a touch of its own. */
export const tagOfShown = (record: Entity, shown: unknown): string =>
  `"${record.version ?? 0}-${createHash('sha256').update(JSON.stringify(shown)).digest('base64url').slice(0, 16)}"`;

/** The version in a tag of either kind. */
const versionOf = (tag: string): string => tag.replace(/-[\w-]*(?="$)/, '');

/** The versions that an `If-Match` or `If-None-Match` names; `*` is any. */
export function versionsIn(header: string): '*' | readonly string[] {
  if (header.trim() === '*') return '*';
  const tags = header.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (!tags.every((tag) => /^"[^"]*"$/.test(tag))) throw malformed('If-Match and If-None-Match hold ETags in quotes.');
  return tags;
}

/** Refuses when the record is no longer at one of the versions that the caller has seen; throws a 412. */
export function assertVersion(view: View, on: { in: string; id: string }, versions: '*' | readonly string[]): void {
  const record = view.find(on.in as keyof Collections, on.id);
  if (!record || versions === '*' || versions.some((tag) => versionOf(tag) === tagOf(record))) return;
  throw new Problem({
    status: 412,
    type: 'stale',
    title: 'The record has changed since.',
    detail: `It is at version ${record.version ?? 0}.`,
    headers: { etag: tagOf(record) },
  });
}
