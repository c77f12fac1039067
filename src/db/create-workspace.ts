import type { Member } from '../domain/member/member.ts';
import type { WorkspaceRecord } from '../domain/workspace/workspace-record.ts';
import { subjectsOfEntry } from '../domain/history/subjects.ts';
import type { Instant } from '../domain/kernel/day.ts';
import type { Change } from '../domain/kernel/change.ts';
import { instantOf } from './instant-of.ts';
import { idFrom } from '../domain/kernel/ids.ts';
import { Refusal } from '../domain/kernel/refusal.ts';
import { emptyWorkspace, model } from '../domain/model.ts';
import type { Engine } from './engine.ts';
import { freshId } from './fresh-id.ts';
import { HEADS } from './log-tables.ts';
import { ask, insert, type Steps } from './steps.ts';
import { writeGroup, type Group } from './write-group.ts';

export interface NewWorkspace {
  /** Made here if it is not given. */
  readonly id?: string;
  readonly slug: string;
  readonly name: string;
  readonly isExample: boolean;
  readonly admin: { readonly name: string; readonly email: string | null; readonly account: string | null };
}

/** A new workspace: its record and its first member, an admin, are entry 1 of its log. */
export function createWorkspace(engine: Engine, wanted: NewWorkspace, now: Date): Promise<{ workspace: string; member: string }> {
  const mutation = freshId(now.getTime());
  const workspace = wanted.id ?? idFrom(mutation, 1);
  const member = idFrom(mutation, 2);
  return engine.transact(function* (): Steps<{ workspace: string; member: string }> {
    const [made] = yield* ask('insert into workspaces (id, slug) values (?, ?) on conflict (slug) do nothing returning id', [workspace, wanted.slug]);
    if (!made) throw new Refusal({ code: 'key-taken', key: wanted.slug });
    yield* insert(HEADS, [[workspace, 0, now.toISOString(), model.version, 0]]);
    yield* writeGroup(firstEntry(engine, { wanted, workspace, member, mutation, at: instantOf(now) }));
    return { workspace, member };
  });
}

function firstEntry(
  { dialect }: Engine,
  { wanted, workspace, member, mutation, at }: { wanted: NewWorkspace; workspace: string; member: string; mutation: string; at: Instant },
): Group {
  const record: WorkspaceRecord = { id: workspace, name: wanted.name, slug: wanted.slug, isExample: wanted.isExample, stepsHidden: false };
  const admin: Member = { id: member, ...wanted.admin, role: 'admin', products: [] };
  const changes: Change[] = [
    { op: 'create', in: 'workspace', record },
    { op: 'create', in: 'member', record: admin },
  ];
  const before = emptyWorkspace();
  const after = before.fork();
  const befores = after.apply(changes, { seq: 1, at });
  const claims = [{ may: 'manage-members', on: { in: 'workspace', id: workspace } }] as const;
  const entry = { seq: 1, at, actor: member, verb: 'createWorkspace', mutation, act: null, reason: null, model: model.version, claims, changes };
  return {
    workspace,
    dialect,
    records: 0,
    before,
    after,
    entries: [{ entry, changes: JSON.stringify(changes), subjects: subjectsOfEntry(changes, befores), befores, texts: [], kept: [], asked: '' }],
  };
}
