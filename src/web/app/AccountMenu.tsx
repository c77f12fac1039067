import { Suspense, useState } from 'react';
import { Keyboard, KeyRound, LogOut, UserRound } from 'lucide-react';
import type { AccountTab } from '../account/AccountDialog.tsx';
import { signOut } from '../account/sign-out.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { cx } from '../ui/cx.ts';
import { onDemand } from '../ui/on-demand.ts';
import { MenuButton } from '../ui/Menu.tsx';
import type { MenuEntry } from '../ui/menu-entry.ts';
import { setTheme, useTheme, THEMES } from './theme.ts';
import { useSession } from './use-session.ts';

const AccountDialog = onDemand(async () => (await import('../account/AccountDialog.tsx')).AccountDialog);
const SignOutDialog = onDemand(async () => (await import('../account/SignOutDialog.tsx')).SignOutDialog);

const THEME_NAMES = { system: 'As the system', light: 'Light', dark: 'Dark' } as const;

export interface AccountMenuProps {
  /** The workspace whose tokens it shows; undefined outside of any. */
  readonly workspace: string | undefined;
  /** Changes that the server does not have yet. */
  readonly waiting?: number;
  readonly onKeys?: () => void;
  /** Only the sign of the person, for a top line. */
  readonly isShort?: boolean;
}

/** The person's own menu: account, how it looks, and out. */
export function AccountMenu({ workspace, waiting = 0, onKeys, isShort = false }: AccountMenuProps) {
  const session = useSession();
  const theme = useTheme();
  const [open, setOpen] = useState<AccountTab | null>(null);
  const [isLeaving, setIsLeaving] = useState(false);
  const name = session?.user.name ?? '';
  const isRisky = waiting > 0 || session?.user.hasPassword === false;
  const entries: MenuEntry[] = [
    { id: 'account', label: 'Account', icon: <UserRound />, run: () => setOpen('you') },
    ...(workspace === undefined ? [] : [{ id: 'tokens', label: 'API tokens', icon: <KeyRound />, run: () => setOpen('tokens') }]),
    ...(onKeys ? [{ id: 'keys', label: 'Keys', icon: <Keyboard />, keys: '?', run: onKeys }] : []),
    { id: 'theme', heading: 'Appearance' },
    ...THEMES.map((one) => ({ id: one, label: THEME_NAMES[one], isChosen: one === theme, run: () => setTheme(one) })),
    { id: 'end', heading: null },
    { id: 'out', label: 'Sign out', icon: <LogOut />, run: () => (isRisky ? setIsLeaving(true) : void signOut()) },
  ];
  return (
    <>
      <MenuButton
        label="Account"
        entries={entries}
        placement={isShort ? 'bottom end' : 'top start'}
        trigger={(opener) => (
          <button
            type="button"
            {...opener}
            className={cx(
              'flex h-8 items-center gap-2 rounded-control px-2 text-start text-ink-2 hover:bg-hover hover:text-ink aria-expanded:bg-hover max-desk:h-touch',
              !isShort && 'w-full',
            )}
          >
            <Avatar name={name} isDecorative />
            <span className="sr-only">Account of </span>
            <span className="truncate">{name}</span>
          </button>
        )}
      />
      <Suspense fallback={null}>
        {open !== null && <AccountDialog open={open} onClose={() => setOpen(null)} workspace={workspace} />}
        {isLeaving && (
          <SignOutDialog
            isOpen={isLeaving}
            waiting={waiting}
            hasPassword={session?.user.hasPassword ?? true}
            onClose={() => setIsLeaving(false)}
            onSetPassword={() => {
              setIsLeaving(false);
              setOpen('you');
            }}
          />
        )}
      </Suspense>
    </>
  );
}
