import type { Host } from '../../db/host.ts';
import type { Store, WorkspaceInfo } from '../../db/store.ts';
import type { View } from '../../domain/collections.ts';
import type { Access } from '../../domain/kernel/model.ts';
import { accessOf } from '../../domain/member/access.ts';
import { membersByAccount } from '../../domain/member/member.ts';
import type { Caller } from './caller.ts';
import { notFound } from './problem.ts';
import { lookAs } from './views.ts';

/** Somebody in a workspace: what they may see and do there is asked anew whenever it matters. */
export interface Standing {
  readonly workspace: WorkspaceInfo;
  readonly host: Host;
  readonly member: string;
  /** Throws a 404 when they are no longer in it. */
  readonly accessIn: (workspace: View) => Access;
  /** Whether they still are: a command of theirs may have taken their own role away. */
  readonly isIn: () => Promise<boolean>;
  /** Looks at the durable state through their eyes. */
  look<T>(look: (view: View, seq: number, access: Access) => T): Promise<T>;
}

/** Which workspaces there are is asked at most once in this time. */
const KEPT_MS = 1000;

/** Finds workspaces by slug or id, and what a caller is in them. */
export class Workspaces {
  readonly #store: Store;
  #kept: { readonly all: Promise<readonly WorkspaceInfo[]>; readonly until: number } | null = null;

  constructor(store: Store) {
    this.#store = store;
  }

  all(): Promise<readonly WorkspaceInfo[]> {
    if (this.#kept && this.#kept.until > Date.now()) return this.#kept.all;
    const all = this.#store.workspaces();
    this.#kept = { all, until: Date.now() + KEPT_MS };
    all.catch(() => this.forget());
    return all;
  }

  /** After one was made or removed. */
  forget(): void {
    this.#kept = null;
  }

  /** What the caller is in a workspace. One that they are not in is not there. */
  async standing(caller: Caller, name: string): Promise<Standing> {
    const all = await this.all();
    // An address may look like an id: the one that has it as id is meant.
    const workspace = all.find(({ id }) => id === name) ?? all.find(({ slug }) => slug === name);
    if (!workspace) throw notFound();
    const standing = await this.standingIn(caller, workspace);
    if (!standing) throw notFound();
    return standing;
  }

  /** Null when the caller is not in it, or has no role there. */
  async standingIn(caller: Caller, workspace: WorkspaceInfo): Promise<Standing | null> {
    if (caller.by === 'token' && caller.token.workspace !== workspace.id) return null;
    const host = await this.#store.host(workspace.id);
    const atMost = caller.by === 'token' ? caller.token.role : 'admin';
    const member = await host.read((view) => {
      const id = caller.by === 'token' ? caller.token.member : view.list(membersByAccount, caller.account.id).at(0)?.id;
      return id !== undefined && accessOf(view, id, atMost) ? id : null;
    });
    if (member === null) return null;
    const isIn = () => host.read((view) => accessOf(view, member, atMost) !== null);
    const accessIn = (view: View): Access => {
      const access = accessOf(view, member, atMost);
      if (!access) throw notFound();
      return access;
    };
    return { workspace, host, member, accessIn, isIn, look: (look) => lookAs(host, accessIn, look) };
  }
}
