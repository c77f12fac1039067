import type { Command, CommandOptions, Telling } from './command.ts';
import type { NamedCall } from '../../domain/verbs.ts';
import { UndoStack } from './undo-stack.ts';

/** What undoing needs of a store. */
interface Hands {
  readonly command: (call: NamedCall, options: CommandOptions) => Command;
  readonly newMutation: () => string;
  /** The entry that a mutation became, once it is here; null when it came to nothing. */
  readonly entryOf: (mutation: string) => Promise<number | null>;
  /** Told when there is more or less to take back. */
  readonly changed: () => void;
  /** Told of what could not be done for a reason that is no rule. */
  readonly failed: (error: unknown, options: Telling) => void;
}

/** Taking back and doing again, each in its turn. One that fails stays to be taken back, and the next has its turn all the same. */
export class Undoing {
  readonly stack = new UndoStack();
  readonly #hands: Hands;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(hands: Hands) {
    this.#hands = hands;
  }

  /** Takes back what was done last, or the deed of this mutation; answers with its mutations, or none where nothing was. */
  async undo(mutation: string | undefined, options: Telling): Promise<readonly string[]> {
    const deed = (mutation === undefined ? this.stack.takeUndo() : this.stack.takeDeedOf(mutation)) ?? [];
    const made = await this.#inTurn(deed, options);
    if (made) this.stack.undid(made);
    else this.stack.redid(deed);
    this.#hands.changed();
    return made && made.length > 0 ? deed : [];
  }

  async redo(options: Telling): Promise<void> {
    const deed = this.stack.takeRedo() ?? [];
    const made = await this.#inTurn(deed, options);
    if (made) this.stack.redid(made);
    else this.stack.undid(deed);
    this.#hands.changed();
  }

  /** Null when it failed. */
  async #inTurn(deed: readonly string[], options: Telling): Promise<readonly string[] | null> {
    this.#hands.changed();
    const taken = this.#turn.then(() => this.#takeBack(deed, options));
    const said = taken.catch((error: unknown) => {
      this.#hands.failed(error, options);
      return null;
    });
    this.#turn = said;
    return said;
  }

  async #takeBack(deed: readonly string[], options: Telling): Promise<string[]> {
    const made: string[] = [];
    const act = deed.length > 1 ? this.#hands.newMutation() : undefined;
    for (const mutation of deed.toReversed()) {
      const entry = await this.#hands.entryOf(mutation);
      if (entry === null) continue;
      const command = this.#hands.command({ verb: 'undoEntry', input: { entry } }, { ...options, isUndoable: false, act });
      const { outcome } = await command.shown;
      if (outcome === 'shown') made.push(command.mutation);
    }
    return made;
  }
}
