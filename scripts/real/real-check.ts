/** One thing that must hold on the real files: what it saw, and what was not as it should be. */
export interface RealCheck {
  readonly name: string;
  readonly run: (folder: string) => Promise<RealFinding>;
}

export interface RealFinding {
  readonly lines: readonly string[];
  readonly failures: readonly string[];
}
