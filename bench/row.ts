/** One figure of a benchmark, beside its bar and what it was measured against in the same run. */
export interface Row {
  readonly what: string;
  readonly measured: number;
  readonly unit: string;
  /** What it must reach; null: it is told, not judged. */
  readonly bar: number | null;
  /** Whether more is better, as for commands per second; else less is, as for milliseconds. */
  readonly more?: true;
  readonly against?: { readonly what: string; readonly measured: number };
}

/** What every `*.bench.ts` exports as `bench`. Quick runs only prove that it runs, with at most 5,000 items. */
export interface Bench {
  readonly name: string;
  run(quick: boolean): Promise<readonly Row[]>;
}
