import { useCallback, useContext, useMemo, useSyncExternalStore, createContext } from 'react';
import type { Collections, View } from '../../domain/collections.ts';
import type { Entity } from '../../domain/kernel/change.ts';
import type { Instant } from '../../domain/kernel/day.ts';
import type { Claim, May } from '../../domain/kernel/permission.ts';
import type { HistoryReading, Reading } from '../../domain/kernel/reading.ts';
import type { IndexOf } from '../../domain/kernel/record-index.ts';
import type { Blocker } from '../../domain/kernel/refusal.ts';
import type { Workspace } from '../../domain/kernel/workspace.ts';
import type { NamedCall } from '../../domain/verbs.ts';
import type { Rows } from '../ui/rows.ts';
import { toasts } from '../ui/toasts.ts';
import type { Answer, Question } from './asked.ts';
import type { Command, CommandOptions, NotSaved, Why } from './command.ts';
import { itemHistory, loadOlder } from './item-history.ts';
import { readingQuestion, textQuestion } from './questions.ts';
import { meIn, type Me } from './me.ts';
import type { HistoryPage } from './server.ts';
import type { Store } from './store.ts';
import type { SyncState, Trial } from './sync-state.ts';
import { tryOut } from './try-out.ts';
import { Watch } from './watch.ts';

/** The store of the workspace that is shown, and how a refusal is said. */
export const StoreContext = createContext<{ readonly store: Store; readonly onRefused: (why: Why) => void } | null>(null);

/** A record as it is shown, pending changes included; undefined when there is none. Drawn again when this record changes. */
export function useRecord<C extends keyof Collections>(collection: C, id: string | null | undefined): Collections[C] | undefined {
  return useLook((view) => (id == null ? undefined : view.find(collection, id)), [collection, id]);
}

/**
 * Any pure question to the workspace, e.g. `useLook((view) => positionOf(view, item), [item])`. Asked again when something it looked at was
 * touched; an equal answer keeps its identity. `deps` as for useMemo.
 */
export function useLook<T>(look: (view: View) => T, deps: readonly unknown[]): T {
  const { watches } = useStore();
  // oxlint-disable-next-line react/exhaustive-deps -- the caller names them, as for useMemo
  const watch = useMemo(() => new Watch(watches, look), [watches, ...deps]);
  return useWatch(watch);
}

/** A reading's answer. Components that ask the same share it; it is asked again when something it looked at was touched, and every quarter of an hour. */
export function useReading<I, A>(reading: Reading<Collections, I, A>, input: I): A {
  const { watches, outside } = useStore();
  const key = JSON.stringify(input);
  const watch = useMemo(
    () => watches.shared(reading, key, (view) => reading.of(view, JSON.parse(key) as I, { now: outside.now() })),
    [watches, outside, reading, key],
  );
  return useWatch(watch);
}

/**
 * A question that its asker puts when it likes, for what takes long: it is told that something it looked at was touched, and nothing is worked
 * out until it asks. All who ask the same share it; `of` names the question, and must be the same function each time.
 */
export function useQuestion<T>(of: (view: View, about: string, now: Instant) => T, about: string): Pick<Watch<T>, 'get' | 'subscribe' | 'touch'> {
  const { watches, outside } = useStore();
  return useMemo(() => watches.shared(of, about, (view) => of(view, about, outside.now())), [watches, outside, of, about]);
}

export interface ShownGroup<R extends Entity> {
  readonly length: number;
  /** Another number whenever a record of the group was put in, taken out, moved or changed. */
  readonly version: number;
  /** The record at a place now. */
  at(place: number): R | undefined;
}

/** One group of an index. */
export function useGroup<R extends Entity>(index: IndexOf<R>, group: string): ShownGroup<R> {
  const { watches } = useStore();
  const watch = useMemo(() => {
    let version = 0;
    return new Watch<ShownGroup<R>>(watches, (view) => {
      const { length } = view.list(index, group);
      return { length, version: (version += 1), at: (place) => watches.shown().list(index, group).at(place) };
    });
  }, [watches, index, group]);
  return useWatch(watch);
}

