import { statesOf, type State } from '../backlog/state.ts';
import type { WorkspaceDraft } from '../collections.ts';
import type { Context } from '../kernel/verb.ts';
import { membersByName } from '../member/member.ts';
import { NEW_RELEASE, releasesByDate } from '../release/release.ts';
import { importedSprint, sprintsByName } from '../sprint/sprint.ts';
import { foldName } from '../kernel/text.ts';

/** The people, releases, sprints and states that a file names: found here, or made. People are made without sign-in, and nobody is written to. */
export class ImportNames {
  readonly #draft: WorkspaceDraft;
  readonly #product: string;
  readonly #context: Context;
  readonly #states: Map<string, State>;
  readonly #members = new Map<string, string>();
  readonly #releases: Map<string, string>;
  readonly #sprints: Map<string, string>;

  constructor(draft: WorkspaceDraft, product: string, context: Context) {
    this.#draft = draft;
    this.#product = product;
    this.#context = context;
    const view = draft.workspace;
    this.#states = new Map(Array.from(view.list(statesOf, product), (state) => [foldName(state.name), state]));
    this.#releases = byName(view.list(releasesByDate, product));
    this.#sprints = byName(view.list(sprintsByName, product));
    for (const { id, name, email } of view.list(membersByName, 'all')) {
      if (!this.#members.has(foldName(name))) this.#members.set(foldName(name), id);
      if (email !== null) this.#members.set(foldName(email), id);
    }
  }

  /** Undefined when the run did not name this state at its start. */
  state(name: string | null): State | undefined {
    return name === null ? undefined : this.#states.get(foldName(name));
  }

  /** By e-mail, then by full name. */
  member(person: { readonly name: string; readonly email: string | null } | null): string | null {
    if (person === null) return null;
    const known = (person.email === null ? undefined : this.#members.get(foldName(person.email))) ?? this.#members.get(foldName(person.name));
    if (known !== undefined) return known;
    const id = this.#context.newId();
    this.#draft.create('member', { id, name: person.name, email: person.email, role: null, products: [], account: null });
    this.#members.set(foldName(person.name), id);
    if (person.email !== null) this.#members.set(foldName(person.email), id);
    return id;
  }

  release(name: string | null): string | null {
    return this.#named(this.#releases, name, (id) =>
      this.#draft.create('release', { id, product: this.#product, name: name!, goal: '', startOn: null, dueOn: null, ...NEW_RELEASE }),
    );
  }

  sprint(name: string | null): string | null {
    return this.#named(this.#sprints, name, (id) => this.#draft.create('sprint', importedSprint({ id, product: this.#product, name: name! })));
  }

  #named(known: Map<string, string>, name: string | null, make: (id: string) => void): string | null {
    if (name === null) return null;
    const found = known.get(foldName(name));
    if (found !== undefined) return found;
    const id = this.#context.newId();
    make(id);
    known.set(foldName(name), id);
    return id;
  }
}

const byName = (records: Iterable<{ readonly id: string; readonly name: string }>) => new Map(Array.from(records, ({ id, name }) => [foldName(name), id]));
