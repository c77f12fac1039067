import { useId } from 'react';
import { cx } from './cx.ts';

export type SegmentedProps<Id extends string> = {
  label: string;
  options: readonly { id: Id; label: string }[];
  value: Id;
  onChange: (id: Id) => void;
};

/** A few choices of which one holds: month, quarter, year. */
export function Segmented<Id extends string>({ label, options, value, onChange }: SegmentedProps<Id>) {
  const name = useId();
  return (
    <fieldset className="inline-flex shrink-0 overflow-hidden rounded-control border border-edge-strong/70 has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-accent">
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label
          key={option.id}
          className={cx(
            'relative inline-flex h-6 items-center px-2.5 text-s not-first-of-type:border-s not-first-of-type:border-edge max-tablet:h-touch max-tablet:px-3.5',
            option.id === value ? 'bg-sunken font-semibold text-ink' : 'bg-surface text-ink-2 hover:bg-hover hover:text-ink',
          )}
        >
          <input
            type="radio"
            name={name}
            checked={option.id === value}
            onChange={() => onChange(option.id)}
            className="absolute inset-0 appearance-none opacity-0"
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
