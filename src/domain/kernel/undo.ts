import { idOf, same, type Change, type Create, type Entity, type Fields, type Remove, type Update, type Value } from './change.ts';
import type { Draft } from './draft.ts';
import type { Entry } from './entry.ts';
import { fieldsOf, type Collection, type Field } from './field.ts';
import type { Model, RecordName } from './model.ts';
import { Refusal } from './refusal.ts';
import { isReferredTo, refsOf } from './references.ts';
import { backToPlace, isWherePut, makeRankUnique, type PutBack } from './undo-place.ts';
import type { Context } from './verb.ts';
import type { Shape } from './workspace.ts';

/**
 * Takes an entry back, field by field and newest change first: what still has the value that the entry gave gets its old one again; what
 * somebody has changed since, what others have built on and what would break a rule by now is kept and named in the draft. A rank is undone
 * as a place between neighbours, numbers given and other lasting fields not at all. An undo that would do nothing is refused.
 */
export function undo<S extends Shape>(draft: Draft<S>, model: Model<S>, { entry, context }: { entry: Entry; context: Context }): void {
  const before = { changes: draft.changes.length, kept: draft.kept.length };
  const undoing: Undoing<S> = { draft, model, entry, context, placed: new Map() };
  const isWrong = (name: RecordName) => model.broken(draft.workspace, name) !== null || isBarred(undoing, name);
  const wasWrong = new Set(recordsOf(model, entry).filter(isWrong).map(nameKey));
  const isFine = (name: RecordName) => wasWrong.has(nameKey(name)) || !isWrong(name);
  const isDone = draft.attempt(
    () => takeBackAll(undoing, (act) => (act(), true)),
    () => recordsOf(model, entry).every(isFine),
  );
  undoing.placed.clear();
  if (!isDone) takeBackAll(undoing, (act, names) => draft.attempt(act, () => names.every(isFine)));
  if (draft.changes.length > before.changes) return;
  const kept = draft.kept.slice(before.kept);
  const made = new Set(entry.changes.flatMap((change) => (change.op === 'create' ? [change.record.id] : [])));
  const builtOn = kept.find(({ field, id }) => field === 'id' && made.has(id));
  if (builtOn) throw new Refusal({ code: 'built-on', in: builtOn.in, id: builtOn.id, by: builtOn.by });
  throw new Refusal({ code: 'nothing-to-undo', entry: entry.seq, kept });
}

/** Whether what the entry changed of a record would go back to where nobody could put it by now. */
function isBarred<S extends Shape>({ draft, model, entry }: Undoing<S>, name: RecordName): boolean {
  const changed = entry.changes.flatMap((change) => (change.op === 'update' && change.in === name.in && change.id === name.id ? Object.keys(change.to) : []));
  return changed.some((field) => model.isBarred(draft.workspace, name, field));
}

interface Undoing<S extends Shape> {
  readonly draft: Draft<S>;
  readonly model: Model<S>;
  readonly entry: Entry;
  readonly context: Context;
  /** Places that this undo has given back already, by record: the keys that stand for them. */
  readonly placed: Map<string, PutBack>;
}

/** Does something unless one of these records would then break a rule; whether it was done. */
type Try = (act: () => void, names: readonly RecordName[]) => boolean;

function takeBackAll<S extends Shape>(undoing: Undoing<S>, attempt: Try): void {
  for (const change of undoing.entry.changes.toReversed()) {
    const collection = undoing.model.collections[change.in];
    if (!collection) throw new Error(`there is no collection ${change.in}`);
    if (change.op === 'create') undoCreate(undoing, { collection, change, attempt });
    else if (change.op === 'remove') undoRemove(undoing, { collection, change, attempt });
    else if (!change.respread) undoUpdate(undoing, { collection, change, attempt });
  }
}

function undoCreate<S extends Shape>(undoing: Undoing<S>, { collection, change, attempt }: Undone<Create>): void {
  const { draft, model } = undoing;
  const { record } = change;
  const name = { in: collection.name, id: record.id };
  const now = draft.workspace.find(collection.name, record.id);
  if (!now) return;
  const isFree = isAsMade(collection, record, now) && !isReferredTo(draft.workspace, model, name);
  const pointedAt = refsOf(collection, record).map(({ to, id }) => ({ in: to, id }));
  if (!isFree || !attempt(() => draft.remove(collection.name, record.id), pointedAt)) keep(undoing, name, 'id');
}

interface Undone<C extends Change> {
  readonly collection: Collection;
  readonly change: C;
  readonly attempt: Try;
}

function undoRemove<S extends Shape>(undoing: Undoing<S>, { collection, change, attempt }: Undone<Remove>): void {
  const { draft, model } = undoing;
  const { version: _, touchedAt: __, ...record } = change.record;
  const name = { in: collection.name, id: record.id };
  const isLost = refsOf(collection, record).some(({ to, id }) => !draft.workspace.find(to, id));
  const isBack = !isLost && !draft.workspace.find(collection.name, record.id) && attempt(create, [name]);
  if (!isBack) keep(undoing, name, 'id');
  function create() {
    draft.create(collection.name, record as S[string]); // it was one of this collection's records
    if (model.ranking.in === collection.name) makeRankUnique(draft, model.ranking, record);
  }
}

