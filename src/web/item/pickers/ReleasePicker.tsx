import { dayIn } from '../../../domain/kernel/day.ts';
import { isOpenRelease, releasesByDate } from '../../../domain/release/release.ts';
import { useNow } from '../../app/use-now.ts';
import { useLook, useMe } from '../../store/hooks.ts';
import { uuidv7 } from '../../../domain/kernel/ids.ts';
import { ChoicePopover } from '../../ui/ChoicePopover.tsx';
import { shortDay } from '../../ui/format-day.ts';
import { useItemChange } from '../use-item-change.ts';
import { useRefusal } from '../use-refusal.ts';
import { usePicked, type PickerProps } from './picker.ts';
import { sharedValues } from './shared-values.ts';

/** Puts items in an open release, in none, or in a new one that is named here. Their rank stays as it is. */
export function ReleasePicker(props: PickerProps) {
  const { items: ids, triggerRef, isOpen, onOpenChange, onChosen } = props;
  const { may } = useMe();
  const items = usePicked(props);
  const product = items[0]?.product;
  const releases = useLook((view) => (product === undefined ? [] : [...view.list(releasesByDate, product)].filter(isOpenRelease)), [product]);
  const now = useNow();
  const today = useLook((view) => (product === undefined ? '' : dayIn(view.get('product', product).zone, now)), [product, now]);
  const leaving = useRefusal(isOpen ? { verb: 'putInRelease', input: { items: [...ids], release: null } } : null);
  const change = useItemChange(ids);
  const { all, hintOf } = sharedValues(items, ({ release }) => [release]);
  const mayPlan = (release: string) => may('plan-releases', { in: 'release', id: release });
  const put = (release: string | null, says: string) => {
    change({ verb: 'putInRelease', input: { items: [...ids], release } }, says);
    onChosen?.();
  };
  return (
    <ChoicePopover
      triggerRef={triggerRef}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      label="Release"
      choices={releases.map(({ id, name, dueOn }) => ({
        id,
        label: name,
        hint: hintOf(id) ?? (dueOn === null ? 'no date' : shortDay(dueOn, today)),
        disabledReason: leaving ?? (mayPlan(id) ? undefined : 'Your role does not let you plan this release'),
      }))}
      chosen={all}
      onChoose={(id) => put(id, `in ${releases.find((release) => release.id === id)?.name}`)}
      noneLabel={leaving === undefined ? 'No release' : undefined}
      onNone={() => put(null, 'in no release')}
      onCreate={
        product !== undefined && leaving === undefined && may('plan-releases', { in: 'product', id: product })
          ? (name) => {
              const act = newAct();
              const made = change({ verb: 'createRelease', input: { product, name: name.slice(0, 100) } }, '', { act, toast: undefined });
              change({ verb: 'putInRelease', input: { items: [...ids], release: made.id(1) } }, `in the new release ${name}`, { act });
              onChosen?.();
            }
          : undefined
      }
    />
  );
}

/** Joins several commands to one act, undone as one. */
const newAct = (): string => uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
