import { Check, TriangleAlert } from 'lucide-react';
import { releaseRisks, type ReleaseReadiness, type ReleaseRisk, type RiskCode } from '../../domain/readiness/release-risks.ts';
import type { Release } from '../../domain/release/release.ts';
import { RingMark } from '../readiness/RingMark.tsx';
import { useReading } from '../store/hooks.ts';
import { ItemWords } from '../item/ItemWords.tsx';

/** How ready a release is, and what of it can be seen to go wrong. */
export function Risks({ release, onOpen }: { release: Release; onOpen: (item: string) => void }) {
  const { readiness, risks } = useReading(releaseRisks, { release: release.id });
  return (
    <>
      <Readiness readiness={readiness} onOpen={onOpen} />
      <section aria-label="Risks" className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2">
        <h2 className="font-semibold">Risks</h2>
        {risks.length === 0 ? (
          <p className="text-ink-2">Nothing that can be seen from its items, dates and teams speaks against it.</p>
        ) : (
          <ul className="divide-y divide-edge overflow-hidden rounded-panel border border-edge">
            {risks.map((risk) => (
              <RiskRow key={risk.code} risk={risk} onOpen={onOpen} />
            ))}
          </ul>
        )}
      </section>
    </>
  );
}

function Readiness({ readiness: { ready, of, missing }, onOpen }: { readiness: ReleaseReadiness; onOpen: (item: string) => void }) {
  if (of === 0) return null;
  return (
    <section aria-label="Readiness" className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2">
      <h2 className="flex items-center gap-2 font-semibold">
        Readiness
        <span className="num flex items-center gap-1.5 font-normal text-ink-2">
          {missing.length === 0 ? <Check aria-hidden="true" className="size-3.5 text-done" /> : <RingMark met={ready} of={of} tone="missed" />}
          {`${ready} of ${of} open items can be begun`}
        </span>
      </h2>
      {missing.length > 0 && (
        <p className="flex min-w-0 flex-wrap items-baseline gap-x-3 gap-y-0.5">
          <span className="text-ink-2">Not ready:</span>
          <ItemWords ids={missing} onOpen={onOpen} />
        </p>
      )}
    </section>
  );
}

function RiskRow({ risk: { code, items }, onOpen }: { risk: ReleaseRisk; onOpen: (item: string) => void }) {
  return (
    <li className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-0.5 px-3 py-1.5">
      <span className="flex items-center gap-2">
        <TriangleAlert aria-hidden="true" className="size-3.5 shrink-0 text-progress" />
        {SAYS[code](items.length)}
      </span>
      <ItemWords ids={items} onOpen={onOpen} />
    </li>
  );
}

const counted = (one: string, many: string) => (count: number) => (count === 1 ? `One item ${one}` : `${count} items ${many}`);

const SAYS: Record<RiskCode, (count: number) => string> = {
  'date-passed': () => 'Its date has passed and it is still open',
  'over-capacity': counted('does not fit by its date', 'do not fit by its date'),
  'across-border': counted('waits for work outside it', 'wait for work outside it'),
  held: counted('is held by work that is not planned before it', 'are held by work that is not planned before them'),
  'no-date': () => 'It has no date, so nothing says what fits',
  'no-goal': () => 'It has no goal',
  'not-ready': counted('is not ready, and it begins soon or has begun', 'are not ready, and it begins soon or has begun'),
  'steps-late': () => 'Steps of its checklist are overdue',
  'not-estimated': counted('that is open has no points: the line counts it by a guess', 'that are open have no points: the line counts them by a guess'),
};
