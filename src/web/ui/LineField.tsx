import { useLayoutEffect, useRef, useState } from 'react';
import { grouped } from './grouped.ts';

interface LineFieldProps {
  readonly value: string;
  readonly label: string;
  /** Characters. */
  readonly longest: number;
  readonly onEnd: (text: string | null) => void;
}

/** A line of a list while it is written: it wraps as it will be read. Enter or leaving it saves, Esc gives null. */
export function LineField({ value, label, longest, onEnd }: LineFieldProps) {
  const [typed, setTyped] = useState(value);
  const area = useRef<HTMLTextAreaElement>(null);
  const isOver = useRef(false);
  const isLong = typed.trim().length > longest;
  useLayoutEffect(() => {
    area.current?.focus();
    area.current?.setSelectionRange(value.length, value.length);
  }, [value]);
  const end = (text: string | null) => {
    if (isOver.current) return;
    isOver.current = true;
    onEnd(text);
  };
  return (
    <span className="grid min-w-0 flex-1">
      <textarea
        ref={area}
        dir="auto"
        rows={1}
        aria-label={label}
        aria-invalid={isLong || undefined}
        value={typed}
        onChange={(event) => setTyped(event.target.value.replace(/\s*[\r\n]+\s*/g, ' '))}
        onBlur={() => end(isLong ? null : typed.trim())}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
          event.preventDefault();
          if (event.key === 'Escape') end(null);
          else if (!isLong) end(typed.trim());
        }}
        className="field field-sizing-content -mx-1.25 -my-px w-[calc(100%+10px)] resize-none px-1 py-0.5 max-tablet:text-l"
      />
      {isLong && (
        <span role="alert" className="text-s text-wrong">
          At most {grouped(longest)} characters
        </span>
      )}
    </span>
  );
}
