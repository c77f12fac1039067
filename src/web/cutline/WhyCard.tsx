import { useMemo, useState } from 'react';
import type { Arithmetic } from '../../domain/cutline/arithmetic.ts';
import { why as whyReading, type Why } from '../../domain/cutline/why.ts';
import type { Fix } from '../../domain/cutline/fix.ts';
import { dayIn, type Day } from '../../domain/kernel/day.ts';
import type { NamedCall } from '../../domain/verbs.ts';
import { unitOf } from '../../domain/capacity/unit.ts';
import { nameIn } from '../app/name-in.ts';
import { refusalSentence, type NameOf } from '../app/refusal-sentence.ts';
import { useNow } from '../app/use-now.ts';
import { useList } from '../backlog/list-state.ts';
import { useBlockers, useCommand, useLook, useReading, useShown } from '../store/hooks.ts';
import { Button } from '../ui/Button.tsx';
import { DateField } from '../ui/DateField.tsx';
import { NumberField } from '../ui/NumberField.tsx';
import { Popover } from '../ui/Popover.tsx';
import { Ways } from '../tradeoffs/Ways.tsx';
import { noForecast } from './no-forecast.ts';
import { arithmeticLines, fixLabel, whySentenceOf } from './why-sentence.ts';

/** What the mark of a row answers: one sentence, the sum behind it, and what would change it in one step. */
export function WhyCard({ product }: { product: string }) {
  const row = useList((list) => list.why);
  const set = useList((list) => list.set);
  const triggerRef = useMemo(() => ({ current: row === null ? null : document.querySelector(`[data-row="${row}"] [data-cell="mark"] button`) }), [row]);
  const close = () => {
    set({ why: null });
    document.querySelector<HTMLElement>('[data-row-scroller]')?.focus();
  };
  if (row === null) return null;
  return (
    <Popover triggerRef={triggerRef} isOpen onOpenChange={(isOpen) => !isOpen && close()} label="Why">
      <Answer item={row} product={product} onDone={close} />
    </Popover>
  );
}

/** By what a line without a forecast is counted. A pace is all that a team does: of how much of it is for which product nobody has said anything. */
function counted(sum: Arithmetic, name: NameOf, today: string): string {
  const others = sum.alsoFor.map((product) => name('product', product)).join(', ');
  return `${noForecast(sum, today)}.${others === '' ? '' : ` The pace counts whole here, although ${name('team', sum.team)} works on ${others} too.`}`;
}

/** The why of one item; also shown in its panel. */
function Answer({ item, product, onDone }: { item: string; product: string; onDone: () => void }) {
  const why: Why = useReading(whyReading, { item });
  const view = useShown();
  const now = useNow();
  const { unit, zone } = useLook((at) => ({ unit: unitOf(at, product), zone: at.get('product', product).zone }), [product]);
  const name = nameIn(view);
  const today = dayIn(zone, now);
  return (
    <div className="grid w-90 max-w-full gap-3">
      <p className="text-m text-ink">{whySentenceOf(why.reason, name)}</p>
      {why.arithmetic && (
        <dl className="num grid grid-cols-[1fr_auto] gap-x-4 gap-y-0.5 border-t border-edge pt-2 text-s text-ink-2">
          {arithmeticLines(why.arithmetic, unit, today).map(({ label, figure }) => (
            <div key={label} className="contents">
              <dt>{label}</dt>
              <dd className="text-end font-medium text-ink">{figure}</dd>
            </div>
          ))}
        </dl>
      )}
      {why.arithmetic && !why.arithmetic.forecast && <p className="text-s text-ink-3">{counted(why.arithmetic, name, today)}</p>}
      {why.fixes.length > 0 && (
        <div className="flex flex-wrap gap-2">
          {why.fixes.map((fix, at) => (
            <FixButton key={`${fix.code} ${at}`} fix={fix} isFirst={at === 0} label={fixLabel(fix, name, today)} today={today} onDone={onDone} />
          ))}
        </div>
      )}
      <Ways item={item} product={product} code={why.reason.code} onTried={onDone} />
    </div>
  );
}

function FixButton({ fix, isFirst, label, today, onDone }: { fix: Fix; isFirst: boolean; label: string; today: Day; onDone: () => void }) {
  const command = useCommand();
  const view = useShown();
  const [blocker] = useBlockers(fix.call);
  const [isAsking, setIsAsking] = useState(false);
  const run = (call: NamedCall) => {
    command(call, { toast: label });
    onDone();
  };
  if (isAsking && fix.asks === 'dueOn')
    return (
      <DateField
        label="Date"
        value={null}
        today={today}
        min={today}
        autoFocus
        onChange={() => {}}
        onEnter={(day) => day !== null && run(withAnswer(fix.call, { dueOn: day as Day }))}
      />
    );
  if (isAsking && fix.asks === 'pace') return <Pace onEnter={(pace) => run(withAnswer(fix.call, { pace }))} />;
  return (
    <Button
      variant={isFirst ? 'primary' : 'plain'}
      autoFocus={isFirst}
      disabledReason={blocker && fix.asks === null ? refusalSentence(blocker, nameIn(view)) : undefined}
      onClick={() => (fix.asks === null ? run(fix.call) : setIsAsking(true))}
    >
      {label}
    </Button>
  );
}

function Pace({ onEnter }: { onEnter: (pace: number) => void }) {
  const [pace, setPace] = useState<number | null>(null);
  return <NumberField label="How much per two weeks?" value={pace} autoFocus onChange={setPace} onEnter={() => pace !== null && onEnter(pace)} />;
}

/** The step with the field that a person filled in. */
const withAnswer = (call: NamedCall, answer: { dueOn: Day } | { pace: number }): NamedCall => ({ ...call, input: { ...call.input, ...answer } }) as NamedCall; // the field is one that the step asks for
