import { useEffect, useRef, useState } from 'react';
import { Plus } from 'lucide-react';
import { isSeveralLines, linesOfText } from './paste-lines.ts';
import { grouped } from '../ui/grouped.ts';

/** As many at once as a call takes. */
const MOST = 200;

interface AddLinesProps {
  /** `Add a criterion`. */
  readonly label: string;
  /** Characters. */
  readonly longest: number;
  readonly autoFocus?: boolean | undefined;
  readonly onAdd: (texts: readonly string[]) => void;
}

/** Where the next line of a list is written. Enter adds it and waits for another; several pasted lines become several. */
export function AddLines({ label, longest, autoFocus = false, onAdd }: AddLinesProps) {
  const [typed, setTyped] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (autoFocus) input.current?.focus();
  }, [autoFocus]);
  const isLong = typed.trim().length > longest;
  const add = () => {
    if (typed.trim() === '' || isLong) return;
    onAdd([typed.trim()]);
    setTyped('');
  };
  return (
    <div className="grid gap-1">
      <label className="flex min-h-6 items-center gap-2 text-ink-3 focus-within:text-ink max-tablet:min-h-touch">
        <Plus aria-hidden="true" className="size-3.5 shrink-0" />
        <input
          ref={input}
          aria-label={label}
          placeholder={label}
          dir="auto"
          value={typed}
          aria-invalid={isLong || undefined}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={add}
          onPaste={(event) => {
            const text = event.clipboardData.getData('text/plain');
            if (!isSeveralLines(text)) return;
            event.preventDefault();
            const texts = linesOfText(text).filter((line) => line !== '');
            onAdd(texts.slice(0, MOST).map((line) => line.slice(0, longest)));
          }}
          onKeyDown={(event) => {
            event.stopPropagation();
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'Enter') add();
            if (event.key !== 'Escape') return;
            setTyped('');
            event.currentTarget.blur();
          }}
          className="min-w-0 flex-1 bg-transparent text-m outline-none max-tablet:text-l"
        />
      </label>
      {isLong && (
        <p role="alert" className="text-s text-wrong">
          At most {grouped(longest)} characters
        </p>
      )}
    </div>
  );
}
