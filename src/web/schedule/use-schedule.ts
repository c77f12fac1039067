import { useMemo, useSyncExternalStore } from 'react';
import type { View } from '../../domain/collections.ts';
import { cutLines } from '../../domain/cutline/cut-line.ts';
import type { Instant } from '../../domain/kernel/day.ts';
import { planWork } from '../../domain/schedule/plan-work.ts';
import { useFault, useQuestion } from '../store/hooks.ts';
import { ScheduleDesk, type ShownSchedule } from './schedule-desk.ts';
import { simulated } from './beside-the-page.ts';

/** So long nothing must have been touched before a schedule is worked out anew. */
const QUIET_MS = 150;
/** A new day is noticed within so long. */
const DAY_MS = 5 * 60_000;

const planOf = (view: View, product: string, now: Instant) => planWork(view, cutLines(view, product, { now }));

/** The computed schedule of a product, worked out beside the page; the old one until a new one is there. */
export function useSchedule(product: string): ShownSchedule {
  const question = useQuestion(planOf, product);
  const report = useFault();
  const desk = useMemo(() => {
    const subscribe = (touched: () => void) => {
      const timer = setInterval(() => question.touch(null) && touched(), DAY_MS);
      const leave = question.subscribe(touched);
      return () => (clearInterval(timer), leave());
    };
    return new ScheduleDesk({ get: question.get, subscribe }, { simulated, later, report });
  }, [question, report]);
  return useSyncExternalStore(desk.subscribe, desk.shown);
}

function later(act: () => void): () => void {
  const timer = setTimeout(act, QUIET_MS);
  return () => clearTimeout(timer);
}
