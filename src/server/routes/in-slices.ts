import { setImmediate as othersTurn } from 'node:timers/promises';

/** Others wait for about this long at most while something that takes long is worked out. */
const SLICE_MS = 8;

/** Works something out that looks at nothing that may change, and lets others have their turn in its pauses. */
export async function inSlices<T>({ pieces, first }: { pieces: Generator<void, T>; first: IteratorResult<void, T> }): Promise<T> {
  let end = 0;
  for (let step = first; ; step = pieces.next()) {
    if (step.done) return step.value;
    if (performance.now() < end) continue;
    await othersTurn();
    end = performance.now() + SLICE_MS;
  }
}

/** Who is changed under again and again is answered in one go in the end. */
const MOST_TIMES = 8;

/** Gives a view as it is now, and a number that is another whenever anything has changed. */
type Look<View, Access> = <T>(look: (view: View, seq: number, access: Access) => T) => Promise<T>;

/** Works something out that looks at a view all the time: it begins anew when that has changed while others had their turn. */
export async function whileNothingChanges<View, Access, T>(look: Look<View, Access>, begin: (view: View, access: Access) => Generator<void, T>): Promise<T> {
  let begun: { readonly pieces: Generator<void, T>; readonly view: View; readonly seq: number } | null = null;
  for (let times = 0; ;) {
    const step = await look((view, seq, access) => {
      if (begun?.view !== view || begun.seq !== seq) {
        begun = { pieces: begin(view, access), view, seq };
        times++;
      }
      return slice(begun.pieces, times < MOST_TIMES ? SLICE_MS : Infinity);
    });
    if (step.done) return step.value;
    await othersTurn();
  }
}

function slice<T>(pieces: Generator<void, T>, forMs: number): IteratorResult<void, T> {
  const end = performance.now() + forMs;
  let step = pieces.next();
  while (!step.done && performance.now() < end) step = pieces.next();
  return step;
}
