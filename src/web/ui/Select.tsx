import { useId } from 'react';

/** The browser's own choice of one among a few. */
export function Select({
  label,
  isLabelHidden = false,
  value,
  options,
  onChange,
}: {
  label: string;
  isLabelHidden?: boolean;
  value: string;
  options: readonly { id: string; label: string }[];
  onChange: (id: string) => void;
}) {
  const id = useId();
  return (
    <span className="grid gap-1">
      <label htmlFor={id} className={isLabelHidden ? 'sr-only' : 'text-s text-ink-2'}>
        {label}
      </label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)} className="field h-8 max-w-80 px-2 max-tablet:h-touch">
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  );
}
