import { useState, type ReactNode, type RefObject } from 'react';
import { Segmented } from '../../ui/Segmented.tsx';
import { useIsPhone } from '../../ui/use-is-phone.ts';
import { endOf, type Side } from './sides.ts';
import { grouped } from '../../ui/grouped.ts';

interface OneSide {
  /** Names the list: `To choose from`. */
  readonly label: string;
  /** On a phone, where one side is shown at a time. */
  readonly tab: string;
  readonly head?: ReactNode;
  readonly rows: ReactNode;
}

interface TwoSidesProps {
  /** Within it rows are dragged from one list to the other. */
  readonly container: RefObject<HTMLDivElement | null>;
  /** Null: there is only the other one. */
  readonly left: OneSide | null;
  readonly right: OneSide;
  /** On a phone, above the choice of a side. */
  readonly above?: (shown: Side) => ReactNode;
}

/** Two lists beside each other; on a phone one of them at a time. */
export function TwoSides({ container, left, right, above }: TwoSidesProps) {
  const isPhone = useIsPhone();
  const [chosen, setChosen] = useState<Side>('left');
  const side: Side = left === null ? 'right' : chosen;
  return (
    <>
      {isPhone && above?.(side)}
      {isPhone && left && (
        <div className="flex justify-center border-b border-edge py-2">
          <Segmented
            label="Side"
            value={side}
            onChange={setChosen}
            options={[
              { id: 'left', label: left.tab },
              { id: 'right', label: right.tab },
            ]}
          />
        </div>
      )}
      <div ref={container} className="flex min-h-0 flex-1">
        {left && (!isPhone || side === 'left') && <Half {...left} side="left" />}
        {(!isPhone || side === 'right') && <Half {...right} side="right" />}
      </div>
    </>
  );
}

function Half({ label, head, rows, side }: OneSide & { side: Side }) {
  return (
    <section aria-label={label} className={side === 'left' ? half : `${half} border-s border-edge max-tablet:border-0`}>
      {head}
      <div data-row-end={endOf(side)} className="min-h-0 flex-1">
        {rows}
      </div>
    </section>
  );
}

const half = 'flex min-w-0 flex-1 flex-col';

/** What stands in a list while it is empty. */
export function NoRows({ says }: { says: string }) {
  return <p className="p-6 text-center text-ink-3">{says}</p>;
}

/** Below a list of which only the top is shown. */
export function FromTheTop({ most }: { most: number }) {
  return <p className="p-4 text-center text-s text-ink-3">The first {grouped(most)}. What ranks lower comes up as these are taken.</p>;
}
