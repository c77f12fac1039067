import { useState } from 'react';
import { ChevronRight } from 'lucide-react';
import type { WhyCode } from '../../domain/cutline/reason.ts';
import { dayIn } from '../../domain/kernel/day.ts';
import type { Way } from '../../domain/tradeoffs/way.ts';
import { waysIn } from '../../domain/tradeoffs/what-it-takes.ts';
import { waysOut } from '../../domain/tradeoffs/what-pushes-out.ts';
import { nameIn } from '../app/name-in.ts';
import { useNow } from '../app/use-now.ts';
import { useBlockers, useLook, useShown, useTrial } from '../store/hooks.ts';
import { alsoWords, deedWords } from './way-words.ts';
import { useWays, type Question } from './use-ways.ts';

interface Asking {
  readonly label: string;
  readonly question: Question;
  readonly none: string;
}

const IN: Asking = { label: 'What would it take?', question: waysIn, none: 'No single change brings it above the line.' };
const OUT: Asking = { label: 'What would push it out?', question: waysOut, none: 'No single change pushes it below the line.' };

const ASKED: Partial<Record<WhyCode, Asking>> = {
  held: IN,
  full: IN,
  'would-fit': IN,
  below: IN,
  'no-date': IN,
  'no-pace': IN,
  'date-passed': IN,
  taken: OUT,
  'would-be-taken': OUT,
};

interface WaysProps {
  readonly item: string;
  readonly product: string;
  readonly code: WhyCode;
  /** One of them is shown now as if it were done. */
  readonly onTried: () => void;
}

/** The question at the end of a why, and its answer: the smallest changes that put the row on the other side, each tried beforehand. */
export function Ways({ code, ...rest }: WaysProps) {
  const [isOpen, setIsOpen] = useState(false);
  const asked = ASKED[code];
  if (!asked) return null;
  return (
    <div className="border-t border-edge pt-2">
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
        className="flex w-full items-center gap-1 rounded-small py-0.5 text-m font-medium text-ink-2 hover:text-ink max-tablet:h-touch"
      >
        <ChevronRight aria-hidden="true" className={isOpen ? 'size-3.5 rotate-90' : 'size-3.5'} />
        {asked.label}
      </button>
      {isOpen && <Answer asked={asked} {...rest} />}
    </div>
  );
}

function Answer({ asked, item, product, onTried }: Omit<WaysProps, 'code'> & { asked: Asking }) {
  const ways = useWays(asked.question, { product, item });
  if (ways === undefined) return <p className="h-8 pt-1 text-s text-ink-3" aria-busy="true" />;
  if (ways.length === 0) return <p className="pt-1 text-s text-ink-2">{asked.none}</p>;
  return (
    <ul aria-label={asked.label} className="-mx-1.5 mt-1 grid">
      {ways.map((way) => (
        <li key={JSON.stringify(way.deed)}>
          <WayRow way={way} item={item} product={product} onTried={onTried} />
        </li>
      ))}
    </ul>
  );
}

/** One way, with what else it does. Who may do it can try it; for everybody else it is told. */
function WayRow({ way, item, product, onTried }: { way: Way } & Omit<WaysProps, 'code'>) {
  const { tryOn } = useTrial();
  const now = useNow();
  const name = nameIn(useShown());
  const today = useLook((view) => dayIn(view.get('product', product).zone, now), [product, now]);
  const isAllowed = useBlockers(way.calls).length === 0;
  const says = deedWords(way.deed, { name, today, item, it: 'it' });
  const also = alsoWords(way, { name, today });
  const told = (
    <span className="num grid min-w-0 text-start">
      <span className="text-m text-ink">{says}</span>
      <span className="text-s text-ink-3">{also === '' ? 'nothing else changes sides' : also}</span>
    </span>
  );
  if (!isAllowed) return <div className="px-1.5 py-1">{told}</div>;
  return (
    <button
      type="button"
      onClick={() => {
        tryOn({ calls: way.calls, says: deedWords(way.deed, { name, today, item, it: name('item', item) }), also });
        onTried();
      }}
      className="flex w-full items-center justify-between gap-3 rounded-control px-1.5 py-1 hover:bg-hover focus-visible:bg-hover"
    >
      {told}
      <span className="text-s font-medium text-accent">Try</span>
    </button>
  );
}
