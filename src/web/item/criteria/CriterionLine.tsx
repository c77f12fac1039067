import { useState } from 'react';
import { ArrowDown, ArrowUp, Ellipsis, GripVertical, Pencil, Trash2 } from 'lucide-react';
import type { Criterion } from '../../../domain/backlog/criterion.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { cx } from '../../ui/cx.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { MenuButton } from '../../ui/Menu.tsx';
import { CriterionField } from './CriterionField.tsx';
import { piecesOf } from './gherkin.ts';

interface CriterionLineProps {
  readonly criterion: Criterion;
  readonly canEdit: boolean;
  /** Where a lifted one would go, if it is here. */
  readonly edge: 'above' | 'below' | null;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onTick: (done: boolean) => void;
  readonly onWrite: (text: string) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}

/** One criterion: its box, its words, and on hover the grip and what can be done with it. Alt with an arrow moves it. */
export function CriterionLine(props: CriterionLineProps) {
  const { criterion, canEdit, edge, onTick, onWrite, onMove, onRemove } = props;
  const [isEditing, setIsEditing] = useState(false);
  const { id, text, done } = criterion;
  return (
    <div
      role="listitem"
      data-row={id}
      className={cx('group/criterion relative flex min-h-6 items-start gap-2 py-0.5 max-tablet:min-h-touch max-tablet:py-1.5', edge !== null && edgeLook[edge])}
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
          className="absolute -start-4 top-1.25 size-3.5 cursor-grab text-ink-3 opacity-0 group-hover/criterion:opacity-100 pointer-coarse:opacity-100"
        />
      )}
      <span data-no-drag className="contents">
        <Checkbox
          tone="done"
          isChecked={done}
          label={text}
          isLabelHidden
          disabledReason={canEdit ? undefined : 'You can read this, not change it'}
          onChange={onTick}
        />
        {isEditing ? (
          <CriterionField
            value={text}
            label="Criterion"
            onEnd={(typed) => {
              setIsEditing(false);
              if (typed === '') onRemove();
              else if (typed !== null && typed !== text) onWrite(typed);
            }}
          />
        ) : (
          <CriterionWords text={text} isMet={done} onOpen={canEdit ? () => setIsEditing(true) : undefined} />
        )}
        {canEdit && !isEditing && <LineMenu {...props} onOpen={() => setIsEditing(true)} />}
      </span>
    </div>
  );
}

const edgeLook = {
  above: 'before:absolute before:inset-x-0 before:-top-px before:h-0.5 before:rounded-full before:bg-accent',
  below: 'before:absolute before:inset-x-0 before:-bottom-px before:h-0.5 before:rounded-full before:bg-accent',
};

function CriterionWords({ text, isMet, onOpen }: { text: string; isMet: boolean; onOpen: (() => void) | undefined }) {
  const look = cx('min-w-0 flex-1 text-start wrap-anywhere select-text', isMet && 'text-ink-2');
  const words = piecesOf(text).map((piece, at) =>
    piece.isStrong ? (
      <strong key={at} className="font-semibold">
        {piece.text}
      </strong>
    ) : (
      piece.text
    ),
  );
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
      aria-label={`Criterion: ${text}`}
      className={cx(look, 'rounded-small')}
      onClick={() => window.getSelection()?.isCollapsed !== false && onOpen()}
    >
      {words}
    </button>
  );
}

function LineMenu({ criterion, isFirst, isLast, onMove, onRemove, onOpen }: CriterionLineProps & { readonly onOpen: () => void }) {
  return (
    <MenuButton
      label={`Criterion: ${criterion.text}`}
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
          className="opacity-0 group-focus-within/criterion:opacity-100 group-hover/criterion:opacity-100 aria-expanded:opacity-100 pointer-coarse:opacity-100"
        />
      )}
    />
  );
}
