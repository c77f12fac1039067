import { useState, type Ref } from 'react';
import { unread } from './Form.tsx';
import { parseNumber } from './parse-number.ts';
import { TextField } from './TextField.tsx';

export type NumberFieldProps = {
  label: string;
  value: number | null;
  onChange: (value: number | null) => void;
  onEnter?: (() => void) | undefined;
  /** Drawn behind the number: `points`, `days`. */
  unit?: string | undefined;
  min?: number | undefined;
  max?: number | undefined;
  step?: number | undefined;
  locale?: string | undefined;
  isLabelHidden?: boolean | undefined;
  hint?: string | undefined;
  error?: string | undefined;
  placeholder?: string | undefined;
  autoFocus?: boolean | undefined;
  className?: string | undefined;
  ref?: Ref<HTMLInputElement> | undefined;
};

/** A number written as the locale writes it; ↑ and ↓ step it. What is no number stays to be mended, and is not passed on. */
export function NumberField({
  value,
  onChange,
  unit,
  min = 0,
  max = Number.MAX_SAFE_INTEGER,
  step = 1,
  locale = 'en-GB',
  error,
  onEnter,
  ...rest
}: NumberFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const show = (number: number | null) => (number === null ? '' : number.toLocaleString(locale, { maximumFractionDigits: 6 }));
  const read = (text: string) => {
    const number = text.trim() === '' ? null : parseNumber(text, locale);
    return { number, isWrong: text.trim() !== '' && (number === null || number < min || number > max) };
  };
  const { isWrong } = read(typed ?? '');
  const range = max === Number.MAX_SAFE_INTEGER ? `of ${show(min)} or more` : `from ${show(min)} to ${show(max)}`;

  return (
    <TextField
      {...rest}
      {...unread(isWrong)}
      onEnter={isWrong ? undefined : onEnter}
      inputMode="decimal"
      value={typed ?? show(value)}
      error={isWrong ? `Write a number ${range}` : error}
      suffix={unit === undefined ? undefined : <span className="text-s text-ink-3">{unit}</span>}
      onChange={(text) => {
        setTyped(text);
        const { number, isWrong: wrong } = read(text);
        if (!wrong) onChange(number);
      }}
      onBlur={() => !isWrong && setTyped(null)}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
        event.preventDefault();
        setTyped(null);
        onChange(Math.min(max, Math.max(min, (value ?? 0) + (event.key === 'ArrowUp' ? step : -step))));
      }}
    />
  );
}
