import { useState, type ReactNode } from 'react';
import { ArrowDown, ArrowUp, Ellipsis, GripVertical, Pencil, Trash2 } from 'lucide-react';
import { Checkbox } from './Checkbox.tsx';
import { cx } from './cx.ts';
import { IconButton } from './IconButton.tsx';
import { LineField } from './LineField.tsx';
import { MenuButton } from './Menu.tsx';

export interface CheckLineProps {
  readonly id: string;
  readonly text: string;
  /** How the text is shown, where it is more than itself. */
  readonly words?: ReactNode;
  readonly done: boolean;
  /** What it is one of: `Criterion`. */
  readonly noun: string;
  /** Characters. */
  readonly longest: number;
  readonly canEdit: boolean;
  readonly canTick?: boolean | undefined;
  /** Where a lifted one would go, if it is here. */
  readonly edge: 'above' | 'below' | null;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** What else is said of it, at its end. */
  readonly facts?: ReactNode;
  readonly onTick: (done: boolean) => void;
  readonly onWrite: (text: string) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}

/** One line of a checklist: its box, its words, and on hover the grip and what can be done with it. Alt with an arrow moves it. */
export function CheckLine(props: CheckLineProps) {
  const { id, text, done, noun, longest, canEdit, canTick = canEdit, edge, facts, onTick, onWrite, onMove, onRemove } = props;
  const [isEditing, setIsEditing] = useState(false);
  return (
    <div
      role="listitem"
      data-row={id}
      className={cx(
        'group/check relative flex min-h-6 items-start gap-2 py-0.5 max-tablet:min-h-touch max-tablet:py-1.5',
        facts !== undefined && 'max-tablet:flex-wrap',
        edge !== null && edgeLook[edge],
      )}
      onKeyDown={(event) => {
        if (!canEdit || isEditing || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
        event.preventDefault();
        event.stopPropagation();
        onMove(event.key === 'ArrowUp' ? -1 : 1);
      }}
    >
      {canEdit && (
        <GripVertical
          aria-hidden="true"
          className="absolute -start-4 top-1.25 size-3.5 cursor-grab text-ink-3 opacity-0 group-hover/check:opacity-100 pointer-coarse:opacity-100"
        />
      )}
      <span data-no-drag className="contents">
        <Checkbox
          tone="done"
          isChecked={done}
          label={text}
          isLabelHidden
          disabledReason={canTick ? undefined : 'You can read this, not change it'}
          onChange={onTick}
        />
        {isEditing ? (
          <LineField
            value={text}
            label={noun}
            longest={longest}
            onEnd={(typed) => {
              setIsEditing(false);
              if (typed === '') onRemove();
              else if (typed !== null && typed !== text) onWrite(typed);
            }}
          />
        ) : (
          <Words {...props} onOpen={canEdit ? () => setIsEditing(true) : undefined} />
        )}
        {facts}
        {canEdit && !isEditing && <LineMenu {...props} onOpen={() => setIsEditing(true)} />}
      </span>
    </div>
  );
}

const edgeLook = {
  above: 'before:absolute before:inset-x-0 before:-top-px before:h-0.5 before:rounded-full before:bg-accent',
  below: 'before:absolute before:inset-x-0 before:-bottom-px before:h-0.5 before:rounded-full before:bg-accent',
};

function Words({ text, words = text, done, noun, onOpen }: CheckLineProps & { readonly onOpen: (() => void) | undefined }) {
  const look = cx('min-w-0 flex-1 text-start wrap-anywhere select-text', done && 'text-ink-2');
  if (!onOpen)
    return (
      <span dir="auto" className={look}>
        {words}
      </span>
    );
  return (
    <button
      type="button"
      dir="auto"
      aria-label={`${noun}: ${text}`}
      className={cx(look, 'rounded-small')}
      onClick={() => window.getSelection()?.isCollapsed !== false && onOpen()}
    >
      {words}
    </button>
  );
}

function LineMenu({ text, noun, isFirst, isLast, onMove, onRemove, onOpen }: CheckLineProps & { readonly onOpen: () => void }) {
  return (
    <MenuButton
      label={`${noun}: ${text}`}
      placement="bottom end"
      entries={[
        { id: 'edit', label: 'Edit', icon: <Pencil />, run: onOpen },
        {
          id: 'up',
          label: 'Move up',
          icon: <ArrowUp />,
          keys: 'Alt+ArrowUp',
          disabledReason: isFirst ? 'It is the first one' : undefined,
          run: () => onMove(-1),
        },
        {
          id: 'down',
          label: 'Move down',
          icon: <ArrowDown />,
          keys: 'Alt+ArrowDown',
          disabledReason: isLast ? 'It is the last one' : undefined,
          run: () => onMove(1),
        },
        { id: 'remove', label: 'Remove', icon: <Trash2 />, isGrave: true, run: onRemove },
      ]}
      trigger={(opener) => (
        <IconButton
          {...opener}
          size="s"
          label="What can be done with it"
          icon={<Ellipsis aria-hidden="true" />}
          className="opacity-0 group-focus-within/check:opacity-100 group-hover/check:opacity-100 aria-expanded:opacity-100 pointer-coarse:opacity-100"
        />
      )}
    />
  );
}