function undoUpdate<S extends Shape>(undoing: Undoing<S>, { collection, change, attempt }: Undone<Update>): void {
  const { draft } = undoing;
  const name = { in: collection.name, id: change.id };
  const now = draft.workspace.find(collection.name, change.id);
  const back: Back[] = [];
  for (const fields of togetherIn(collection, change)) {
    const found = now && backOf(undoing, { collection, fields, change, now: now as unknown as Fields });
    if (found) back.push(found);
    else keep(undoing, name, fields[0]!);
  }
  const give = (some: readonly Back[]) => {
    const values = Object.assign({}, ...some.map((one) => one.values)) as Partial<S[string]>; // fields of this collection only
    draft.update(collection.name, change.id, values, change.aside ? { aside: true } : {});
    if (some.some(({ isPlace }) => isPlace)) undoing.placed.set(change.id, backToPlace(draft, undoing.model.ranking, change));
  };
  if (back.length === 0 || attempt(() => give(back), [name])) return;
  for (const one of back) if (!attempt(() => give([one]), [name])) keep(undoing, name, one.field);
}

/** What a field and those that change with it get back. */
interface Back {
  readonly field: string;
  readonly values: Fields;
  readonly isPlace: boolean;
}

/** The fields that a change gave other values, each with those that go along with it; lasting ones left out. */
function togetherIn(collection: Collection, change: Update): readonly string[][] {
  const changed = fieldsOf(collection).filter(([name, { lasting }]) => !lasting && (name in change.to || change.sets?.[name] !== undefined));
  const names = new Set(changed.map(([name]) => name));
  const leaderOf = (field: Field) => (field.with !== undefined && names.has(field.with) ? field.with : null);
  return changed
    .filter(([, field]) => leaderOf(field) === null)
    .map(([name]) => [name, ...changed.filter(([, field]) => leaderOf(field) === name).map(([other]) => other)]);
}

interface Changed {
  readonly collection: Collection;
  readonly fields: readonly string[];
  readonly change: Update;
  readonly now: Fields;
}

/** What the fields get back, or undefined when somebody has changed the first of them since or what it pointed at is gone. */
function backOf<S extends Shape>(undoing: Undoing<S>, { collection, fields, change, now }: Changed): Back | undefined {
  const [field, ...others] = fields as [string, ...string[]];
  const { workspace } = undoing.draft;
  if (change.sets?.[field]) return { field, values: { [field]: membersBack(undoing, { collection, field, change, now }) }, isPlace: false };
  const kind = collection.fields[field as never] as Field;
  if (kind.kind === 'rank') return isWherePut(now, change, undoing.placed.get(change.id)) ? { field, values: {}, isPlace: true } : undefined;
  const back = change.from[field] ?? null;
  if (!same(now[field], change.to[field])) return undefined;
  if (kind.kind === 'ref' && back !== null && !workspace.find(kind.to, back as string)) return undefined;
  return { field, values: Object.fromEntries([[field, back], ...others.map((other) => [other, change.from[other] ?? null])]), isPlace: false };
}

/** A set without what the change added and with what it took out, as far as that is still there. */
function membersBack<S extends Shape>(undoing: Undoing<S>, { collection, field, change, now }: Omit<Changed, 'fields'> & { field: string }): Value {
  const { add, remove } = change.sets![field]!;
  const kind = collection.fields[field as never] as Field;
  const there = remove.filter((member) => kind.kind !== 'refs' || undoing.draft.workspace.find(kind.to, member) !== undefined);
  if (there.length < remove.length) keep(undoing, { in: collection.name, id: change.id }, field);
  return [...new Set([...(now[field] as readonly string[]).filter((member) => !add.includes(member)), ...there])].sort();
}

/** Whether a record is as its creation made it, but for its place and what the kernel stamps. */
function isAsMade(collection: Collection, made: Entity, now: Entity): boolean {
  const own = fieldsOf(collection).filter(([, field]) => field.kind !== 'rank' && field.with !== 'rank');
  return own.every(([name]) => same((made as unknown as Fields)[name] ?? null, (now as unknown as Fields)[name] ?? null));
}

function keep<S extends Shape>({ draft, context, entry }: Undoing<S>, name: RecordName, field: string): void {
  const now = draft.workspace.find(name.in, name.id);
  draft.kept.push({ ...name, field, by: now ? changedBy(context, now, entry) : null });
}

/** Who changed a record last, where that entry is at hand. */
function changedBy(context: Context, now: Entity, since: Entry): string | null {
  const last = now.version && now.version > since.seq ? context.entry(now.version) : undefined;
  return last?.changes.some((change) => idOf(change) === now.id) ? last.actor : null;
}

const nameKey = (name: RecordName): string => `${name.in}/${name.id}`;

/** The records that an entry changed, and what those that it made point at, each once: their rules are asked. */
function recordsOf<S extends Shape>(model: Model<S>, entry: Entry): RecordName[] {
  const names = entry.changes.flatMap((change) => [
    { in: change.in, id: idOf(change) },
    ...(change.op === 'create' ? refsOf(model.collections[change.in]!, change.record).map(({ to, id }) => ({ in: to, id })) : []),
  ]);
  return [...new Map(names.map((name) => [nameKey(name), name])).values()];
}
