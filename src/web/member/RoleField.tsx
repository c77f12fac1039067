import { useId } from 'react';
import { ChevronDown } from 'lucide-react';
import type { Role } from '../../domain/kernel/permission.ts';
import { cx } from '../ui/cx.ts';
import { MenuButton } from '../ui/Menu.tsx';
import { tip } from '../ui/tip.ts';
import { ROLE_NAMES, ROLE_SENTENCES } from './role-names.ts';

export interface RoleFieldProps {
  /** Its name; beside a person it is `Role of Ada`, and not drawn. */
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly value: Role;
  readonly roles: readonly Role[];
  readonly onChange: (role: Role) => void;
  /** Why it can't be changed now. */
  readonly disabledReason?: string | undefined;
}

/** A role to choose, each with what it may do. */
export function RoleField({ label, isLabelHidden = false, value, roles, onChange, disabledReason }: RoleFieldProps) {
  const id = useId();
  const isOff = disabledReason !== undefined;
  return (
    <span className="grid min-w-0 content-start gap-1">
      {!isLabelHidden && (
        <span id={id} className="text-s font-medium text-ink-2">
          {label}
        </span>
      )}
      <MenuButton
        label={label}
        entries={
          isOff
            ? []
            : roles.map((role) => ({ id: role, label: ROLE_NAMES[role], hint: ROLE_SENTENCES[role], isChosen: role === value, run: () => onChange(role) }))
        }
        trigger={({ onClick, ...opener }) => (
          <button
            type="button"
            {...opener}
            {...tip(disabledReason)}
            aria-label={`${label}: ${ROLE_NAMES[value]}`}
            aria-disabled={isOff || undefined}
            onClick={isOff ? undefined : onClick}
            className={cx(
              'flex min-w-36 items-center gap-1.5 rounded-control px-2 text-start max-tablet:h-touch',
              isLabelHidden ? 'h-7 border border-transparent' : 'field h-8',
              isOff ? 'text-ink-3' : 'hover:bg-hover',
            )}
          >
            <span className="flex-1 truncate">{ROLE_NAMES[value]}</span>
            {!isOff && <ChevronDown aria-hidden="true" className="size-3.5 shrink-0 text-ink-3" />}
          </button>
        )}
      />
    </span>
  );
}
