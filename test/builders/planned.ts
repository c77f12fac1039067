import type { Collections } from '../../src/domain/collections.ts';
import { cutLines } from '../../src/domain/cutline/cut-line.ts';
import type { Line, Lines } from '../../src/domain/cutline/line.ts';
import { markOf, type RowOnLines } from '../../src/domain/cutline/mark.ts';
import { addDays, type Day } from '../../src/domain/kernel/day.ts';
import { DEFAULT_STATES } from '../../src/domain/backlog/default-states.ts';
import type { Readable } from '../../src/domain/kernel/workspace.ts';
import { createRelease } from '../../src/domain/release/create-release.ts';
import { putInRelease } from '../../src/domain/release/put-in-release.ts';
import { createTeam } from '../../src/domain/team/create-team.ts';
import { APP, stateId } from './cast.ts';
import { World } from './world.ts';
import { editAny, makeAny } from './edit.ts';

/** Fridays on which a release made in the first week of the world's clock ends: ten, twenty and thirty working days from it. */
export const IN_2_WEEKS: Day = '2026-03-13';
export const IN_4_WEEKS: Day = '2026-03-27';
export const IN_6_WEEKS: Day = '2026-04-10';

/** A world with teams and releases, whose lines are asked for in titles. A team that does ten points in two weeks has ten for {@link IN_2_WEEKS}. */
export class Planned extends World {
  /** A team whose pace was set long ago, so that it only stands in for a history. */
  team(name: string, pace: number | null, products: string[] = [APP]): string {
    const team = this.run(createTeam, { name, products }).made[0]!;
    if (pace !== null) this.run(editAny, { in: 'team', id: team, values: { pace, paceSetOn: '2020-01-01' } });
    return team;
  }

  release(name: string, dueOn: Day | null, given: { teams?: string[]; startOn?: Day; lead?: string; product?: string } = {}): string {
    const { product = APP, ...rest } = given;
    return this.run(createRelease, { product, name, dueOn, ...rest }).made[0]!;
  }

  put(release: string | null, ...titles: string[]): this {
    this.run(putInRelease, { items: this.ids(...titles), release });
    return this;
  }

  /** Lets a team have finished so much in each of the last weeks, the newest last, on the Wednesdays before the world's Monday. Null: what has no team. */
  delivered(team: string | null, points: readonly number[]): this {
    const done = stateId(
      APP,
      DEFAULT_STATES.findIndex(({ group }) => group === 'done'),
    );
    for (const [at, value] of points.entries()) {
      if (value === 0) continue;
      const title = `done ${++this.#done}`;
      this.add({ [title]: value }, { team });
      const closedOn = addDays(this.now.slice(0, 10) as Day, -7 * (points.length - at) + 2);
      this.run(editAny, { in: 'item', id: this.id(title), values: { state: done, closedOn } });
    }
    return this;
  }

  #done = 0;

  /** The first blocks the second. */
  blocks(from: string, to: string): this {
    this.#links++;
    const id = `00000000-0000-7000-9000-${this.#links.toString(16).padStart(12, '0')}`;
    this.run(makeAny, { in: 'link', record: { id, type: 'blocks', from: this.id(from), to: this.id(to) } });
    return this;
  }
  #links = 0;

  lines(view: Readable<Collections> = this.workspace, product: string = APP): Lines {
    return cutLines(view, product, { now: this.now });
  }

  line(name: string): Line {
    const line = this.lines().lines.find(({ release }) => this.workspace.get('release', release).name === name);
    if (!line) throw new Error(`there is no line ${name}`);
    return line;
  }

  /** Titles of the rows that a line takes, parted by spaces. */
  taken(name: string): string {
    return this.titles(this.line(name).taken);
  }

  titles(ids: readonly string[]): string {
    return ids.map((id) => this.workspace.get('item', id).title).join(' ');
  }

  row(title: string): RowOnLines {
    return markOf(this.workspace, this.lines(), this.item(title));
  }
}

/** A planned world with items, and one team named `Web` at this pace. */
export function planned(points: Readonly<Record<string, number | null>>, pace: number | null = 10): Planned {
  const world = new Planned();
  world.team('Web', pace);
  if (Object.keys(points).length > 0) world.add(points);
  return world;
}
