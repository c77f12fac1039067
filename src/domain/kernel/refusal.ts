/** Every rule that can say no, with the facts its sentence needs. The server maps a code to a status, the web to a sentence; both maps are total. */
export interface Refusals {
  /** Unknown or hidden: the caller cannot tell which. */
  'not-there': { collection: string; id: string };
  'not-allowed': { may: string };
  'id-taken': { id: string };
  'key-taken': { key: string };
  'other-product': { item: string };
  /** The path runs from the record to itself, each once and the first again at the end. */
  'would-cycle': { path: readonly string[] };
  'parent-not-larger': { parent: string; child: string };
  'not-ranked': { item: string };
  'not-open': { item: string };
  'state-in-use': { state: string; items: number };
  'last-in-group': { state: string };
  'no-such-state': { group: string };
  'stale-text': { field: string; current: string | null };
  'nothing-to-undo': { entry: number; kept: readonly { in: string; id: string; field: string; by: string | null }[] };
  'built-on': { in: string; id: string; by: string | null };
  'check-incomplete': { kind: string };
  lasting: { what: string };
  'no-notes': { release: string };
  'same-twice': { what: string };
  'release-closed': { release: string };
  'release-open': { release: string };
  'no-date': { release: string };
  /** The day has a date line already. */
  'date-line-there': { date: string; name: string };
  'date-passed': { date: string; today: string };
  'return-not-ahead': { day: string; today: string };
  'date-before-start': { start: string; date: string };
  'wip-full': { state: string; limit: number };
  'sprint-closed': { sprint: string };
  'sprint-without-team': { sprint: string };
  /** Another sprint of the team is under way. */
  'sprint-running': { sprint: string };
  'sprint-not-started': { sprint: string };
  'sprints-overlap': { sprint: string };
  'not-in-sprint': { item: string; sprint: string };
  /** Its product is one that the team of the sprint would not work on any more. */
  'left-in-sprint': { item: string; sprint: string };
  'other-team': { item: string; team: string };
  'team-in-flow': { team: string };
  'not-in-queue': { item: string; team: string };
  /** The item would stand below another one of its product that ranks below it. */
  'against-rank': { item: string; other: string };
  /** The shares of a team's capacity come to so many per cent. */
  'over-all': { team: string; percent: number };
  'no-pace': { team: string };
  'not-a-lead': { member: string };
  'last-admin': { member: string };
  'member-exists': { member: string };
  'sign-in-only': { what: string };
  'too-many': { what: string; most: number };
  'import-not-running': { import: string };
  'has-children': { item: string };
  'nothing-to-fill': { release: string };
}
export type RefusalCode = keyof Refusals;
export type Blocker = { [C in RefusalCode]: { readonly code: C } & Readonly<Refusals[C]> }[RefusalCode];

/** Thrown where something is asked that a rule forbids. Nothing has changed when it is thrown. */
export class Refusal extends Error {
  readonly blockers: readonly [Blocker, ...Blocker[]];
  constructor(...blockers: [Blocker, ...Blocker[]]) {
    super(blockers.map(({ code }) => code).join(', '));
    this.blockers = blockers;
  }
}
