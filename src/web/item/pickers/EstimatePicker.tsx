import { SIZES, USUAL_POINTS, type Estimate } from '../../../domain/estimation/estimate.ts';
import { ChoicePopover, type Choice } from '../../ui/ChoicePopover.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { parseNumber } from '../../ui/parse-number.ts';
import { useItemChange } from '../use-item-change.ts';
import { useRefusal } from '../use-refusal.ts';
import { estimateOf, estimateTyped, estimateWords, idOfEstimate } from './estimate-choices.ts';
import { HoursForm } from './HoursForm.tsx';
import { usePicked, type PickerProps } from './picker.ts';
import { sharedValues } from './shared-values.ts';
import { useNextWindow } from './use-next-window.ts';

const HOURS = 'hours';
const MOST = 100_000;

/** How large items are: a digit sets points at once; other numbers are typed after a blank or chosen; sizes by their letters; hours in a form. */
export function EstimatePicker(props: PickerProps) {
  const { items: ids, triggerRef, isOpen, onOpenChange, onChosen } = props;
  const items = usePicked(props);
  const hours = useNextWindow(onOpenChange);
  const refusal = useRefusal(isOpen ? { verb: 'updateItems', input: { items: [...ids], estimate: null } } : null);
  const change = useItemChange(ids);
  const { all, hintOf } = sharedValues(items, ({ estimate }) => [estimate && idOfEstimate(estimate)]);
  const set = (estimate: Estimate | null) => {
    change({ verb: 'updateItems', input: { items: [...ids], estimate } }, estimate === null ? 'not estimated' : estimateWords(estimate));
    onChosen?.();
  };
  if (hours.phase === 'between') return null;
  if (hours.phase === 'next') {
    const [first] = items;
    return (
      <Popover triggerRef={triggerRef} isOpen={isOpen} onOpenChange={hours.onOpenChange} label="Hours">
        <HoursForm
          value={first?.estimate?.kind === 'hours' ? first.estimate : null}
          onSave={(estimate) => {
            hours.onOpenChange(false);
            set(estimate);
          }}
        />
      </Popover>
    );
  }
  return (
    <ChoicePopover
      triggerRef={triggerRef}
      isOpen={isOpen}
      onOpenChange={hours.onOpenChange}
      label="Estimate"
      placeholder="A digit, or a blank and any number"
      choices={[]}
      search={(typed) => choicesFor(typed).map((choice) => ({ ...choice, hint: hintOf(choice.id), disabledReason: refusal }))}
      chosen={all}
      onTyped={(typed) => {
        const estimate = refusal === undefined ? estimateTyped(typed) : null;
        if (estimate) set(estimate);
        return estimate !== null;
      }}
      onChoose={(id) => (id === HOURS ? hours.goOn() : set(estimateOf(id)))}
      noneLabel={refusal === undefined ? 'No estimate' : undefined}
      onNone={() => set(null)}
    />
  );
}

const SIZE_CHOICES: readonly Choice[] = SIZES.map((size) => ({ id: `size:${size}`, label: estimateWords({ kind: 'size', value: size }) }));

/** All that may be chosen; while a number is typed that number, while letters are typed the sizes that begin so. */
function choicesFor(typed: string): Choice[] {
  const number = typed === '' ? null : parseNumber(typed);
  if (number !== null) return number >= 0 && number <= MOST ? [pointsChoice(number)] : [];
  const hours = { id: HOURS, label: 'Hours…' };
  const wanted = typed.toLowerCase();
  if (typed !== '') return [...SIZE_CHOICES, hours].filter(({ id }) => id.replace('size:', '').toLowerCase().startsWith(wanted));
  return [...USUAL_POINTS.map(pointsChoice), ...SIZE_CHOICES, hours];
}

const pointsChoice = (value: number): Choice => ({
  id: `points:${value}`,
  label: estimateWords({ kind: 'points', value }),
  ...(value < 10 && Number.isInteger(value) ? { keys: String(value) } : {}),
});
