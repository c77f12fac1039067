import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Search, X } from 'lucide-react';

interface SearchFieldProps {
  readonly value: string;
  /** Takes the keys when this becomes true. */
  readonly isFocused: boolean;
  /** Going on is more of what is being written; the first letter is not. */
  readonly onChange: (text: string, isGoingOn: boolean) => void;
  /** Enter goes back to the list; Esc too, and takes the text away. */
  readonly onLeave: () => void;
}

/** The words that a list is searched for, as they are typed. */
export function SearchField({ value, isFocused, onChange, onLeave }: SearchFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value);
  const told = useRef(value);
  useLayoutEffect(() => {
    if (isFocused) input.current?.focus();
  }, [isFocused]);
  // The address may change from elsewhere: by Back, say.
  useEffect(() => {
    if (value === told.current) return;
    told.current = value;
    setTyped(value);
  }, [value]);
  const change = (text: string) => {
    const isGoingOn = told.current !== '';
    setTyped(text);
    told.current = text;
    onChange(text, isGoingOn);
  };
  return (
    <span className="field flex h-6 w-48 shrink-0 items-center gap-1.5 px-2 text-s max-tablet:h-8 [&_svg]:size-3 [&_svg]:shrink-0 [&_svg]:text-ink-3">
      <Search aria-hidden="true" />
      <input
        ref={input}
        type="search"
        dir="auto"
        aria-label="Search in the list"
        placeholder="Key or words"
        value={typed}
        onChange={(event) => change(event.target.value)}
        onBlur={() => typed === '' && onLeave()}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
          event.preventDefault();
          if (event.key === 'Escape') change('');
          onLeave();
        }}
        className="min-w-0 flex-1 bg-transparent outline-none max-tablet:text-l"
      />
      {typed !== '' && (
        <button
          type="button"
          aria-label="Search for nothing"
          className="hit relative grid size-4 place-items-center rounded-full hover:bg-hover"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => change('')}
        >
          <X aria-hidden="true" />
        </button>
      )}
    </span>
  );
}
