import { isFatal, type Problem, type ProblemCode } from './problem.ts';

/** Of what is only said, no more than this of one kind, and how many more there were. What does not come in is always named in full. */
const MOST_NOTES = 500;

/** Gathers what there is to say about a file. */
export class ProblemList {
  readonly #problems: Problem[] = [];
  readonly #notes = new Map<ProblemCode, number>();
  #isFatal = false;

  get isFatal(): boolean {
    return this.#isFatal;
  }

  add(problem: Problem): void {
    if (isFatal(problem)) this.#isFatal = true;
    if (problem.loses === 'nothing' && problem.row !== null) {
      const count = (this.#notes.get(problem.code) ?? 0) + 1;
      this.#notes.set(problem.code, count);
      if (count > MOST_NOTES) return;
    }
    this.#problems.push(problem);
  }

  /** A fault that keeps the whole file out. */
  refuse(code: ProblemCode, message: string, place: { readonly row?: number; readonly column?: string } = {}): void {
    this.add({ code, loses: 'file', row: place.row ?? null, column: place.column ?? null, message });
  }

  /** Something about the whole file or a column that loses nothing. */
  note(code: ProblemCode, message: string, column: string | null = null): void {
    this.add({ code, loses: 'nothing', row: null, column, message });
  }

  all(): readonly Problem[] {
    const more = [...this.#notes].filter(([, count]) => count > MOST_NOTES);
    return [
      ...this.#problems,
      ...more.map(([code, count]): Problem => ({ code, loses: 'nothing', row: null, column: null, message: moreOf(code, count - MOST_NOTES) })),
    ];
  }
}

const moreOf = (code: ProblemCode, count: number): string => `And ${count.toLocaleString('en')} more of the kind “${code.replaceAll('-', ' ')}”.`;
