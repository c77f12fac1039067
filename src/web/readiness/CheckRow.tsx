import { useState } from 'react';
import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { ITEM_TYPES } from '../../domain/backlog/item-type.ts';
import type { Check } from '../../domain/readiness/definition.ts';
import { useCommand } from '../store/hooks.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { InlineText } from '../ui/InlineText.tsx';
import { MenuButton } from '../ui/Menu.tsx';
import { NumberField } from '../ui/NumberField.tsx';
import { checkLabel, TYPE_WORDS } from './check-words.ts';

interface CheckRowProps {
  readonly check: Check & { readonly id: string };
  /** The check that it goes under when it moves one up (null: to the top) or one down; undefined: it can't. */
  readonly above: string | null | undefined;
  readonly below: string | undefined;
}

/** One check, changed where it stands. */
export function CheckRow({ check, above, below }: CheckRowProps) {
  const command = useCommand();
  const { id } = check;
  const move = (after: string | null | undefined) => after !== undefined && command({ verb: 'moveReadyCheck', input: { check: id, after } });
  const label = checkLabel(check);
  return (
    <li className="flex min-h-9 items-center gap-1.5 border-b border-edge py-1 last:border-0">
      <span className="min-w-0 flex-1">
        <What check={check} />
      </span>
      <TypeChoice check={check} />
      <IconButton
        label={`Move up: ${label}`}
        icon={<ArrowUp aria-hidden="true" />}
        disabledReason={above === undefined ? 'It is the first' : undefined}
        onClick={() => move(above)}
      />
      <IconButton
        label={`Move down: ${label}`}
        icon={<ArrowDown aria-hidden="true" />}
        disabledReason={below === undefined ? 'It is the last' : undefined}
        onClick={() => move(below)}
      />
      <IconButton
        label={`Remove: ${label}`}
        icon={<X aria-hidden="true" />}
        onClick={() => command({ verb: 'removeReadyCheck', input: { check: id } }, { toast: `No longer asked: ${label}` })}
      />
    </li>
  );
}

/** What it asks for: words and limits are edited in place. */
function What({ check }: { check: Check & { readonly id: string } }) {
  const command = useCommand();
  const [isEditing, setIsEditing] = useState(false);
  if (check.kind === 'own') {
    return (
      <InlineText
        value={check.words}
        label="Check"
        isEditing={isEditing}
        onEditingChange={setIsEditing}
        onSave={(words) => command({ verb: 'updateReadyCheck', input: { check: check.id, words } })}
        problemOf={(text) => (text.trim() === '' ? 'Words are needed' : text.length > 200 ? 'At most 200 characters' : undefined)}
      />
    );
  }
  if (check.kind === 'size') {
    return (
      <span className="flex items-center gap-2">
        At most
        <NumberField
          label="Most points"
          isLabelHidden
          value={check.most}
          min={0}
          max={1000}
          unit="points"
          className="w-28"
          onChange={(most) => most !== null && command({ verb: 'updateReadyCheck', input: { check: check.id, most } })}
        />
      </span>
    );
  }
  return <>{checkLabel(check)}</>;
}

function TypeChoice({ check }: { check: Check & { readonly id: string } }) {
  const command = useCommand();
  const says = check.type === null ? 'All types' : TYPE_WORDS[check.type];
  const entries = [null, ...ITEM_TYPES.filter((type) => type !== 'task')].map((type) => ({
    id: type ?? 'all',
    label: type === null ? 'All types' : TYPE_WORDS[type],
    isChosen: type === check.type,
    run: () => void command({ verb: 'updateReadyCheck', input: { check: check.id, type } }),
  }));
  return (
    <MenuButton
      label="Asked of"
      entries={entries}
      trigger={(opener) => (
        <button type="button" {...opener} aria-label={`Asked of: ${says}`} className="hit relative rounded-small px-1.5 text-s text-ink-2 hover:bg-hover">
          {says}
        </button>
      )}
    />
  );
}