/** The ids of a group in its order: the same array as long as nothing was put in, taken out or moved. */
export function useIds<R extends Entity>(index: IndexOf<R>, group: string): readonly string[] {
  return useLook((view) => view.list(index, group).ids, [index, group]);
}

/** A group of an index as rows, at a cost that does not depend on how many there are: the same object as long as nothing was put in, taken out or moved. */
export function useRows<R extends Entity>(index: IndexOf<R>, group: string): Rows {
  const { watches } = useStore();
  const mark = useLook((view) => view.list(index, group).mark, [index, group]);
  // oxlint-disable-next-line react/exhaustive-deps -- a new one for each order
  return useMemo(() => rowsOf(watches.shown, index, group), [watches, index, group, mark]);
}

function rowsOf<R extends Entity>(shown: () => View, index: IndexOf<R>, group: string): Rows {
  const list = () => shown().list(index, group);
  const indexOf = (id: string) => {
    const record = shown().find(index.in as keyof Collections, id) as R | undefined; // the index is of this collection
    const place = record ? shown().placeOf(index, group, record) : -1;
    return list().at(place)?.id === id ? place : -1;
  };
  return {
    length: list().length,
    at: (place) => list().at(place)?.id,
    indexOf,
    slice: (from, to) => list().ids.slice(from, to),
  };
}

/** The body of a version of a long text: what waits to be sent, else from the server. Null is an empty text. */
export function useText(version: string | null): { readonly state: Answer<string>['state']; readonly body: string } {
  const store = useStore();
  const pending = useLook(() => (version === null ? '' : store.replica.pendingText(version)), [version, store]);
  const { state, value } = useAsked(pending === undefined && version !== null ? textQuestion(store, version) : null);
  return pending === undefined ? { state, body: value ?? '' } : { state: 'ready', body: pending };
}

/** A history reading's answer: asked from the server once, and again when facts that it follows have changed. */
export function useHistoryReading<I, S, A>(reading: HistoryReading<Collections, I, S, A>, input: I): Answer<A> {
  return useAsked(readingQuestion<I, S, A>(useStore(), reading, input));
}

/** What was done to an item, newest first, as far as it is loaded; asked again when it was changed. */
export function useItemHistory(item: string): Answer<HistoryPage> & { readonly loadOlder: () => Promise<boolean> } {
  const store = useStore();
  const answer = useAsked(useMemo(() => itemHistory(store, item), [store, item]));
  return { ...answer, loadOlder: () => loadOlder(store, item) };
}

/** Does something: on the screen at once, then sent. `command({ verb: 'moveItems', input: {…} }, { toast: 'Moved' })`. */
export function useCommand(): (calls: NamedCall | readonly NamedCall[], options?: CommandOptions) => Command {
  const { store, onRefused } = useStoreContext();
  return useCallback(
    (calls, options = {}) => {
      const command = store.command(calls, { ...options, onRefused: options.onRefused ?? onRefused });
      const { toast, isUndoable = true } = options;
      // What was taken back can't be done again any more once something new is done.
      if (isUndoable) void command.shown.then(({ outcome }) => outcome === 'shown' && toasts.redone(), store.outside.report);
      if (toast === undefined) return command;
      const undo = isUndoable ? () => void store.undo(command.mutation, { onRefused }).catch(store.outside.report) : undefined;
      void command.shown
        .then(({ outcome }) => outcome === 'shown' && toasts.show(toast, { undo, of: command.mutation, kind: kindOf(calls) }))
        .catch(store.outside.report);
      return command;
    },
    [store, onRefused],
  );
}

/** Quick edits of the same sort, one after another, are said one at a time. */
const kindOf = (calls: NamedCall | readonly NamedCall[]): string =>
  [calls]
    .flat()
    .map(({ verb }) => verb)
    .join();

/** Why a call, or one of several, can't be done now, permission included; empty when it can, when there is none, and while its definition is being loaded. */
export function useBlockers(calls: NamedCall | readonly NamedCall[] | null): readonly Blocker[] {
  const store = useStore();
  const key = JSON.stringify(calls);
  return useLook((view) => [calls ?? []].flat().flatMap((call) => store.blockers(view, call)), [key, store]);
}

