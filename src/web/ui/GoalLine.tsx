import { useState } from 'react';
import { cx } from './cx.ts';
import { InlineText } from './InlineText.tsx';

export type GoalLineProps = {
  /** `Sprint goal`. */
  label: string;
  goal: string;
  /** What is asked in place while there is none, of those who may answer; the others read `missing`, if that is said. */
  asks: string;
  missing?: string | undefined;
  canEdit: boolean;
  onSave: (goal: string) => void;
  className?: string | undefined;
};

const MOST = 500;

/** What something is for, in one line, edited in place; empty, it asks for it. */
export function GoalLine({ label, goal, asks, missing, canEdit, onSave, className }: GoalLineProps) {
  const [isEditing, setIsEditing] = useState(false);
  if (goal === '' && !isEditing) {
    if (!canEdit) return missing === undefined ? null : <span className="text-ink-3">{missing}</span>;
    return (
      <button
        type="button"
        className={cx('-ms-1 min-w-0 truncate rounded-control px-1 text-s text-ink-3 hover:text-ink', className)}
        onClick={() => setIsEditing(true)}
      >
        {asks}
      </button>
    );
  }
  return (
    <span className={cx('flex min-w-0 shrink items-center gap-1.5 text-s', className)}>
      <span className="shrink-0">{label}</span>
      <InlineText
        value={goal}
        label={label}
        isReadOnly={!canEdit}
        isEditing={isEditing}
        onEditingChange={setIsEditing}
        onSave={onSave}
        problemOf={(text) => (text.length > MOST ? `At most ${MOST} characters` : undefined)}
        className={isEditing ? 'min-w-72' : 'font-medium text-ink'}
      />
    </span>
  );
}
