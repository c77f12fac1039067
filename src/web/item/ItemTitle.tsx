import { useLayoutEffect, useRef, useState } from 'react';
import type { Item } from '../../domain/backlog/item.ts';
import { useCommand } from '../store/hooks.ts';
import { cx } from '../ui/cx.ts';

const LONGEST = 500;

/** The title, edited where it stands: it wraps as it is read. Enter saves, Esc leaves it as it was. */
export function ItemTitle({ item, canEdit }: { item: Item; canEdit: boolean }) {
  const [typed, setTyped] = useState<string | null>(null);
  const command = useCommand();
  const look = 'text-title font-semibold wrap-anywhere';
  if (!canEdit)
    return (
      <h2 className={look} dir="auto">
        {item.title}
      </h2>
    );
  const problem = typed === null ? undefined : problemOf(typed);
  const end = (how: 'save' | 'restore') => {
    if (typed !== null && how === 'save' && problem === undefined && typed.trim() !== item.title)
      command({ verb: 'updateItems', input: { items: [item.id], title: typed.trim() } });
    setTyped(null);
  };
  if (typed === null)
    return (
      <h2 className={look}>
        <button
          type="button"
          dir="auto"
          aria-label={`Title: ${item.title}`}
          className="-mx-1.5 w-[calc(100%+12px)] rounded-small px-1.5 py-0.5 text-start wrap-anywhere select-text hover:bg-hover"
          onClick={() => isNothingSelected() && setTyped(item.title)}
        >
          {item.title}
        </button>
      </h2>
    );
  return (
    <div className="grid gap-1">
      <TitleArea
        value={typed}
        isWrong={problem !== undefined}
        className={look}
        onChange={setTyped}
        onEnd={(how) => (how === 'save' && problem !== undefined ? undefined : end(how))}
        onBlur={() => end(problem === undefined ? 'save' : 'restore')}
      />
      {problem !== undefined && (
        <p role="alert" className="text-s text-wrong">
          {problem}
        </p>
      )}
    </div>
  );
}

interface TitleAreaProps {
  readonly value: string;
  readonly isWrong: boolean;
  readonly className: string;
  readonly onChange: (text: string) => void;
  readonly onEnd: (how: 'save' | 'restore') => void;
  readonly onBlur: () => void;
}

function TitleArea({ value, isWrong, className, onChange, onEnd, onBlur }: TitleAreaProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    area.current?.focus();
    area.current?.setSelectionRange(area.current.value.length, area.current.value.length);
  }, []);
  return (
    <textarea
      ref={area}
      dir="auto"
      aria-label="Title"
      aria-invalid={isWrong || undefined}
      rows={1}
      value={value}
      onChange={(event) => onChange(event.target.value.replace(/[\r\n]+/g, ' '))}
      onBlur={onBlur}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
        event.preventDefault();
        event.stopPropagation();
        onEnd(event.key === 'Enter' ? 'save' : 'restore');
      }}
      className={cx('field field-sizing-content -mx-1.5 w-[calc(100%+12px)] resize-none px-1.25 py-px', className)}
    />
  );
}

const problemOf = (title: string): string | undefined =>
  title.trim() === '' ? 'A title is needed' : title.trim().length > LONGEST ? `At most ${LONGEST} characters` : undefined;

/** A title that somebody marks to copy is not opened. */
const isNothingSelected = (): boolean => window.getSelection()?.isCollapsed !== false;
