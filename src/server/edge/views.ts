import { setImmediate as othersTurn } from 'node:timers/promises';
import type { DurableGroup, Host } from '../../db/host.ts';
import type { Collections, View } from '../../domain/collections.ts';
import { GrowingView } from '../../domain/kernel/growing-view.ts';
import type { Access } from '../../domain/kernel/model.ts';
import { beforeOf, project } from '../../domain/kernel/project.ts';
import { model } from '../../domain/model.ts';

/** What somebody sees, kept up to date by projecting every entry. */
interface Kept {
  readonly growing: GrowingView<Collections>;
  /** Done once it is whole. */
  readonly grown: Promise<void>;
  seq: number;
  usedAt: number;
}

/** Views that nobody asked for in this time are let go, and with them the host's subscription. */
const IDLE_MS = 5 * 60_000;
const MOST_KEYS = 32;
/** While a view is made, others wait for about this long at most, and this many records are taken in before the clock is asked. */
const SLICE_MS = 8;
const AT_ONCE = 50;

/** The views of one host for those who do not see the whole, one for each access key. */
class ViewsOfHost {
  readonly #host: Host;
  readonly #kept = new Map<string, Kept>();
  #unsubscribe: (() => void) | null = null;
  #timer: NodeJS.Timeout | undefined;

  constructor(host: Host) {
    this.#host = host;
  }

  /** The view at this seq; a promise where it must be made first. Asked while the host is being read. */
  at(access: Access, workspace: View, seq: number): View | Promise<void> {
    let kept = this.#kept.get(access.key);
    if (kept?.seq !== seq) kept = this.#begin(access, workspace, seq);
    kept.usedAt = Date.now();
    return kept.growing.isDone ? kept.growing.view : kept.grown;
  }

  #begin(access: Access, workspace: View, seq: number): Kept {
    this.#makeRoom();
    this.#unsubscribe ??= this.#host.subscribe(
      (group) => this.#advance(group),
      () => this.#forget(),
    );
    this.#timer ??= setInterval(() => this.#letGo(), IDLE_MS).unref();
    const growing = new GrowingView(model, access, workspace);
    const kept: Kept = { growing, grown: this.#grow(growing), seq, usedAt: Date.now() };
    kept.grown.catch(() => this.#kept.delete(access.key)); // whoever waits for it is told
    this.#kept.set(access.key, kept);
    return kept;
  }

  /** Takes everything in, in slices between which others get their turn. */
  async #grow(growing: GrowingView<Collections>): Promise<void> {
    while (!growing.isDone) {
      await this.#host.read((workspace) => {
        const end = performance.now() + SLICE_MS;
        while (!growing.isDone && performance.now() < end) growing.grow(workspace, AT_ONCE);
      });
      await othersTurn();
    }
  }

  #advance(group: DurableGroup): void {
    this.#letGo();
    for (const kept of this.#kept.values()) if (kept.seq < group.seq) advance(kept, group);
  }

  #letGo(): void {
    const since = Date.now() - IDLE_MS;
    for (const [key, { usedAt }] of this.#kept) if (usedAt < since) this.#kept.delete(key);
    if (this.#kept.size === 0) this.#forget();
  }

  #forget(): void {
    this.#kept.clear();
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#unsubscribe?.();
    this.#unsubscribe = null;
  }

  #makeRoom(): void {
    if (this.#kept.size < MOST_KEYS) return;
    const [oldest] = [...this.#kept].sort(([, a], [, b]) => a.usedAt - b.usedAt);
    if (oldest) this.#kept.delete(oldest[0]);
  }
}

/** Brings a view to where the group ends. The workspace around each entry is a fork of what came after it. */
function advance(kept: Kept, { entries, workspace, seq }: DurableGroup): void {
  let after = workspace;
  const steps = entries.toReversed().map(({ entry, befores }) => {
    const before = beforeOf(after, befores);
    const changes = entry.seq > kept.seq ? project(model, kept.growing.access, { before, after, changes: entry.changes }) : [];
    after = before;
    return { changes, stamp: { seq: entry.seq, at: entry.at } };
  });
  for (const { changes, stamp } of steps.toReversed()) kept.growing.follow(changes, stamp);
  kept.seq = seq;
}

const views = new WeakMap<Host, ViewsOfHost>();

/** Looks at the durable state through somebody's eyes: those who see the whole look at the workspace, everybody else at a view of it. */
export async function lookAs<T>(host: Host, accessIn: (workspace: View) => Access, look: (view: View, seq: number, access: Access) => T): Promise<T> {
  for (;;) {
    const looked = await host.read((workspace, seq): { answer: T } | { grown: Promise<void> } => {
      const access = accessIn(workspace);
      if (access.whole) return { answer: look(workspace, seq, access) };
      let ofHost = views.get(host);
      if (!ofHost) views.set(host, (ofHost = new ViewsOfHost(host)));
      const view = ofHost.at(access, workspace, seq);
      return view instanceof Promise ? { grown: view } : { answer: look(view, seq, access) };
    });
    if ('answer' in looked) return looked.answer;
    await looked.grown;
  }
}