/** How all would stand after a call, without doing it; null when a rule forbids it, and while its definition is being loaded. */
export function useTryOut(): (call: NamedCall) => View | null {
  const store = useStore();
  return useCallback((call) => tryOut(store, call), [store]);
}

/** A fork of what is shown, to ask what would be; it is stale as soon as anything changes. */
export function useFork(): () => Workspace<Collections> {
  const store = useStore();
  return useCallback(() => store.replica.shown.fork(), [store]);
}

/** What is tried on this screen: shown as if it were done, until it is kept as one change or left. */
export function useTrial(): { readonly trial: Trial | null; readonly tryOn: (trial: Trial) => void; readonly keep: () => void; readonly leave: () => void } {
  const store = useStore();
  const command = useCommand();
  const { trial } = useSyncState();
  return useMemo(
    () => ({
      trial,
      tryOn: (next) => void store.tryOn(next).catch(store.outside.report),
      keep: () => trial && void command(trial.calls, { toast: trial.says }),
      leave: store.leaveTrial,
    }),
    [store, command, trial],
  );
}

/** Runs something that looks at this verb: at once where the definitions are here, else as soon as they are. */
export function useWithVerb(name: string): (act: () => void) => void {
  const store = useStore();
  return useCallback((act) => (store.verb(name) ? act() : void store.loadVerbs().then(act).catch(store.outside.report)), [store, name]);
}

/** What is shown, for event handlers. Nothing is subscribed to: always the same object, which answers with what is shown when it is asked. */
export const useShown = (): View => useStore().view;

/** Who I am here. Drawn again when my role changes; whether I may do something is best asked with {@link useMay}. */
export function useMe(): Me {
  const store = useStore();
  const role = useLook((view) => view.find('member', store.member)?.role ?? null, [store]);
  // oxlint-disable-next-line react/exhaustive-deps -- a new one for each role
  return useMemo(() => store.me, [store, role]);
}

/** Whether I may do this to that record. */
export function useMay(may: May, on: Claim['on']): boolean {
  const { member } = useStore();
  return useLook((view) => meIn(view, member).may(may, on), [may, on.in, on.id, member]);
}

/** Offline, waiting, not saved, signed out. */
export function useSyncState(): SyncState {
  const store = useStore();
  return useSyncExternalStore(store.subscribe, store.state);
}

/** Undo and redo of one's own changes. */
export function useUndo(): { readonly canUndo: boolean; readonly canRedo: boolean; readonly undo: () => void; readonly redo: () => void } {
  const { store, onRefused } = useStoreContext();
  const { canUndo, canRedo } = useSyncState();
  return useMemo(() => {
    const redo = () => {
      toasts.redone();
      store.redo({ onRefused }).catch(store.outside.report);
    };
    // The last deed may lie out of sight, and its own words are gone by then.
    const undo = () => void store.undo(undefined, { onRefused }).then((deed) => toasts.undone(deed, redo), store.outside.report);
    return { canUndo, canRedo, undo, redo };
  }, [store, onRefused, canUndo, canRedo]);
}

/** What the server refused, until it is let go or was done after all. */
export function useNotSaved(): {
  readonly list: readonly NotSaved[];
  readonly letGo: (mutation: string) => void;
  readonly tryAgain: (mutation: string) => void;
} {
  const store = useStore();
  const { notSaved } = useSyncState();
  return useMemo(() => ({ list: notSaved, letGo: (mutation) => store.letGo(mutation), tryAgain: (mutation) => store.tryAgain(mutation) }), [store, notSaved]);
}

/** Where what should not happen is told, from event handlers. */
export const useFault = (): ((error: unknown) => void) => useStore().outside.report;

/** The store itself, for what has no hook. */
const useStore = (): Store => useStoreContext().store;

function useStoreContext() {
  const context = useContext(StoreContext);
  if (!context) throw new Error('there is no StoreProvider around this');
  return context;
}

const useWatch = <T>(watch: Watch<T>): T => useSyncExternalStore(watch.subscribe, watch.get);

const NOT_ASKED: Answer<never> = { state: 'ready', value: undefined };

function useAsked<T>(question: Question<T> | null): Answer<T> {
  const { asked } = useStore();
  return useSyncExternalStore(asked.subscribe, () => (question === null ? NOT_ASKED : asked.get(question)));
}
