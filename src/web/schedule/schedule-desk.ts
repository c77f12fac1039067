import type { Simulated } from '../../domain/schedule/simulate.ts';
import { Schedule } from '../../domain/schedule/schedule.ts';
import type { WorkPlan } from '../../domain/schedule/work-plan.ts';

/** The schedule as it is shown: an old one stays until the new one is there. */
export interface ShownSchedule {
  /** Null: none has been worked out yet. */
  readonly schedule: Schedule | null;
  /** Whether something has changed since. */
  readonly isOld: boolean;
}

/** How the desk looks at the workspace: told that something was touched, asked for the plan when it wants it. */
interface Planning {
  readonly get: () => WorkPlan;
  readonly subscribe: (touched: () => void) => () => void;
}

interface Outside {
  readonly simulated: (plan: WorkPlan) => Promise<Simulated>;
  /** Runs something once all is quiet; gives how to call that off. */
  readonly later: (act: () => void) => () => void;
  readonly report: (error: unknown) => void;
}

const NOTHING: ShownSchedule = { schedule: null, isOld: true };

/**
 * Keeps one product's schedule up to date while somebody watches it. A touch costs nothing but a note; the plan is made once all is quiet,
 * and worked off elsewhere. While that goes on, what comes meanwhile waits.
 */
export class ScheduleDesk {
  readonly #planning: Planning;
  readonly #outside: Outside;
  readonly #watchers = new Set<() => void>();
  #shown: ShownSchedule = NOTHING;
  #plan: WorkPlan | null = null;
  #isWorking = false;
  #leave: (() => void) | null = null;
  #callOff: (() => void) | null = null;

  constructor(planning: Planning, outside: Outside) {
    this.#planning = planning;
    this.#outside = outside;
  }

  shown = (): ShownSchedule => this.#shown;

  subscribe = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    if (this.#watchers.size === 1) this.#open();
    return () => {
      this.#watchers.delete(watcher);
      if (this.#watchers.size === 0) this.#close();
    };
  };

  #open(): void {
    this.#leave = this.#planning.subscribe(() => this.#touched());
    this.#touched();
  }

  #close(): void {
    this.#leave?.();
    this.#callOff?.();
    this.#callOff = null;
  }

  #touched(): void {
    this.#callOff?.();
    this.#callOff = this.#outside.later(() => void this.#workOff());
  }

  async #workOff(): Promise<void> {
    this.#callOff = null;
    if (this.#isWorking) return;
    const plan = this.#planning.get();
    if (plan === this.#plan && this.#shown.schedule) return this.#show({ ...this.#shown, isOld: false }); // nothing of it has changed
    this.#plan = plan;
    this.#isWorking = true;
    this.#show({ ...this.#shown, isOld: true });
    try {
      this.#show({ schedule: new Schedule(plan, await this.#outside.simulated(plan)), isOld: false });
    } catch (error) {
      this.#plan = null; // the next touch asks again
      this.#outside.report(error);
    } finally {
      this.#isWorking = false;
    }
    if (this.#watchers.size > 0 && this.#plan !== null && this.#planning.get() !== this.#plan) this.#touched();
  }

  #show(shown: ShownSchedule): void {
    if (shown.schedule === this.#shown.schedule && shown.isOld === this.#shown.isOld) return;
    this.#shown = shown;
    for (const watcher of this.#watchers) watcher();
  }
}
