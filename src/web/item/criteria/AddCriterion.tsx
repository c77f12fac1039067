import { useState } from 'react';
import { Plus } from 'lucide-react';
import { isSeveralLines, linesOfText } from '../../backlog/paste-lines.ts';
import { grouped } from '../../ui/grouped.ts';

const LONGEST = 1000;
const MOST = 200;

/** Where the next criterion is written. Enter adds it and waits for another; several pasted lines become several. */
export function AddCriterion({ onAdd }: { onAdd: (texts: readonly string[]) => void }) {
  const [typed, setTyped] = useState('');
  const isLong = typed.trim().length > LONGEST;
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
          aria-label="Add a criterion"
          placeholder="Add a criterion"
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
            onAdd(texts.slice(0, MOST).map((line) => line.slice(0, LONGEST)));
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
          At most {grouped(LONGEST)} characters
        </p>
      )}
    </div>
  );
}
