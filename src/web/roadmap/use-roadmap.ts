import { useMemo } from 'react';
import { cutLines } from '../../domain/cutline/cut-line.ts';
import { likelySpan, roadmapFacts, roadmapFrom, type EntryAnswer, type Roadmap } from '../../domain/roadmap/roadmap.ts';
import type { Span } from '../../domain/release/release-span.ts';
import { useNow } from '../app/use-now.ts';
import { useSchedule } from '../schedule/use-schedule.ts';
import { useLook, useMay } from '../store/hooks.ts';

export interface ShownRoadmap extends Roadmap {
  /** Between which days an entry is likely finished; null for those who see no forecasts, and where nobody can say. */
  readonly likelyOf: (entry: EntryAnswer) => Span | null;
}

/** The roadmap of a product. Epics whose bars are not worked out yet come as soon as they are. */
export function useRoadmap(product: string): ShownRoadmap {
  const now = useNow();
  const facts = useLook((view) => roadmapFacts(view, cutLines(view, product, { now })), [product, now]);
  const maySee = useMay('see-forecasts', { in: 'product', id: product });
  const { schedule } = useSchedule(product);
  return useMemo(() => {
    const { today, entries } = roadmapFrom(facts, schedule);
    return {
      today,
      entries: schedule ? entries : entries.filter(({ kind, bar }) => kind === 'release' || bar !== null),
      likelyOf: (entry) => (schedule && maySee ? likelySpan(entry, schedule) : null),
    };
  }, [facts, schedule, maySee]);
}
