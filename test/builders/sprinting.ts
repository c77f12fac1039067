import { createSprint } from '../../src/domain/sprint/create-sprint.ts';
import { cardsOf } from '../../src/domain/sprint/cards.ts';
import { planInSprint } from '../../src/domain/sprint/plan-in-sprint.ts';
import { startSprint } from '../../src/domain/sprint/start-sprint.ts';
import type { Day } from '../../src/domain/kernel/day.ts';
import type { Sprint } from '../../src/domain/sprint/sprint.ts';
import { APP } from './cast.ts';
import { Planned } from './planned.ts';

/** A planned world with a team named `Web`, which works in sprints of two weeks. */
export class Sprinting extends Planned {
  readonly web: string;

  constructor(points: Readonly<Record<string, number | null>> = {}) {
    super();
    this.web = this.team('Web', 10, [APP]);
    if (Object.keys(points).length > 0) this.add(points);
  }

  /** Plans the team's next sprint, with what is given of it. */
  sprint(given: { name?: string; startOn?: Day; endOn?: Day; goal?: string } = {}, team = this.web): string {
    return this.run(createSprint, { team, ...given }).made[0]!;
  }

  plan(sprint: string | null, ...titles: string[]): this {
    this.run(planInSprint, { items: this.ids(...titles), sprint });
    return this;
  }

  start(sprint: string): this {
    this.run(startSprint, { sprint });
    return this;
  }

  /** A sprint as it stands. */
  get(sprint: string): Sprint {
    return this.workspace.get('sprint', sprint);
  }

  /** Titles of a sprint's cards in its own order, parted by spaces. */
  cards(sprint: string): string {
    return cardsOf(this.workspace, sprint)
      .map(({ title }) => title)
      .join(' ');
  }
}
