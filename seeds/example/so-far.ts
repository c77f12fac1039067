import { itemsByNumber } from '../../src/domain/backlog/item.ts';
import { statesOf } from '../../src/domain/backlog/state.ts';
import type { View } from '../../src/domain/collections.ts';
import type { Day } from '../../src/domain/kernel/day.ts';
import { membersByName } from '../../src/domain/member/member.ts';
import { readyChecksOf } from '../../src/domain/readiness/ready-check.ts';
import { draftNotes } from '../../src/domain/release/draft-notes.ts';
import { releasesByDate } from '../../src/domain/release/release.ts';
import { stepsOf } from '../../src/domain/checklist/step.ts';
import { impedimentsOf } from '../../src/domain/sprint/impediment.ts';
import { sprintsOfTeam } from '../../src/domain/sprint/sprint.ts';
import { teamsByName } from '../../src/domain/team/team.ts';

/** What one step of the example finds of the steps before it, by the names that the story has for them. */
export interface SoFar {
  readonly product: string;
  readonly team: string;
  readonly item: (number: number) => string;
  readonly release: (name: string) => string;
  readonly member: (name: string) => string;
  readonly state: (name: string) => string;
  /** The sprint that begins on a day; undefined while it is not planned. */
  readonly sprint: (startOn: Day) => string | undefined;
  readonly impediment: (title: string) => string;
  /** A step of the checklist of 2.4, by how it begins. */
  readonly step: (text: string) => string;
  /** The team's own check of ready. */
  readonly ownCheck: string;
  /** Whoever looks round. */
  readonly me: string;
  readonly notes: (release: string) => string;
}

/** Everything is looked up only when it is asked for: a step asks for what there is by then. */
export function soFar(view: View, product: string): SoFar {
  const find = <T extends { readonly id: string }>(all: Iterable<T>, is: (one: T) => boolean): string => {
    for (const one of all) if (is(one)) return one.id;
    throw new Error('the example has nothing of the kind');
  };
  const release = (name: string) => find(view.list(releasesByDate, product), (one) => one.name === name);
  return {
    product,
    get team() {
      return find(view.list(teamsByName, 'all'), () => true);
    },
    item: (number) => find(view.list(itemsByNumber, product), (one) => one.number === number),
    release,
    member: (name) => find(view.list(membersByName, 'all'), (one) => one.name === name),
    state: (name) => find(view.list(statesOf, product), (one) => one.name === name),
    sprint(startOn) {
      return Array.from(view.list(sprintsOfTeam, this.team)).find((sprint) => sprint.startOn === startOn)?.id;
    },
    impediment(title) {
      return find(view.list(impedimentsOf, this.team), (one) => one.title === title);
    },
    step: (text) => find(view.list(stepsOf, release('2.4')), (one) => one.text.startsWith(text)),
    get ownCheck() {
      return find(view.list(readyChecksOf, product), ({ kind }) => kind === 'own');
    },
    get me() {
      return find(view.list(membersByName, 'all'), ({ role }) => role === 'admin');
    },
    notes: (name) => draftNotes(view, release(name)),
  };
}
