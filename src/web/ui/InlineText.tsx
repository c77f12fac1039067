import { useLayoutEffect, useRef, useState } from 'react';
import { cx } from './cx.ts';

export type InlineTextProps = {
  value: string;
  /** Names the field while it is edited. */
  label: string;
  onSave: (value: string) => void;
  /** Tab saves and goes on; the caller opens the next cell. */
  onTab?: ((direction: 'next' | 'previous') => void) | undefined;
  /** After Enter or Esc, so that the caller can take the focus back. */
  onDone?: (() => void) | undefined;
  /** Set by a caller that opens it by key (F2). */
  isEditing?: boolean | undefined;
  onEditingChange?: ((isEditing: boolean) => void) | undefined;
  /** What is wrong with a text, or nothing. */
  problemOf?: ((value: string) => string | undefined) | undefined;
  placeholder?: string | undefined;
  isReadOnly?: boolean | undefined;
  className?: string | undefined;
};

/** Text that is edited where it stands. F2, Enter or a double click opens it, one click while it is empty; Enter saves, Esc restores. */
export function InlineText(props: InlineTextProps) {
  const { value, label, placeholder, isReadOnly = false, className, onEditingChange } = props;
  const [isOpenHere, setIsOpenHere] = useState(false);
  const isEditing = !isReadOnly && (props.isEditing ?? isOpenHere);
  const setEditing = (next: boolean) => {
    setIsOpenHere(next);
    onEditingChange?.(next);
  };
  if (isEditing) return <InlineInput {...props} onClose={() => setEditing(false)} />;
  if (isReadOnly) return <span className={cx('truncate', className)}>{value || placeholder}</span>;
  return (
    <span
      role="button"
      tabIndex={props.isEditing === undefined ? 0 : -1}
      aria-label={`${label}: ${value || (placeholder ?? 'empty')}`}
      title={value}
      onClick={() => value === '' && setEditing(true)}
      onDoubleClick={() => setEditing(true)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'F2') return;
        event.preventDefault();
        event.stopPropagation();
        setEditing(true);
      }}
      className={cx('min-w-0 truncate rounded-small', value === '' && 'text-ink-3', className)}
    >
      {value || placeholder}
    </span>
  );
}

function InlineInput({ value, label, onSave, onTab, onDone, onClose, problemOf, placeholder, className }: InlineTextProps & { onClose: () => void }) {
  const [text, setText] = useState(value);
  const input = useRef<HTMLInputElement>(null);
  const isOver = useRef(false);
  const problem = problemOf?.(text);

  useLayoutEffect(() => {
    input.current?.focus({ preventScroll: true });
    input.current?.select();
  }, []);

  const close = (how: 'save' | 'restore'): boolean => {
    if (isOver.current) return true;
    if (how === 'save' && problem !== undefined) return false;
    isOver.current = true;
    if (how === 'save' && text !== value) onSave(text);
    onClose();
    return true;
  };

  return (
    <span className="relative min-w-0 flex-1">
      <input
        ref={input}
        dir="auto"
        aria-label={label}
        aria-invalid={problem === undefined ? undefined : true}
        value={text}
        placeholder={placeholder}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => close(problem === undefined ? 'save' : 'restore')}
        onDoubleClick={(event) => event.stopPropagation()}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter' && close('save')) onDone?.();
          if (event.key === 'Escape') {
            close('restore');
            onDone?.();
          }
          if (event.key === 'Tab' && onTab) {
            event.preventDefault();
            if (close('save')) onTab(event.shiftKey ? 'previous' : 'next');
          }
        }}
        className={cx('field -mx-1.5 w-[calc(100%+12px)] px-1.5 py-0.5 select-text', className)}
      />
      {problem !== undefined && (
        <span role="alert" className="absolute start-0 top-full z-20 mt-1 rounded-control bg-wrong-soft px-2 py-1 text-s text-wrong shadow-float">
          {problem}
        </span>
      )}
    </span>
  );
}
